// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsEksAddon<E> {
  readonly addon_name: Needed<string, E>;
  readonly addon_version?: Of<string, E>;
  readonly cluster_name: Needed<string, E>;
  readonly configuration_values?: Of<string, E>;
  readonly preserve?: Of<boolean, E>;
  readonly region?: Of<string, E>;
  readonly resolve_conflicts_on_create?: Of<string, E>;
  readonly resolve_conflicts_on_update?: Of<string, E>;
  readonly service_account_role_arn?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly namespace_config?: Inner<NamespaceConfig<E>>;
  readonly pod_identity_association?: Inners<PodIdentityAssociation<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface NamespaceConfig<E> {
  readonly namespace?: Of<string, E>;
}

interface PodIdentityAssociation<E> {
  readonly role_arn: Needed<string, E>;
  readonly service_account: Needed<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsEksAddon<E>;
  readonly read:
    | keyof AwsEksAddon<E>
    | 'arn'
    | 'created_at'
    | 'id'
    | 'modified_at'
    | 'tags_all';
}
