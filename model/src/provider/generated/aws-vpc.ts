// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsVpc<E> {
  readonly assign_generated_ipv6_cidr_block?: Of<boolean, E>;
  readonly cidr_block?: Of<string, E>;
  readonly enable_dns_hostnames?: Of<boolean, E>;
  readonly enable_dns_support?: Of<boolean, E>;
  readonly enable_network_address_usage_metrics?: Of<boolean, E>;
  readonly instance_tenancy?: Of<string, E>;
  readonly ipv4_ipam_pool_id?: Of<string, E>;
  readonly ipv4_netmask_length?: Of<number, E>;
  readonly ipv6_cidr_block?: Of<string, E>;
  readonly ipv6_cidr_block_network_border_group?: Of<string, E>;
  readonly ipv6_ipam_pool_id?: Of<string, E>;
  readonly ipv6_netmask_length?: Of<number, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsVpc<E>;
  readonly read:
    | keyof AwsVpc<E>
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
