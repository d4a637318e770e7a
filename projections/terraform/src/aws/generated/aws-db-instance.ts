// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsDbInstance {
  readonly allocated_storage?: Of<number>;
  readonly allow_major_version_upgrade?: Of<boolean>;
  readonly apply_immediately?: Of<boolean>;
  readonly auto_minor_version_upgrade?: Of<boolean>;
  readonly availability_zone?: Of<string>;
  readonly backup_retention_period?: Of<number>;
  readonly backup_target?: Of<string>;
  readonly backup_window?: Of<string>;
  readonly ca_cert_identifier?: Of<string>;
  readonly character_set_name?: Of<string>;
  readonly copy_tags_to_snapshot?: Of<boolean>;
  readonly custom_iam_instance_profile?: Of<string>;
  readonly customer_owned_ip_enabled?: Of<boolean>;
  readonly database_insights_mode?: Of<string>;
  readonly db_name?: Of<string>;
  readonly db_subnet_group_name?: Of<string>;
  readonly dedicated_log_volume?: Of<boolean>;
  readonly delete_automated_backups?: Of<boolean>;
  readonly deletion_protection?: Of<boolean>;
  readonly domain?: Of<string>;
  readonly domain_auth_secret_arn?: Of<string>;
  readonly domain_dns_ips?: Of<readonly Needed<string>[]>;
  readonly domain_fqdn?: Of<string>;
  readonly domain_iam_role_name?: Of<string>;
  readonly domain_ou?: Of<string>;
  readonly enabled_cloudwatch_logs_exports?: Of<readonly Needed<string>[]>;
  readonly engine?: Of<string>;
  readonly engine_lifecycle_support?: Of<string>;
  readonly engine_version?: Of<string>;
  readonly final_snapshot_identifier?: Of<string>;
  readonly iam_database_authentication_enabled?: Of<boolean>;
  readonly identifier?: Of<string>;
  readonly identifier_prefix?: Of<string>;
  readonly instance_class: Needed<string>;
  readonly iops?: Of<number>;
  readonly kms_key_id?: Of<string>;
  readonly license_model?: Of<string>;
  readonly maintenance_window?: Of<string>;
  readonly manage_master_user_password?: Of<boolean>;
  readonly master_user_secret_kms_key_id?: Of<string>;
  readonly max_allocated_storage?: Of<number>;
  readonly monitoring_interval?: Of<number>;
  readonly monitoring_role_arn?: Of<string>;
  readonly multi_az?: Of<boolean>;
  readonly nchar_character_set_name?: Of<string>;
  readonly network_type?: Of<string>;
  readonly option_group_name?: Of<string>;
  readonly parameter_group_name?: Of<string>;
  readonly password?: Of<string>;
  readonly password_wo?: Of<string>;
  readonly password_wo_version?: Of<number>;
  readonly performance_insights_enabled?: Of<boolean>;
  readonly performance_insights_kms_key_id?: Of<string>;
  readonly performance_insights_retention_period?: Of<number>;
  readonly port?: Of<number>;
  readonly publicly_accessible?: Of<boolean>;
  readonly region?: Of<string>;
  readonly replica_mode?: Of<string>;
  readonly replicate_source_db?: Of<string>;
  readonly skip_final_snapshot?: Of<boolean>;
  readonly snapshot_identifier?: Of<string>;
  readonly storage_encrypted?: Of<boolean>;
  readonly storage_throughput?: Of<number>;
  readonly storage_type?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly timezone?: Of<string>;
  readonly upgrade_storage_config?: Of<boolean>;
  readonly username?: Of<string>;
  readonly vpc_security_group_ids?: Of<readonly Needed<string>[]>;
  readonly warning_event_categories?: Of<readonly Needed<string>[]>;
  readonly blue_green_update?: Inner<BlueGreenUpdate>;
  readonly restore_to_point_in_time?: Inner<RestoreToPointInTime>;
  readonly s3_import?: Inner<S3Import>;
  readonly timeouts?: Inner<Timeouts>;
}

interface BlueGreenUpdate {
  readonly enabled?: Of<boolean>;
}

interface RestoreToPointInTime {
  readonly restore_time?: Of<string>;
  readonly source_db_instance_automated_backups_arn?: Of<string>;
  readonly source_db_instance_identifier?: Of<string>;
  readonly source_dbi_resource_id?: Of<string>;
  readonly use_latest_restorable_time?: Of<boolean>;
}

interface S3Import {
  readonly bucket_name: Needed<string>;
  readonly bucket_prefix?: Of<string>;
  readonly ingestion_role: Needed<string>;
  readonly source_engine: Needed<string>;
  readonly source_engine_version: Needed<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsDbInstance;
  readonly read:
    | keyof AwsDbInstance
    | 'address'
    | 'arn'
    | 'endpoint'
    | 'engine_version_actual'
    | 'hosted_zone_id'
    | 'id'
    | 'latest_restorable_time'
    | 'listener_endpoint'
    | 'master_user_secret'
    | 'replicas'
    | 'resource_id'
    | 'status'
    | 'tags_all'
    | 'upgrade_rollout_order';
}
