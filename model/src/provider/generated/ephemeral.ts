// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0

export interface AwsEphemerals<E> {
  readonly aws_secretsmanager_random_password:
    import('./aws-secretsmanager-random-password-ephemeral.ts').Binding<E>;
  readonly aws_secretsmanager_secret_version:
    import('./aws-secretsmanager-secret-version-ephemeral.ts').Binding<E>;
}
