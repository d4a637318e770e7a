// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsVpcSecurityGroupEgressRule {
  readonly cidr_ipv4?: Of<string>;
  readonly cidr_ipv6?: Of<string>;
  readonly description?: Of<string>;
  readonly from_port?: Of<number>;
  readonly ip_protocol: Needed<string>;
  readonly prefix_list_id?: Of<string>;
  readonly referenced_security_group_id?: Of<string>;
  readonly region?: Of<string>;
  readonly security_group_id: Needed<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly to_port?: Of<number>;
}

export interface Binding {
  readonly written: AwsVpcSecurityGroupEgressRule;
  readonly read:
    | keyof AwsVpcSecurityGroupEgressRule
    | 'arn'
    | 'id'
    | 'security_group_rule_id';
}
