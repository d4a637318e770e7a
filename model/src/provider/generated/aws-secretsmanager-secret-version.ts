// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsSecretsmanagerSecretVersion<E> {
  readonly region?: Of<string, E>;
  readonly secret_binary?: Of<string, E>;
  readonly secret_id: Needed<string, E>;
  readonly secret_string?: Of<string, E>;
  readonly secret_string_wo?: Of<string, E>;
  readonly secret_string_wo_version?: Of<number, E>;
  readonly version_stages?: Of<readonly Needed<string, E>[], E>;
}

export interface Binding<E> {
  readonly written: AwsSecretsmanagerSecretVersion<E>;
  readonly read:
    | keyof AwsSecretsmanagerSecretVersion<E>
    | 'arn'
    | 'has_secret_string_wo'
    | 'id'
    | 'secret_arn'
    | 'version_id';
}
