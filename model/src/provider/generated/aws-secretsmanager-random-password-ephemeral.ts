// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsSecretsmanagerRandomPasswordEphemeral<E> {
  readonly exclude_characters?: Of<string, E>;
  readonly exclude_lowercase?: Of<boolean, E>;
  readonly exclude_numbers?: Of<boolean, E>;
  readonly exclude_punctuation?: Of<boolean, E>;
  readonly exclude_uppercase?: Of<boolean, E>;
  readonly include_space?: Of<boolean, E>;
  readonly password_length?: Of<number, E>;
  readonly region?: Of<string, E>;
  readonly require_each_included_type?: Of<boolean, E>;
}

export interface Binding<E> {
  readonly written: AwsSecretsmanagerRandomPasswordEphemeral<E>;
  readonly read:
    | keyof AwsSecretsmanagerRandomPasswordEphemeral<E>
    | 'random_password';
}
