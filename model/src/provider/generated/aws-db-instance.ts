// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsDbInstance<E> {
  readonly allocated_storage?: Of<number, E>;
  readonly allow_major_version_upgrade?: Of<boolean, E>;
  readonly apply_immediately?: Of<boolean, E>;
  readonly auto_minor_version_upgrade?: Of<boolean, E>;
  readonly availability_zone?: Of<string, E>;
  readonly backup_retention_period?: Of<number, E>;
  readonly backup_target?: Of<string, E>;
  readonly backup_window?: Of<string, E>;
  readonly ca_cert_identifier?: Of<string, E>;
  readonly character_set_name?: Of<string, E>;
  readonly copy_tags_to_snapshot?: Of<boolean, E>;
  readonly custom_iam_instance_profile?: Of<string, E>;
  readonly customer_owned_ip_enabled?: Of<boolean, E>;
  readonly database_insights_mode?: Of<string, E>;
  readonly db_name?: Of<string, E>;
  readonly db_subnet_group_name?: Of<string, E>;
  readonly dedicated_log_volume?: Of<boolean, E>;
  readonly delete_automated_backups?: Of<boolean, E>;
  readonly deletion_protection?: Of<boolean, E>;
  readonly domain?: Of<string, E>;
  readonly domain_auth_secret_arn?: Of<string, E>;
  readonly domain_dns_ips?: Of<readonly Needed<string, E>[], E>;
  readonly domain_fqdn?: Of<string, E>;
  readonly domain_iam_role_name?: Of<string, E>;
  readonly domain_ou?: Of<string, E>;
  readonly enabled_cloudwatch_logs_exports?: Of<readonly Needed<string, E>[], E>;
  readonly engine?: Of<string, E>;
  readonly engine_lifecycle_support?: Of<string, E>;
  readonly engine_version?: Of<string, E>;
  readonly final_snapshot_identifier?: Of<string, E>;
  readonly iam_database_authentication_enabled?: Of<boolean, E>;
  readonly identifier?: Of<string, E>;
  readonly identifier_prefix?: Of<string, E>;
  readonly instance_class: Needed<string, E>;
  readonly iops?: Of<number, E>;
  readonly kms_key_id?: Of<string, E>;
  readonly license_model?: Of<string, E>;
  readonly maintenance_window?: Of<string, E>;
  readonly manage_master_user_password?: Of<boolean, E>;
  readonly master_user_secret_kms_key_id?: Of<string, E>;
  readonly max_allocated_storage?: Of<number, E>;
  readonly monitoring_interval?: Of<number, E>;
  readonly monitoring_role_arn?: Of<string, E>;
  readonly multi_az?: Of<boolean, E>;
  readonly nchar_character_set_name?: Of<string, E>;
  readonly network_type?: Of<string, E>;
  readonly option_group_name?: Of<string, E>;
  readonly parameter_group_name?: Of<string, E>;
  readonly password?: Of<string, E>;
  readonly password_wo?: Of<string, E>;
  readonly password_wo_version?: Of<number, E>;
  readonly performance_insights_enabled?: Of<boolean, E>;
  readonly performance_insights_kms_key_id?: Of<string, E>;
  readonly performance_insights_retention_period?: Of<number, E>;
  readonly port?: Of<number, E>;
  readonly publicly_accessible?: Of<boolean, E>;
  readonly region?: Of<string, E>;
  readonly replica_mode?: Of<string, E>;
  readonly replicate_source_db?: Of<string, E>;
  readonly skip_final_snapshot?: Of<boolean, E>;
  readonly snapshot_identifier?: Of<string, E>;
  readonly storage_encrypted?: Of<boolean, E>;
  readonly storage_throughput?: Of<number, E>;
  readonly storage_type?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly timezone?: Of<string, E>;
  readonly upgrade_storage_config?: Of<boolean, E>;
  readonly username?: Of<string, E>;
  readonly vpc_security_group_ids?: Of<readonly Needed<string, E>[], E>;
  readonly warning_event_categories?: Of<readonly Needed<string, E>[], E>;
  readonly blue_green_update?: Inner<BlueGreenUpdate<E>>;
  readonly restore_to_point_in_time?: Inner<RestoreToPointInTime<E>>;
  readonly s3_import?: Inner<S3Import<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface BlueGreenUpdate<E> {
  readonly enabled?: Of<boolean, E>;
}

interface RestoreToPointInTime<E> {
  readonly restore_time?: Of<string, E>;
  readonly source_db_instance_automated_backups_arn?: Of<string, E>;
  readonly source_db_instance_identifier?: Of<string, E>;
  readonly source_dbi_resource_id?: Of<string, E>;
  readonly use_latest_restorable_time?: Of<boolean, E>;
}

interface S3Import<E> {
  readonly bucket_name: Needed<string, E>;
  readonly bucket_prefix?: Of<string, E>;
  readonly ingestion_role: Needed<string, E>;
  readonly source_engine: Needed<string, E>;
  readonly source_engine_version: Needed<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsDbInstance<E>;
  readonly read:
    | keyof AwsDbInstance<E>
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
