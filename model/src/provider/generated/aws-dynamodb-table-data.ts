// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsDynamodbTableData<E> {
  readonly name: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly server_side_encryption?: Inner<ServerSideEncryption>;
}

interface ServerSideEncryption {

}

export interface Binding<E> {
  readonly written: AwsDynamodbTableData<E>;
  readonly read:
    | keyof AwsDynamodbTableData<E>
    | 'arn'
    | 'attribute'
    | 'billing_mode'
    | 'deletion_protection_enabled'
    | 'global_secondary_index'
    | 'hash_key'
    | 'id'
    | 'local_secondary_index'
    | 'on_demand_throughput'
    | 'point_in_time_recovery'
    | 'range_key'
    | 'read_capacity'
    | 'replica'
    | 'stream_arn'
    | 'stream_enabled'
    | 'stream_label'
    | 'stream_view_type'
    | 'table_class'
    | 'ttl'
    | 'warm_throughput'
    | 'write_capacity';
}
