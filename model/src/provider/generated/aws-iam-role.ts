// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsIamRole<E> {
  readonly assume_role_policy: Needed<string, E>;
  readonly description?: Of<string, E>;
  readonly force_detach_policies?: Of<boolean, E>;
  readonly managed_policy_arns?: Of<readonly Needed<string, E>[], E>;
  readonly max_session_duration?: Of<number, E>;
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly path?: Of<string, E>;
  readonly permissions_boundary?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly inline_policy?: Inners<InlinePolicy<E>>;
}

interface InlinePolicy<E> {
  readonly name?: Of<string, E>;
  readonly policy?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsIamRole<E>;
  readonly read:
    | keyof AwsIamRole<E>
    | 'arn'
    | 'create_date'
    | 'id'
    | 'tags_all'
    | 'unique_id';
}
