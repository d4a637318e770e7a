// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsDefaultSecurityGroup<E> {
  readonly egress?: Inners<Egress<E>>;
  readonly ingress?: Inners<Ingress<E>>;
  readonly region?: Of<string, E>;
  readonly revoke_rules_on_delete?: Of<boolean, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly vpc_id?: Of<string, E>;
}

interface Egress<E> {
  readonly cidr_blocks?: Of<readonly Needed<string, E>[], E>;
  readonly description?: Of<string, E>;
  readonly from_port?: Of<number, E>;
  readonly ipv6_cidr_blocks?: Of<readonly Needed<string, E>[], E>;
  readonly prefix_list_ids?: Of<readonly Needed<string, E>[], E>;
  readonly protocol?: Of<string, E>;
  readonly security_groups?: Of<readonly Needed<string, E>[], E>;
  readonly self?: Of<boolean, E>;
  readonly to_port?: Of<number, E>;
}

interface Ingress<E> {
  readonly cidr_blocks?: Of<readonly Needed<string, E>[], E>;
  readonly description?: Of<string, E>;
  readonly from_port?: Of<number, E>;
  readonly ipv6_cidr_blocks?: Of<readonly Needed<string, E>[], E>;
  readonly prefix_list_ids?: Of<readonly Needed<string, E>[], E>;
  readonly protocol?: Of<string, E>;
  readonly security_groups?: Of<readonly Needed<string, E>[], E>;
  readonly self?: Of<boolean, E>;
  readonly to_port?: Of<number, E>;
}

export interface Binding<E> {
  readonly written: AwsDefaultSecurityGroup<E>;
  readonly read:
    | keyof AwsDefaultSecurityGroup<E>
    | 'arn'
    | 'description'
    | 'id'
    | 'name'
    | 'name_prefix'
    | 'owner_id'
    | 'tags_all';
}
