// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed } from '../of.ts';

export interface AwsIamRolePolicyAttachment {
  readonly policy_arn: Needed<string>;
  readonly role: Needed<string>;
}

export interface Binding {
  readonly written: AwsIamRolePolicyAttachment;
  readonly read:
    | keyof AwsIamRolePolicyAttachment
    | 'id';
}
