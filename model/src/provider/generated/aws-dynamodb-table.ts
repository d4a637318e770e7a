// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsDynamodbTable<E> {
  readonly billing_mode?: Of<string, E>;
  readonly deletion_protection_enabled?: Of<boolean, E>;
  readonly hash_key?: Of<string, E>;
  readonly name: Needed<string, E>;
  readonly range_key?: Of<string, E>;
  readonly read_capacity?: Of<number, E>;
  readonly region?: Of<string, E>;
  readonly restore_backup_arn?: Of<string, E>;
  readonly restore_date_time?: Of<string, E>;
  readonly restore_source_name?: Of<string, E>;
  readonly restore_source_table_arn?: Of<string, E>;
  readonly restore_to_latest_time?: Of<boolean, E>;
  readonly stream_enabled?: Of<boolean, E>;
  readonly stream_view_type?: Of<string, E>;
  readonly table_class?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly write_capacity?: Of<number, E>;
  readonly attribute?: Inners<Attribute<E>>;
  readonly global_secondary_index?: Inners<GlobalSecondaryIndex<E>>;
  readonly global_table_witness?: Inner<GlobalTableWitness<E>>;
  readonly import_table?: Inner<ImportTable<E>>;
  readonly local_secondary_index?: Inners<LocalSecondaryIndex<E>>;
  readonly on_demand_throughput?: Inner<OnDemandThroughput2<E>>;
  readonly point_in_time_recovery?: Inner<PointInTimeRecovery<E>>;
  readonly replica?: Inners<Replica<E>>;
  readonly server_side_encryption?: Inner<ServerSideEncryption<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
  readonly ttl?: Inner<Ttl<E>>;
  readonly warm_throughput?: Inner<WarmThroughput2<E>>;
}

interface Attribute<E> {
  readonly name: Needed<string, E>;
  readonly type: Needed<string, E>;
}

interface GlobalSecondaryIndex<E> {
  readonly hash_key?: Of<string, E>;
  readonly name: Needed<string, E>;
  readonly non_key_attributes?: Of<readonly Needed<string, E>[], E>;
  readonly projection_type: Needed<string, E>;
  readonly range_key?: Of<string, E>;
  readonly read_capacity?: Of<number, E>;
  readonly write_capacity?: Of<number, E>;
  readonly key_schema?: Inners<KeySchema<E>>;
  readonly on_demand_throughput?: Inner<OnDemandThroughput<E>>;
  readonly warm_throughput?: Inner<WarmThroughput<E>>;
}

interface KeySchema<E> {
  readonly attribute_name: Needed<string, E>;
  readonly key_type: Needed<string, E>;
}

interface OnDemandThroughput<E> {
  readonly max_read_request_units?: Of<number, E>;
  readonly max_write_request_units?: Of<number, E>;
}

interface WarmThroughput<E> {
  readonly read_units_per_second?: Of<number, E>;
  readonly write_units_per_second?: Of<number, E>;
}

interface GlobalTableWitness<E> {
  readonly region_name?: Of<string, E>;
}

interface ImportTable<E> {
  readonly input_compression_type?: Of<string, E>;
  readonly input_format: Needed<string, E>;
  readonly input_format_options?: Inner<InputFormatOptions<E>>;
  readonly s3_bucket_source: S3BucketSource<E>;
}

interface InputFormatOptions<E> {
  readonly csv?: Inner<Csv<E>>;
}

interface Csv<E> {
  readonly delimiter?: Of<string, E>;
  readonly header_list?: Of<readonly Needed<string, E>[], E>;
}

interface S3BucketSource<E> {
  readonly bucket: Needed<string, E>;
  readonly bucket_owner?: Of<string, E>;
  readonly key_prefix?: Of<string, E>;
}

interface LocalSecondaryIndex<E> {
  readonly name: Needed<string, E>;
  readonly non_key_attributes?: Of<readonly Needed<string, E>[], E>;
  readonly projection_type: Needed<string, E>;
  readonly range_key: Needed<string, E>;
}

interface OnDemandThroughput2<E> {
  readonly max_read_request_units?: Of<number, E>;
  readonly max_write_request_units?: Of<number, E>;
}

interface PointInTimeRecovery<E> {
  readonly enabled: Needed<boolean, E>;
  readonly recovery_period_in_days?: Of<number, E>;
}

interface Replica<E> {
  readonly consistency_mode?: Of<string, E>;
  readonly deletion_protection_enabled?: Of<boolean, E>;
  readonly kms_key_arn?: Of<string, E>;
  readonly point_in_time_recovery?: Of<boolean, E>;
  readonly propagate_tags?: Of<boolean, E>;
  readonly region_name: Needed<string, E>;
}

interface ServerSideEncryption<E> {
  readonly enabled: Needed<boolean, E>;
  readonly kms_key_arn?: Of<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

interface Ttl<E> {
  readonly attribute_name?: Of<string, E>;
  readonly enabled?: Of<boolean, E>;
}

interface WarmThroughput2<E> {
  readonly read_units_per_second?: Of<number, E>;
  readonly write_units_per_second?: Of<number, E>;
}

export interface Binding<E> {
  readonly written: AwsDynamodbTable<E>;
  readonly read:
    | keyof AwsDynamodbTable<E>
    | 'arn'
    | 'id'
    | 'stream_arn'
    | 'stream_label'
    | 'tags_all';
}
