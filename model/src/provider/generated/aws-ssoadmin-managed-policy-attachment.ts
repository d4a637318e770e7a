// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsSsoadminManagedPolicyAttachment<E> {
  readonly instance_arn: Needed<string, E>;
  readonly managed_policy_arn: Needed<string, E>;
  readonly permission_set_arn: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsSsoadminManagedPolicyAttachment<E>;
  readonly read:
    | keyof AwsSsoadminManagedPolicyAttachment<E>
    | 'id'
    | 'managed_policy_name';
}
