// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsAcmCertificateData {
  readonly domain?: Of<string>;
  readonly key_types?: Of<readonly Needed<string>[]>;
  readonly most_recent?: Of<boolean>;
  readonly region?: Of<string>;
  readonly statuses?: Of<readonly Needed<string>[]>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly types?: Of<readonly Needed<string>[]>;
}

export interface Binding {
  readonly written: AwsAcmCertificateData;
  readonly read:
    | keyof AwsAcmCertificateData
    | 'arn'
    | 'certificate'
    | 'certificate_chain'
    | 'id'
    | 'status';
}
