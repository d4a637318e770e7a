// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsDocdbGlobalCluster<E> {
  readonly database_name?: Of<string, E>;
  readonly deletion_protection?: Of<boolean, E>;
  readonly engine?: Of<string, E>;
  readonly engine_version?: Of<string, E>;
  readonly global_cluster_identifier: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly source_db_cluster_identifier?: Of<string, E>;
  readonly storage_encrypted?: Of<boolean, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsDocdbGlobalCluster<E>;
  readonly read:
    | keyof AwsDocdbGlobalCluster<E>
    | 'arn'
    | 'global_cluster_members'
    | 'global_cluster_resource_id'
    | 'id'
    | 'status';
}
