// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsSecretsmanagerSecretData<E> {
  readonly arn?: Of<string, E>;
  readonly name?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsSecretsmanagerSecretData<E>;
  readonly read:
    | keyof AwsSecretsmanagerSecretData<E>
    | 'created_date'
    | 'description'
    | 'id'
    | 'kms_key_id'
    | 'last_changed_date'
    | 'policy'
    | 'type';
}
