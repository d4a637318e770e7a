// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Of } from '../of.ts';

export interface AwsKmsKey<E> {
  readonly bypass_policy_lockout_safety_check?: Of<boolean, E>;
  readonly custom_key_store_id?: Of<string, E>;
  readonly customer_master_key_spec?: Of<string, E>;
  readonly deletion_window_in_days?: Of<number, E>;
  readonly description?: Of<string, E>;
  readonly enable_key_rotation?: Of<boolean, E>;
  readonly is_enabled?: Of<boolean, E>;
  readonly key_usage?: Of<string, E>;
  readonly multi_region?: Of<boolean, E>;
  readonly policy?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly rotation_period_in_days?: Of<number, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly xks_key_id?: Of<string, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsKmsKey<E>;
  readonly read:
    | keyof AwsKmsKey<E>
    | 'arn'
    | 'id'
    | 'key_id'
    | 'tags_all';
}
