// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsAcmCertificateValidation {
  readonly certificate_arn: Needed<string>;
  readonly region?: Of<string>;
  readonly validation_record_fqdns?: Of<readonly Needed<string>[]>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
}

export interface Binding {
  readonly written: AwsAcmCertificateValidation;
  readonly read:
    | keyof AwsAcmCertificateValidation
    | 'id';
}
