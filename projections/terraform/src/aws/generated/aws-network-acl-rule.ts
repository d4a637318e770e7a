// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsNetworkAclRule {
  readonly cidr_block?: Of<string>;
  readonly egress?: Of<boolean>;
  readonly from_port?: Of<number>;
  readonly icmp_code?: Of<number>;
  readonly icmp_type?: Of<number>;
  readonly ipv6_cidr_block?: Of<string>;
  readonly network_acl_id: Needed<string>;
  readonly protocol: Needed<string>;
  readonly region?: Of<string>;
  readonly rule_action: Needed<string>;
  readonly rule_number: Needed<number>;
  readonly to_port?: Of<number>;
}

export interface Binding {
  readonly written: AwsNetworkAclRule;
  readonly read:
    | keyof AwsNetworkAclRule
    | 'id';
}
