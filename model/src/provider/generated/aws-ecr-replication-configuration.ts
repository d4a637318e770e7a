// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsEcrReplicationConfiguration<E> {
  readonly region?: Of<string, E>;
  readonly replication_configuration?: Inner<ReplicationConfiguration<E>>;
}

interface ReplicationConfiguration<E> {
  readonly rule: Several<Rule<E>>;
}

interface Rule<E> {
  readonly destination: Several<Destination<E>>;
  readonly repository_filter?: Inners<RepositoryFilter<E>>;
}

interface Destination<E> {
  readonly region: Needed<string, E>;
  readonly registry_id: Needed<string, E>;
}

interface RepositoryFilter<E> {
  readonly filter: Needed<string, E>;
  readonly filter_type: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsEcrReplicationConfiguration<E>;
  readonly read:
    | keyof AwsEcrReplicationConfiguration<E>
    | 'id'
    | 'registry_id';
}
