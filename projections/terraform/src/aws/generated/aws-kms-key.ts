// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Of } from '../of.ts';

export interface AwsKmsKey {
  readonly bypass_policy_lockout_safety_check?: Of<boolean>;
  readonly custom_key_store_id?: Of<string>;
  readonly customer_master_key_spec?: Of<string>;
  readonly deletion_window_in_days?: Of<number>;
  readonly description?: Of<string>;
  readonly enable_key_rotation?: Of<boolean>;
  readonly is_enabled?: Of<boolean>;
  readonly key_usage?: Of<string>;
  readonly multi_region?: Of<boolean>;
  readonly policy?: Of<string>;
  readonly region?: Of<string>;
  readonly rotation_period_in_days?: Of<number>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly xks_key_id?: Of<string>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
}

export interface Binding {
  readonly written: AwsKmsKey;
  readonly read:
    | keyof AwsKmsKey
    | 'arn'
    | 'id'
    | 'key_id'
    | 'tags_all';
}
