// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsRdsClusterInstance {
  readonly apply_immediately?: Of<boolean>;
  readonly auto_minor_version_upgrade?: Of<boolean>;
  readonly availability_zone?: Of<string>;
  readonly ca_cert_identifier?: Of<string>;
  readonly cluster_identifier: Needed<string>;
  readonly copy_tags_to_snapshot?: Of<boolean>;
  readonly custom_iam_instance_profile?: Of<string>;
  readonly db_parameter_group_name?: Of<string>;
  readonly db_subnet_group_name?: Of<string>;
  readonly engine: Needed<string>;
  readonly engine_version?: Of<string>;
  readonly force_destroy?: Of<boolean>;
  readonly identifier?: Of<string>;
  readonly identifier_prefix?: Of<string>;
  readonly instance_class: Needed<string>;
  readonly monitoring_interval?: Of<number>;
  readonly monitoring_role_arn?: Of<string>;
  readonly performance_insights_enabled?: Of<boolean>;
  readonly performance_insights_kms_key_id?: Of<string>;
  readonly performance_insights_retention_period?: Of<number>;
  readonly preferred_backup_window?: Of<string>;
  readonly preferred_maintenance_window?: Of<string>;
  readonly promotion_tier?: Of<number>;
  readonly publicly_accessible?: Of<boolean>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly warning_event_categories?: Of<readonly Needed<string>[]>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsRdsClusterInstance;
  readonly read:
    | keyof AwsRdsClusterInstance
    | 'arn'
    | 'dbi_resource_id'
    | 'endpoint'
    | 'engine_version_actual'
    | 'id'
    | 'kms_key_id'
    | 'network_type'
    | 'port'
    | 'storage_encrypted'
    | 'tags_all'
    | 'writer';
}
