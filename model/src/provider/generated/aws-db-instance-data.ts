// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsDbInstanceData<E> {
  readonly db_instance_identifier?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsDbInstanceData<E>;
  readonly read:
    | keyof AwsDbInstanceData<E>
    | 'address'
    | 'allocated_storage'
    | 'auto_minor_version_upgrade'
    | 'availability_zone'
    | 'backup_retention_period'
    | 'ca_cert_identifier'
    | 'database_insights_mode'
    | 'db_cluster_identifier'
    | 'db_instance_arn'
    | 'db_instance_class'
    | 'db_instance_port'
    | 'db_name'
    | 'db_parameter_groups'
    | 'db_subnet_group'
    | 'enabled_cloudwatch_logs_exports'
    | 'endpoint'
    | 'engine'
    | 'engine_version'
    | 'hosted_zone_id'
    | 'id'
    | 'iops'
    | 'kms_key_id'
    | 'license_model'
    | 'master_user_secret'
    | 'master_username'
    | 'max_allocated_storage'
    | 'monitoring_interval'
    | 'monitoring_role_arn'
    | 'multi_az'
    | 'network_type'
    | 'option_group_memberships'
    | 'port'
    | 'preferred_backup_window'
    | 'preferred_maintenance_window'
    | 'publicly_accessible'
    | 'replicate_source_db'
    | 'resource_id'
    | 'storage_encrypted'
    | 'storage_throughput'
    | 'storage_type'
    | 'timezone'
    | 'upgrade_rollout_order'
    | 'vpc_security_groups';
}
