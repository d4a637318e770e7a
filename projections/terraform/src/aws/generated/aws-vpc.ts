// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsVpc {
  readonly assign_generated_ipv6_cidr_block?: Of<boolean>;
  readonly cidr_block?: Of<string>;
  readonly enable_dns_hostnames?: Of<boolean>;
  readonly enable_dns_support?: Of<boolean>;
  readonly enable_network_address_usage_metrics?: Of<boolean>;
  readonly instance_tenancy?: Of<string>;
  readonly ipv4_ipam_pool_id?: Of<string>;
  readonly ipv4_netmask_length?: Of<number>;
  readonly ipv6_cidr_block?: Of<string>;
  readonly ipv6_cidr_block_network_border_group?: Of<string>;
  readonly ipv6_ipam_pool_id?: Of<string>;
  readonly ipv6_netmask_length?: Of<number>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

export interface Binding {
  readonly written: AwsVpc;
  readonly read:
    | keyof AwsVpc
    | 'arn'
    | 'default_network_acl_id'
    | 'default_route_table_id'
    | 'default_security_group_id'
    | 'dhcp_options_id'
    | 'id'
    | 'ipv6_association_id'
    | 'main_route_table_id'
    | 'owner_id'
    | 'tags_all';
}
