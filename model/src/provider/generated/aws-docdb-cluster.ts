// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsDocdbCluster<E> {
  readonly allow_major_version_upgrade?: Of<boolean, E>;
  readonly apply_immediately?: Of<boolean, E>;
  readonly availability_zones?: Of<readonly Needed<string, E>[], E>;
  readonly backup_retention_period?: Of<number, E>;
  readonly cluster_identifier?: Of<string, E>;
  readonly cluster_identifier_prefix?: Of<string, E>;
  readonly cluster_members?: Of<readonly Needed<string, E>[], E>;
  readonly db_cluster_parameter_group_name?: Of<string, E>;
  readonly db_subnet_group_name?: Of<string, E>;
  readonly deletion_protection?: Of<boolean, E>;
  readonly enabled_cloudwatch_logs_exports?: Of<readonly Needed<string, E>[], E>;
  readonly engine?: Of<string, E>;
  readonly engine_version?: Of<string, E>;
  readonly final_snapshot_identifier?: Of<string, E>;
  readonly global_cluster_identifier?: Of<string, E>;
  readonly kms_key_id?: Of<string, E>;
  readonly manage_master_user_password?: Of<boolean, E>;
  readonly master_password?: Of<string, E>;
  readonly master_password_wo?: Of<string, E>;
  readonly master_password_wo_version?: Of<number, E>;
  readonly master_username?: Of<string, E>;
  readonly network_type?: Of<string, E>;
  readonly port?: Of<number, E>;
  readonly preferred_backup_window?: Of<string, E>;
  readonly preferred_maintenance_window?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly skip_final_snapshot?: Of<boolean, E>;
  readonly snapshot_identifier?: Of<string, E>;
  readonly storage_encrypted?: Of<boolean, E>;
  readonly storage_type?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly vpc_security_group_ids?: Of<readonly Needed<string, E>[], E>;
  readonly restore_to_point_in_time?: Inner<RestoreToPointInTime<E>>;
  readonly serverless_v2_scaling_configuration?: Inner<ServerlessV2ScalingConfiguration<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface RestoreToPointInTime<E> {
  readonly restore_to_time?: Of<string, E>;
  readonly restore_type?: Of<string, E>;
  readonly source_cluster_identifier: Needed<string, E>;
  readonly use_latest_restorable_time?: Of<boolean, E>;
}

interface ServerlessV2ScalingConfiguration<E> {
  readonly max_capacity: Needed<number, E>;
  readonly min_capacity: Needed<number, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsDocdbCluster<E>;
  readonly read:
    | keyof AwsDocdbCluster<E>
    | 'arn'
    | 'cluster_resource_id'
    | 'endpoint'
    | 'hosted_zone_id'
    | 'id'
    | 'master_user_secret'
    | 'reader_endpoint'
    | 'tags_all';
}
