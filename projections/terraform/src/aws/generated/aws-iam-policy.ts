// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsIamPolicy {
  readonly delay_after_policy_creation_in_ms?: Of<number>;
  readonly description?: Of<string>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly path?: Of<string>;
  readonly policy: Needed<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

export interface Binding {
  readonly written: AwsIamPolicy;
  readonly read:
    | keyof AwsIamPolicy
    | 'arn'
    | 'attachment_count'
    | 'id'
    | 'policy_id'
    | 'tags_all';
}
