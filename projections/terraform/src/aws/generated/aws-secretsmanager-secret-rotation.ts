// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsSecretsmanagerSecretRotation {
  readonly external_secret_rotation_role_arn?: Of<string>;
  readonly region?: Of<string>;
  readonly rotate_immediately?: Of<boolean>;
  readonly rotation_enabled?: Of<boolean>;
  readonly rotation_lambda_arn?: Of<string>;
  readonly secret_id: Needed<string>;
  readonly external_secret_rotation_metadata?: Inners<ExternalSecretRotationMetadata>;
  readonly rotation_rules?: Inner<RotationRules>;
}

interface ExternalSecretRotationMetadata {
  readonly key: Needed<string>;
  readonly value: Needed<string>;
}

interface RotationRules {
  readonly automatically_after_days?: Of<number>;
  readonly duration?: Of<string>;
  readonly schedule_expression?: Of<string>;
}

export interface Binding {
  readonly written: AwsSecretsmanagerSecretRotation;
  readonly read:
    | keyof AwsSecretsmanagerSecretRotation
    | 'id';
}
