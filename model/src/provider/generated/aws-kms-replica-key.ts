// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsKmsReplicaKey<E> {
  readonly bypass_policy_lockout_safety_check?: Of<boolean, E>;
  readonly deletion_window_in_days?: Of<number, E>;
  readonly description?: Of<string, E>;
  readonly enabled?: Of<boolean, E>;
  readonly policy?: Of<string, E>;
  readonly primary_key_arn: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsKmsReplicaKey<E>;
  readonly read:
    | keyof AwsKmsReplicaKey<E>
    | 'arn'
    | 'id'
    | 'key_id'
    | 'key_rotation_enabled'
    | 'key_spec'
    | 'key_usage'
    | 'tags_all';
}
