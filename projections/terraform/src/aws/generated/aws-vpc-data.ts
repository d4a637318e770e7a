// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsVpcData {
  readonly cidr_block?: Of<string>;
  readonly default?: Of<boolean>;
  readonly dhcp_options_id?: Of<string>;
  readonly id?: Of<string>;
  readonly region?: Of<string>;
  readonly state?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly filter?: Inners<Filter>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Filter {
  readonly name: Needed<string>;
  readonly values: Needed<readonly Needed<string>[]>;
}

interface Timeouts {
  readonly read?: Of<string>;
}

export interface Binding {
  readonly written: AwsVpcData;
  readonly read:
    | keyof AwsVpcData
    | 'arn'
    | 'cidr_block_associations'
    | 'enable_dns_hostnames'
    | 'enable_dns_support'
    | 'enable_network_address_usage_metrics'
    | 'instance_tenancy'
    | 'ipv6_association_id'
    | 'ipv6_cidr_block'
    | 'ipv6_cidr_block_associations'
    | 'main_route_table_id'
    | 'owner_id';
}
