// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsNetworkAcl<E> {
  readonly egress?: Inners<Egress<E>>;
  readonly ingress?: Inners<Ingress<E>>;
  readonly region?: Of<string, E>;
  readonly subnet_ids?: Of<readonly Needed<string, E>[], E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly vpc_id: Needed<string, E>;
}

interface Egress<E> {
  readonly action?: Of<string, E>;
  readonly cidr_block?: Of<string, E>;
  readonly from_port?: Of<number, E>;
  readonly icmp_code?: Of<number, E>;
  readonly icmp_type?: Of<number, E>;
  readonly ipv6_cidr_block?: Of<string, E>;
  readonly protocol?: Of<string, E>;
  readonly rule_no?: Of<number, E>;
  readonly to_port?: Of<number, E>;
}

interface Ingress<E> {
  readonly action?: Of<string, E>;
  readonly cidr_block?: Of<string, E>;
  readonly from_port?: Of<number, E>;
  readonly icmp_code?: Of<number, E>;
  readonly icmp_type?: Of<number, E>;
  readonly ipv6_cidr_block?: Of<string, E>;
  readonly protocol?: Of<string, E>;
  readonly rule_no?: Of<number, E>;
  readonly to_port?: Of<number, E>;
}

export interface Binding<E> {
  readonly written: AwsNetworkAcl<E>;
  readonly read:
    | keyof AwsNetworkAcl<E>
    | 'arn'
    | 'id'
    | 'owner_id'
    | 'tags_all';
}
