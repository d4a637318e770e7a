// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsSecretsmanagerSecretData {
  readonly arn?: Of<string>;
  readonly name?: Of<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

export interface Binding {
  readonly written: AwsSecretsmanagerSecretData;
  readonly read:
    | keyof AwsSecretsmanagerSecretData
    | 'created_date'
    | 'description'
    | 'id'
    | 'kms_key_id'
    | 'last_changed_date'
    | 'policy'
    | 'type';
}
