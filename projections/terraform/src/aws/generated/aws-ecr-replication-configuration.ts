// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of, Several } from '../of.ts';

export interface AwsEcrReplicationConfiguration {
  readonly region?: Of<string>;
  readonly replication_configuration?: Inner<ReplicationConfiguration>;
}

interface ReplicationConfiguration {
  readonly rule: Several<Rule>;
}

interface Rule {
  readonly destination: Several<Destination>;
  readonly repository_filter?: Inners<RepositoryFilter>;
}

interface Destination {
  readonly region: Needed<string>;
  readonly registry_id: Needed<string>;
}

interface RepositoryFilter {
  readonly filter: Needed<string>;
  readonly filter_type: Needed<string>;
}

export interface Binding {
  readonly written: AwsEcrReplicationConfiguration;
  readonly read:
    | keyof AwsEcrReplicationConfiguration
    | 'id'
    | 'registry_id';
}
