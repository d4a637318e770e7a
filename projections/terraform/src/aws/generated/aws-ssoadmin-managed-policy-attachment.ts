// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsSsoadminManagedPolicyAttachment {
  readonly instance_arn: Needed<string>;
  readonly managed_policy_arn: Needed<string>;
  readonly permission_set_arn: Needed<string>;
  readonly region?: Of<string>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
}

export interface Binding {
  readonly written: AwsSsoadminManagedPolicyAttachment;
  readonly read:
    | keyof AwsSsoadminManagedPolicyAttachment
    | 'id'
    | 'managed_policy_name';
}
