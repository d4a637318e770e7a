// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsDocdbClusterInstance {
  readonly apply_immediately?: Of<boolean>;
  readonly auto_minor_version_upgrade?: Of<boolean>;
  readonly availability_zone?: Of<string>;
  readonly ca_cert_identifier?: Of<string>;
  readonly certificate_rotation_restart?: Of<string>;
  readonly cluster_identifier: Needed<string>;
  readonly copy_tags_to_snapshot?: Of<boolean>;
  readonly enable_performance_insights?: Of<boolean>;
  readonly engine?: Of<string>;
  readonly identifier?: Of<string>;
  readonly identifier_prefix?: Of<string>;
  readonly instance_class: Needed<string>;
  readonly performance_insights_kms_key_id?: Of<string>;
  readonly preferred_maintenance_window?: Of<string>;
  readonly promotion_tier?: Of<number>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsDocdbClusterInstance;
  readonly read:
    | keyof AwsDocdbClusterInstance
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
