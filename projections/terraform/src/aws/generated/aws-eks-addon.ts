// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsEksAddon {
  readonly addon_name: Needed<string>;
  readonly addon_version?: Of<string>;
  readonly cluster_name: Needed<string>;
  readonly configuration_values?: Of<string>;
  readonly preserve?: Of<boolean>;
  readonly region?: Of<string>;
  readonly resolve_conflicts_on_create?: Of<string>;
  readonly resolve_conflicts_on_update?: Of<string>;
  readonly service_account_role_arn?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly namespace_config?: Inner<NamespaceConfig>;
  readonly pod_identity_association?: Inners<PodIdentityAssociation>;
  readonly timeouts?: Inner<Timeouts>;
}

interface NamespaceConfig {
  readonly namespace?: Of<string>;
}

interface PodIdentityAssociation {
  readonly role_arn: Needed<string>;
  readonly service_account: Needed<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsEksAddon;
  readonly read:
    | keyof AwsEksAddon
    | 'arn'
    | 'created_at'
    | 'id'
    | 'modified_at'
    | 'tags_all';
}
