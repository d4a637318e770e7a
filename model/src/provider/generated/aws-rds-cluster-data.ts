// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsRdsClusterData<E> {
  readonly cluster_identifier: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsRdsClusterData<E>;
  readonly read:
    | keyof AwsRdsClusterData<E>
    | 'arn'
    | 'availability_zones'
    | 'backtrack_window'
    | 'backup_retention_period'
    | 'cluster_members'
    | 'cluster_resource_id'
    | 'cluster_scalability_type'
    | 'database_insights_mode'
    | 'database_name'
    | 'db_cluster_parameter_group_name'
    | 'db_subnet_group_name'
    | 'db_system_id'
    | 'deletion_protection'
    | 'enabled_cloudwatch_logs_exports'
    | 'endpoint'
    | 'engine'
    | 'engine_mode'
    | 'engine_version'
    | 'final_snapshot_identifier'
    | 'hosted_zone_id'
    | 'iam_database_authentication_enabled'
    | 'iam_roles'
    | 'id'
    | 'kms_key_id'
    | 'master_user_secret'
    | 'master_username'
    | 'monitoring_interval'
    | 'monitoring_role_arn'
    | 'network_type'
    | 'port'
    | 'preferred_backup_window'
    | 'preferred_maintenance_window'
    | 'reader_endpoint'
    | 'replication_source_identifier'
    | 'storage_encrypted'
    | 'upgrade_rollout_order'
    | 'vpc_security_group_ids';
}
