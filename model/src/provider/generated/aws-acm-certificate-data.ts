// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsAcmCertificateData<E> {
  readonly domain?: Of<string, E>;
  readonly key_types?: Of<readonly Needed<string, E>[], E>;
  readonly most_recent?: Of<boolean, E>;
  readonly region?: Of<string, E>;
  readonly statuses?: Of<readonly Needed<string, E>[], E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly types?: Of<readonly Needed<string, E>[], E>;
}

export interface Binding<E> {
  readonly written: AwsAcmCertificateData<E>;
  readonly read:
    | keyof AwsAcmCertificateData<E>
    | 'arn'
    | 'certificate'
    | 'certificate_chain'
    | 'id'
    | 'status';
}
