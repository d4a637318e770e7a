// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsSecretsmanagerSecretRotation<E> {
  readonly external_secret_rotation_role_arn?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly rotate_immediately?: Of<boolean, E>;
  readonly rotation_enabled?: Of<boolean, E>;
  readonly rotation_lambda_arn?: Of<string, E>;
  readonly secret_id: Needed<string, E>;
  readonly external_secret_rotation_metadata?: Inners<ExternalSecretRotationMetadata<E>>;
  readonly rotation_rules?: Inner<RotationRules<E>>;
}

interface ExternalSecretRotationMetadata<E> {
  readonly key: Needed<string, E>;
  readonly value: Needed<string, E>;
}

interface RotationRules<E> {
  readonly automatically_after_days?: Of<number, E>;
  readonly duration?: Of<string, E>;
  readonly schedule_expression?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsSecretsmanagerSecretRotation<E>;
  readonly read:
    | keyof AwsSecretsmanagerSecretRotation<E>
    | 'id';
}
