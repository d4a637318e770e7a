// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsSecretsmanagerRandomPasswordEphemeral {
  readonly exclude_characters?: Of<string>;
  readonly exclude_lowercase?: Of<boolean>;
  readonly exclude_numbers?: Of<boolean>;
  readonly exclude_punctuation?: Of<boolean>;
  readonly exclude_uppercase?: Of<boolean>;
  readonly include_space?: Of<boolean>;
  readonly password_length?: Of<number>;
  readonly region?: Of<string>;
  readonly require_each_included_type?: Of<boolean>;
}

export interface Binding {
  readonly written: AwsSecretsmanagerRandomPasswordEphemeral;
  readonly read:
    | keyof AwsSecretsmanagerRandomPasswordEphemeral
    | 'random_password';
}
