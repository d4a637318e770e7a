// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsRdsCluster {
  readonly allocated_storage?: Of<number>;
  readonly allow_major_version_upgrade?: Of<boolean>;
  readonly apply_immediately?: Of<boolean>;
  readonly auto_minor_version_upgrade?: Of<boolean>;
  readonly availability_zones?: Of<readonly Needed<string>[]>;
  readonly backtrack_window?: Of<number>;
  readonly backup_retention_period?: Of<number>;
  readonly ca_certificate_identifier?: Of<string>;
  readonly cluster_identifier?: Of<string>;
  readonly cluster_identifier_prefix?: Of<string>;
  readonly cluster_members?: Of<readonly Needed<string>[]>;
  readonly cluster_scalability_type?: Of<string>;
  readonly copy_tags_to_snapshot?: Of<boolean>;
  readonly database_insights_mode?: Of<string>;
  readonly database_name?: Of<string>;
  readonly db_cluster_instance_class?: Of<string>;
  readonly db_cluster_parameter_group_name?: Of<string>;
  readonly db_instance_parameter_group_name?: Of<string>;
  readonly db_subnet_group_name?: Of<string>;
  readonly db_system_id?: Of<string>;
  readonly delete_automated_backups?: Of<boolean>;
  readonly deletion_protection?: Of<boolean>;
  readonly domain?: Of<string>;
  readonly domain_iam_role_name?: Of<string>;
  readonly enable_global_write_forwarding?: Of<boolean>;
  readonly enable_http_endpoint?: Of<boolean>;
  readonly enable_local_write_forwarding?: Of<boolean>;
  readonly enabled_cloudwatch_logs_exports?: Of<readonly Needed<string>[]>;
  readonly engine: Needed<string>;
  readonly engine_lifecycle_support?: Of<string>;
  readonly engine_mode?: Of<string>;
  readonly engine_version?: Of<string>;
  readonly final_snapshot_identifier?: Of<string>;
  readonly global_cluster_identifier?: Of<string>;
  readonly iam_database_authentication_enabled?: Of<boolean>;
  readonly iam_roles?: Of<readonly Needed<string>[]>;
  readonly iops?: Of<number>;
  readonly kms_key_id?: Of<string>;
  readonly manage_master_user_password?: Of<boolean>;
  readonly master_password?: Of<string>;
  readonly master_password_wo?: Of<string>;
  readonly master_password_wo_version?: Of<number>;
  readonly master_user_secret_kms_key_id?: Of<string>;
  readonly master_username?: Of<string>;
  readonly monitoring_interval?: Of<number>;
  readonly monitoring_role_arn?: Of<string>;
  readonly network_type?: Of<string>;
  readonly performance_insights_enabled?: Of<boolean>;
  readonly performance_insights_kms_key_id?: Of<string>;
  readonly performance_insights_retention_period?: Of<number>;
  readonly port?: Of<number>;
  readonly preferred_backup_window?: Of<string>;
  readonly preferred_maintenance_window?: Of<string>;
  readonly region?: Of<string>;
  readonly replication_source_identifier?: Of<string>;
  readonly skip_final_snapshot?: Of<boolean>;
  readonly snapshot_identifier?: Of<string>;
  readonly source_region?: Of<string>;
  readonly storage_encrypted?: Of<boolean>;
  readonly storage_type?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly vpc_security_group_ids?: Of<readonly Needed<string>[]>;
  readonly warning_event_categories?: Of<readonly Needed<string>[]>;
  readonly restore_to_point_in_time?: Inner<RestoreToPointInTime>;
  readonly s3_import?: Inner<S3Import>;
  readonly scaling_configuration?: Inner<ScalingConfiguration>;
  readonly serverlessv2_scaling_configuration?: Inner<Serverlessv2ScalingConfiguration>;
  readonly timeouts?: Inner<Timeouts>;
}

interface RestoreToPointInTime {
  readonly restore_to_time?: Of<string>;
  readonly restore_type?: Of<string>;
  readonly source_cluster_identifier?: Of<string>;
  readonly source_cluster_resource_id?: Of<string>;
  readonly use_latest_restorable_time?: Of<boolean>;
}

interface S3Import {
  readonly bucket_name: Needed<string>;
  readonly bucket_prefix?: Of<string>;
  readonly ingestion_role: Needed<string>;
  readonly source_engine: Needed<string>;
  readonly source_engine_version: Needed<string>;
}

interface ScalingConfiguration {
  readonly auto_pause?: Of<boolean>;
  readonly max_capacity?: Of<number>;
  readonly min_capacity?: Of<number>;
  readonly seconds_before_timeout?: Of<number>;
  readonly seconds_until_auto_pause?: Of<number>;
  readonly timeout_action?: Of<string>;
}

interface Serverlessv2ScalingConfiguration {
  readonly max_capacity: Needed<number>;
  readonly min_capacity: Needed<number>;
  readonly seconds_until_auto_pause?: Of<number>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsRdsCluster;
  readonly read:
    | keyof AwsRdsCluster
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
