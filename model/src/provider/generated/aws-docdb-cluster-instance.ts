// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsDocdbClusterInstance<E> {
  readonly apply_immediately?: Of<boolean, E>;
  readonly auto_minor_version_upgrade?: Of<boolean, E>;
  readonly availability_zone?: Of<string, E>;
  readonly ca_cert_identifier?: Of<string, E>;
  readonly certificate_rotation_restart?: Of<string, E>;
  readonly cluster_identifier: Needed<string, E>;
  readonly copy_tags_to_snapshot?: Of<boolean, E>;
  readonly enable_performance_insights?: Of<boolean, E>;
  readonly engine?: Of<string, E>;
  readonly identifier?: Of<string, E>;
  readonly identifier_prefix?: Of<string, E>;
  readonly instance_class: Needed<string, E>;
  readonly performance_insights_kms_key_id?: Of<string, E>;
  readonly preferred_maintenance_window?: Of<string, E>;
  readonly promotion_tier?: Of<number, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsDocdbClusterInstance<E>;
  readonly read:
    | keyof AwsDocdbClusterInstance<E>
    | 'arn'
    | 'db_subnet_group_name'
    | 'dbi_resource_id'
    | 'endpoint'
    | 'engine_version'
    | 'id'
    | 'kms_key_id'
    | 'port'
    | 'preferred_backup_window'
    | 'publicly_accessible'
    | 'storage_encrypted'
    | 'tags_all'
    | 'writer';
}
