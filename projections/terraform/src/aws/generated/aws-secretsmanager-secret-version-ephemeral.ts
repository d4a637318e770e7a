// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsSecretsmanagerSecretVersionEphemeral {
  readonly region?: Of<string>;
  readonly secret_id: Needed<string>;
  readonly version_id?: Of<string>;
  readonly version_stage?: Of<string>;
}

export interface Binding {
  readonly written: AwsSecretsmanagerSecretVersionEphemeral;
  readonly read:
    | keyof AwsSecretsmanagerSecretVersionEphemeral
    | 'arn'
    | 'created_date'
    | 'secret_binary'
    | 'secret_string'
    | 'version_stages';
}
