// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsNetworkAcl {
  readonly egress?: Inners<Egress>;
  readonly ingress?: Inners<Ingress>;
  readonly region?: Of<string>;
  readonly subnet_ids?: Of<readonly Needed<string>[]>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly vpc_id: Needed<string>;
}

interface Egress {
  readonly action?: Of<string>;
  readonly cidr_block?: Of<string>;
  readonly from_port?: Of<number>;
  readonly icmp_code?: Of<number>;
  readonly icmp_type?: Of<number>;
  readonly ipv6_cidr_block?: Of<string>;
  readonly protocol?: Of<string>;
  readonly rule_no?: Of<number>;
  readonly to_port?: Of<number>;
}

interface Ingress {
  readonly action?: Of<string>;
  readonly cidr_block?: Of<string>;
  readonly from_port?: Of<number>;
  readonly icmp_code?: Of<number>;
  readonly icmp_type?: Of<number>;
  readonly ipv6_cidr_block?: Of<string>;
  readonly protocol?: Of<string>;
  readonly rule_no?: Of<number>;
  readonly to_port?: Of<number>;
}

export interface Binding {
  readonly written: AwsNetworkAcl;
  readonly read:
    | keyof AwsNetworkAcl
    | 'arn'
    | 'id'
    | 'owner_id'
    | 'tags_all';
}
