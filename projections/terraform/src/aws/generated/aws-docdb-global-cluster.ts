// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsDocdbGlobalCluster {
  readonly database_name?: Of<string>;
  readonly deletion_protection?: Of<boolean>;
  readonly engine?: Of<string>;
  readonly engine_version?: Of<string>;
  readonly global_cluster_identifier: Needed<string>;
  readonly region?: Of<string>;
  readonly source_db_cluster_identifier?: Of<string>;
  readonly storage_encrypted?: Of<boolean>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsDocdbGlobalCluster;
  readonly read:
    | keyof AwsDocdbGlobalCluster
    | 'arn'
    | 'global_cluster_members'
    | 'global_cluster_resource_id'
    | 'id'
    | 'status';
}
