// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsVpcSecurityGroupIngressRule<E> {
  readonly cidr_ipv4?: Of<string, E>;
  readonly cidr_ipv6?: Of<string, E>;
  readonly description?: Of<string, E>;
  readonly from_port?: Of<number, E>;
  readonly ip_protocol: Needed<string, E>;
  readonly prefix_list_id?: Of<string, E>;
  readonly referenced_security_group_id?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly security_group_id: Needed<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly to_port?: Of<number, E>;
}

export interface Binding<E> {
  readonly written: AwsVpcSecurityGroupIngressRule<E>;
  readonly read:
    | keyof AwsVpcSecurityGroupIngressRule<E>
    | 'arn'
    | 'id'
    | 'security_group_rule_id';
}
