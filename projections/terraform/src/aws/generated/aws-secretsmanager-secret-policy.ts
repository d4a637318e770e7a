// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsSecretsmanagerSecretPolicy {
  readonly block_public_policy?: Of<boolean>;
  readonly policy: Needed<string>;
  readonly region?: Of<string>;
  readonly secret_arn: Needed<string>;
}

export interface Binding {
  readonly written: AwsSecretsmanagerSecretPolicy;
  readonly read:
    | keyof AwsSecretsmanagerSecretPolicy
    | 'id';
}
