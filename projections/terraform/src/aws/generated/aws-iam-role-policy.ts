// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsIamRolePolicy {
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly policy: Needed<string>;
  readonly role: Needed<string>;
}

export interface Binding {
  readonly written: AwsIamRolePolicy;
  readonly read:
    | keyof AwsIamRolePolicy
    | 'id';
}
