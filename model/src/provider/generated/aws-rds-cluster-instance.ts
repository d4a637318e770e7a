// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsRdsClusterInstance<E> {
  readonly apply_immediately?: Of<boolean, E>;
  readonly auto_minor_version_upgrade?: Of<boolean, E>;
  readonly availability_zone?: Of<string, E>;
  readonly ca_cert_identifier?: Of<string, E>;
  readonly cluster_identifier: Needed<string, E>;
  readonly copy_tags_to_snapshot?: Of<boolean, E>;
  readonly custom_iam_instance_profile?: Of<string, E>;
  readonly db_parameter_group_name?: Of<string, E>;
  readonly db_subnet_group_name?: Of<string, E>;
  readonly engine: Needed<string, E>;
  readonly engine_version?: Of<string, E>;
  readonly force_destroy?: Of<boolean, E>;
  readonly identifier?: Of<string, E>;
  readonly identifier_prefix?: Of<string, E>;
  readonly instance_class: Needed<string, E>;
  readonly monitoring_interval?: Of<number, E>;
  readonly monitoring_role_arn?: Of<string, E>;
  readonly performance_insights_enabled?: Of<boolean, E>;
  readonly performance_insights_kms_key_id?: Of<string, E>;
  readonly performance_insights_retention_period?: Of<number, E>;
  readonly preferred_backup_window?: Of<string, E>;
  readonly preferred_maintenance_window?: Of<string, E>;
  readonly promotion_tier?: Of<number, E>;
  readonly publicly_accessible?: Of<boolean, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly warning_event_categories?: Of<readonly Needed<string, E>[], E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsRdsClusterInstance<E>;
  readonly read:
    | keyof AwsRdsClusterInstance<E>
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
