// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsKmsKeyData<E> {
  readonly grant_tokens?: Of<readonly Needed<string, E>[], E>;
  readonly key_id: Needed<string, E>;
  readonly region?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsKmsKeyData<E>;
  readonly read:
    | keyof AwsKmsKeyData<E>
    | 'arn'
    | 'aws_account_id'
    | 'cloud_hsm_cluster_id'
    | 'creation_date'
    | 'custom_key_store_id'
    | 'customer_master_key_spec'
    | 'deletion_date'
    | 'description'
    | 'enabled'
    | 'expiration_model'
    | 'id'
    | 'key_manager'
    | 'key_spec'
    | 'key_state'
    | 'key_usage'
    | 'multi_region'
    | 'multi_region_configuration'
    | 'origin'
    | 'pending_deletion_window_in_days'
    | 'valid_to'
    | 'xks_key_configuration';
}
