// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsRdsCluster<E> {
  readonly allocated_storage?: Of<number, E>;
  readonly allow_major_version_upgrade?: Of<boolean, E>;
  readonly apply_immediately?: Of<boolean, E>;
  readonly auto_minor_version_upgrade?: Of<boolean, E>;
  readonly availability_zones?: Of<readonly Needed<string, E>[], E>;
  readonly backtrack_window?: Of<number, E>;
  readonly backup_retention_period?: Of<number, E>;
  readonly ca_certificate_identifier?: Of<string, E>;
  readonly cluster_identifier?: Of<string, E>;
  readonly cluster_identifier_prefix?: Of<string, E>;
  readonly cluster_members?: Of<readonly Needed<string, E>[], E>;
  readonly cluster_scalability_type?: Of<string, E>;
  readonly copy_tags_to_snapshot?: Of<boolean, E>;
  readonly database_insights_mode?: Of<string, E>;
  readonly database_name?: Of<string, E>;
  readonly db_cluster_instance_class?: Of<string, E>;
  readonly db_cluster_parameter_group_name?: Of<string, E>;
  readonly db_instance_parameter_group_name?: Of<string, E>;
  readonly db_subnet_group_name?: Of<string, E>;
  readonly db_system_id?: Of<string, E>;
  readonly delete_automated_backups?: Of<boolean, E>;
  readonly deletion_protection?: Of<boolean, E>;
  readonly domain?: Of<string, E>;
  readonly domain_iam_role_name?: Of<string, E>;
  readonly enable_global_write_forwarding?: Of<boolean, E>;
  readonly enable_http_endpoint?: Of<boolean, E>;
  readonly enable_local_write_forwarding?: Of<boolean, E>;
  readonly enabled_cloudwatch_logs_exports?: Of<readonly Needed<string, E>[], E>;
  readonly engine: Needed<string, E>;
  readonly engine_lifecycle_support?: Of<string, E>;
  readonly engine_mode?: Of<string, E>;
  readonly engine_version?: Of<string, E>;
  readonly final_snapshot_identifier?: Of<string, E>;
  readonly global_cluster_identifier?: Of<string, E>;
  readonly iam_database_authentication_enabled?: Of<boolean, E>;
  readonly iam_roles?: Of<readonly Needed<string, E>[], E>;
  readonly iops?: Of<number, E>;
  readonly kms_key_id?: Of<string, E>;
  readonly manage_master_user_password?: Of<boolean, E>;
  readonly master_password?: Of<string, E>;
  readonly master_password_wo?: Of<string, E>;
  readonly master_password_wo_version?: Of<number, E>;
  readonly master_user_secret_kms_key_id?: Of<string, E>;
  readonly master_username?: Of<string, E>;
  readonly monitoring_interval?: Of<number, E>;
  readonly monitoring_role_arn?: Of<string, E>;
  readonly network_type?: Of<string, E>;
  readonly performance_insights_enabled?: Of<boolean, E>;
  readonly performance_insights_kms_key_id?: Of<string, E>;
  readonly performance_insights_retention_period?: Of<number, E>;
  readonly port?: Of<number, E>;
  readonly preferred_backup_window?: Of<string, E>;
  readonly preferred_maintenance_window?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly replication_source_identifier?: Of<string, E>;
  readonly skip_final_snapshot?: Of<boolean, E>;
  readonly snapshot_identifier?: Of<string, E>;
  readonly source_region?: Of<string, E>;
  readonly storage_encrypted?: Of<boolean, E>;
  readonly storage_type?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly vpc_security_group_ids?: Of<readonly Needed<string, E>[], E>;
  readonly warning_event_categories?: Of<readonly Needed<string, E>[], E>;
  readonly restore_to_point_in_time?: Inner<RestoreToPointInTime<E>>;
  readonly s3_import?: Inner<S3Import<E>>;
  readonly scaling_configuration?: Inner<ScalingConfiguration<E>>;
  readonly serverlessv2_scaling_configuration?: Inner<Serverlessv2ScalingConfiguration<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface RestoreToPointInTime<E> {
  readonly restore_to_time?: Of<string, E>;
  readonly restore_type?: Of<string, E>;
  readonly source_cluster_identifier?: Of<string, E>;
  readonly source_cluster_resource_id?: Of<string, E>;
  readonly use_latest_restorable_time?: Of<boolean, E>;
}

interface S3Import<E> {
  readonly bucket_name: Needed<string, E>;
  readonly bucket_prefix?: Of<string, E>;
  readonly ingestion_role: Needed<string, E>;
  readonly source_engine: Needed<string, E>;
  readonly source_engine_version: Needed<string, E>;
}

interface ScalingConfiguration<E> {
  readonly auto_pause?: Of<boolean, E>;
  readonly max_capacity?: Of<number, E>;
  readonly min_capacity?: Of<number, E>;
  readonly seconds_before_timeout?: Of<number, E>;
  readonly seconds_until_auto_pause?: Of<number, E>;
  readonly timeout_action?: Of<string, E>;
}

interface Serverlessv2ScalingConfiguration<E> {
  readonly max_capacity: Needed<number, E>;
  readonly min_capacity: Needed<number, E>;
  readonly seconds_until_auto_pause?: Of<number, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsRdsCluster<E>;
  readonly read:
    | keyof AwsRdsCluster<E>
    | 'arn'
    | 'ca_certificate_valid_till'
    | 'cluster_resource_id'
    | 'endpoint'
    | 'engine_version_actual'
    | 'hosted_zone_id'
    | 'id'
    | 'master_user_secret'
    | 'reader_endpoint'
    | 'tags_all'
    | 'upgrade_rollout_order';
}
