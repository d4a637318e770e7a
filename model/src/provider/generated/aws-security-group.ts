// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsSecurityGroup<E> {
  readonly description?: Of<string, E>;
  readonly egress?: Inners<Egress<E>>;
  readonly ingress?: Inners<Ingress<E>>;
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly revoke_rules_on_delete?: Of<boolean, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly vpc_id?: Of<string, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
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

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsSecurityGroup<E>;
  readonly read:
    | keyof AwsSecurityGroup<E>
    | 'arn'
    | 'id'
    | 'owner_id'
    | 'tags_all';
}
