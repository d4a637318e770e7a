// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed } from '../of.ts';

export interface AwsIamRolePolicyAttachment<E> {
  readonly policy_arn: Needed<string, E>;
  readonly role: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsIamRolePolicyAttachment<E>;
  readonly read:
    | keyof AwsIamRolePolicyAttachment<E>
    | 'id';
}
