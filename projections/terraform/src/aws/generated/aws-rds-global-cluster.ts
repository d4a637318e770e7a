// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsRdsGlobalCluster {
  readonly database_name?: Of<string>;
  readonly deletion_protection?: Of<boolean>;
  readonly engine?: Of<string>;
  readonly engine_lifecycle_support?: Of<string>;
  readonly engine_version?: Of<string>;
  readonly force_destroy?: Of<boolean>;
  readonly global_cluster_identifier: Needed<string>;
  readonly region?: Of<string>;
  readonly source_db_cluster_identifier?: Of<string>;
  readonly storage_encrypted?: Of<boolean>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsRdsGlobalCluster;
  readonly read:
    | keyof AwsRdsGlobalCluster
    | 'arn'
    | 'endpoint'
    | 'engine_version_actual'
    | 'global_cluster_members'
    | 'global_cluster_resource_id'
    | 'id'
    | 'tags_all';
}
