// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsDynamodbTable {
  readonly billing_mode?: Of<string>;
  readonly deletion_protection_enabled?: Of<boolean>;
  readonly hash_key?: Of<string>;
  readonly name: Needed<string>;
  readonly range_key?: Of<string>;
  readonly read_capacity?: Of<number>;
  readonly region?: Of<string>;
  readonly restore_backup_arn?: Of<string>;
  readonly restore_date_time?: Of<string>;
  readonly restore_source_name?: Of<string>;
  readonly restore_source_table_arn?: Of<string>;
  readonly restore_to_latest_time?: Of<boolean>;
  readonly stream_enabled?: Of<boolean>;
  readonly stream_view_type?: Of<string>;
  readonly table_class?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly write_capacity?: Of<number>;
  readonly attribute?: Inners<Attribute>;
  readonly global_secondary_index?: Inners<GlobalSecondaryIndex>;
  readonly global_table_witness?: Inner<GlobalTableWitness>;
  readonly import_table?: Inner<ImportTable>;
  readonly local_secondary_index?: Inners<LocalSecondaryIndex>;
  readonly on_demand_throughput?: Inner<OnDemandThroughput2>;
  readonly point_in_time_recovery?: Inner<PointInTimeRecovery>;
  readonly replica?: Inners<Replica>;
  readonly server_side_encryption?: Inner<ServerSideEncryption>;
  readonly timeouts?: Inner<Timeouts>;
  readonly ttl?: Inner<Ttl>;
  readonly warm_throughput?: Inner<WarmThroughput2>;
}

interface Attribute {
  readonly name: Needed<string>;
  readonly type: Needed<string>;
}

interface GlobalSecondaryIndex {
  readonly hash_key?: Of<string>;
  readonly name: Needed<string>;
  readonly non_key_attributes?: Of<readonly Needed<string>[]>;
  readonly projection_type: Needed<string>;
  readonly range_key?: Of<string>;
  readonly read_capacity?: Of<number>;
  readonly write_capacity?: Of<number>;
  readonly key_schema?: Inners<KeySchema>;
  readonly on_demand_throughput?: Inner<OnDemandThroughput>;
  readonly warm_throughput?: Inner<WarmThroughput>;
}

interface KeySchema {
  readonly attribute_name: Needed<string>;
  readonly key_type: Needed<string>;
}

interface OnDemandThroughput {
  readonly max_read_request_units?: Of<number>;
  readonly max_write_request_units?: Of<number>;
}

interface WarmThroughput {
  readonly read_units_per_second?: Of<number>;
  readonly write_units_per_second?: Of<number>;
}

interface GlobalTableWitness {
  readonly region_name?: Of<string>;
}

interface ImportTable {
  readonly input_compression_type?: Of<string>;
  readonly input_format: Needed<string>;
  readonly input_format_options?: Inner<InputFormatOptions>;
  readonly s3_bucket_source: S3BucketSource;
}

interface InputFormatOptions {
  readonly csv?: Inner<Csv>;
}

interface Csv {
  readonly delimiter?: Of<string>;
  readonly header_list?: Of<readonly Needed<string>[]>;
}

interface S3BucketSource {
  readonly bucket: Needed<string>;
  readonly bucket_owner?: Of<string>;
  readonly key_prefix?: Of<string>;
}

interface LocalSecondaryIndex {
  readonly name: Needed<string>;
  readonly non_key_attributes?: Of<readonly Needed<string>[]>;
  readonly projection_type: Needed<string>;
  readonly range_key: Needed<string>;
}

interface OnDemandThroughput2 {
  readonly max_read_request_units?: Of<number>;
  readonly max_write_request_units?: Of<number>;
}

interface PointInTimeRecovery {
  readonly enabled: Needed<boolean>;
  readonly recovery_period_in_days?: Of<number>;
}

interface Replica {
  readonly consistency_mode?: Of<string>;
  readonly deletion_protection_enabled?: Of<boolean>;
  readonly kms_key_arn?: Of<string>;
  readonly point_in_time_recovery?: Of<boolean>;
  readonly propagate_tags?: Of<boolean>;
  readonly region_name: Needed<string>;
}

interface ServerSideEncryption {
  readonly enabled: Needed<boolean>;
  readonly kms_key_arn?: Of<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

interface Ttl {
  readonly attribute_name?: Of<string>;
  readonly enabled?: Of<boolean>;
}

interface WarmThroughput2 {
  readonly read_units_per_second?: Of<number>;
  readonly write_units_per_second?: Of<number>;
}

export interface Binding {
  readonly written: AwsDynamodbTable;
  readonly read:
    | keyof AwsDynamodbTable
    | 'arn'
    | 'id'
    | 'stream_arn'
    | 'stream_label'
    | 'tags_all';
}
