// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsIamRolePolicy<E> {
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly policy: Needed<string, E>;
  readonly role: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsIamRolePolicy<E>;
  readonly read:
    | keyof AwsIamRolePolicy<E>
    | 'id';
}
