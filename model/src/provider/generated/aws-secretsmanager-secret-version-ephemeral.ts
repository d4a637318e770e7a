// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsSecretsmanagerSecretVersionEphemeral<E> {
  readonly region?: Of<string, E>;
  readonly secret_id: Needed<string, E>;
  readonly version_id?: Of<string, E>;
  readonly version_stage?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsSecretsmanagerSecretVersionEphemeral<E>;
  readonly read:
    | keyof AwsSecretsmanagerSecretVersionEphemeral<E>
    | 'arn'
    | 'created_date'
    | 'secret_binary'
    | 'secret_string'
    | 'version_stages';
}
