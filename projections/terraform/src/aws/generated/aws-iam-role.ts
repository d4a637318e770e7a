// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsIamRole {
  readonly assume_role_policy: Needed<string>;
  readonly description?: Of<string>;
  readonly force_detach_policies?: Of<boolean>;
  readonly managed_policy_arns?: Of<readonly Needed<string>[]>;
  readonly max_session_duration?: Of<number>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly path?: Of<string>;
  readonly permissions_boundary?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly inline_policy?: Inners<InlinePolicy>;
}

interface InlinePolicy {
  readonly name?: Of<string>;
  readonly policy?: Of<string>;
}

export interface Binding {
  readonly written: AwsIamRole;
  readonly read:
    | keyof AwsIamRole
    | 'arn'
    | 'create_date'
    | 'id'
    | 'tags_all'
    | 'unique_id';
}
