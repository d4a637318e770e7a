// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsAcmCertificateValidation<E> {
  readonly certificate_arn: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly validation_record_fqdns?: Of<readonly Needed<string, E>[], E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsAcmCertificateValidation<E>;
  readonly read:
    | keyof AwsAcmCertificateValidation<E>
    | 'id';
}
