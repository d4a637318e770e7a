// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsDocdbCluster {
  readonly allow_major_version_upgrade?: Of<boolean>;
  readonly apply_immediately?: Of<boolean>;
  readonly availability_zones?: Of<readonly Needed<string>[]>;
  readonly backup_retention_period?: Of<number>;
  readonly cluster_identifier?: Of<string>;
  readonly cluster_identifier_prefix?: Of<string>;
  readonly cluster_members?: Of<readonly Needed<string>[]>;
  readonly db_cluster_parameter_group_name?: Of<string>;
  readonly db_subnet_group_name?: Of<string>;
  readonly deletion_protection?: Of<boolean>;
  readonly enabled_cloudwatch_logs_exports?: Of<readonly Needed<string>[]>;
  readonly engine?: Of<string>;
  readonly engine_version?: Of<string>;
  readonly final_snapshot_identifier?: Of<string>;
  readonly global_cluster_identifier?: Of<string>;
  readonly kms_key_id?: Of<string>;
  readonly manage_master_user_password?: Of<boolean>;
  readonly master_password?: Of<string>;
  readonly master_password_wo?: Of<string>;
  readonly master_password_wo_version?: Of<number>;
  readonly master_username?: Of<string>;
  readonly network_type?: Of<string>;
  readonly port?: Of<number>;
  readonly preferred_backup_window?: Of<string>;
  readonly preferred_maintenance_window?: Of<string>;
  readonly region?: Of<string>;
  readonly skip_final_snapshot?: Of<boolean>;
  readonly snapshot_identifier?: Of<string>;
  readonly storage_encrypted?: Of<boolean>;
  readonly storage_type?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly vpc_security_group_ids?: Of<readonly Needed<string>[]>;
  readonly restore_to_point_in_time?: Inner<RestoreToPointInTime>;
  readonly serverless_v2_scaling_configuration?: Inner<ServerlessV2ScalingConfiguration>;
  readonly timeouts?: Inner<Timeouts>;
}

interface RestoreToPointInTime {
  readonly restore_to_time?: Of<string>;
  readonly restore_type?: Of<string>;
  readonly source_cluster_identifier: Needed<string>;
  readonly use_latest_restorable_time?: Of<boolean>;
}

interface ServerlessV2ScalingConfiguration {
  readonly max_capacity: Needed<number>;
  readonly min_capacity: Needed<number>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsDocdbCluster;
  readonly read:
    | keyof AwsDocdbCluster
    | 'arn'
    | 'cluster_resource_id'
    | 'endpoint'
    | 'hosted_zone_id'
    | 'id'
    | 'master_user_secret'
    | 'reader_endpoint'
    | 'tags_all';
}
