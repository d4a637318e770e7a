// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsKmsReplicaKey {
  readonly bypass_policy_lockout_safety_check?: Of<boolean>;
  readonly deletion_window_in_days?: Of<number>;
  readonly description?: Of<string>;
  readonly enabled?: Of<boolean>;
  readonly policy?: Of<string>;
  readonly primary_key_arn: Needed<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

export interface Binding {
  readonly written: AwsKmsReplicaKey;
  readonly read:
    | keyof AwsKmsReplicaKey
    | 'arn'
    | 'id'
    | 'key_id'
    | 'key_rotation_enabled'
    | 'key_spec'
    | 'key_usage'
    | 'tags_all';
}
