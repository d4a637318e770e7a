// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsVpcData<E> {
  readonly cidr_block?: Of<string, E>;
  readonly default?: Of<boolean, E>;
  readonly dhcp_options_id?: Of<string, E>;
  readonly id?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly state?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly filter?: Inners<Filter<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Filter<E> {
  readonly name: Needed<string, E>;
  readonly values: Needed<readonly Needed<string, E>[], E>;
}

interface Timeouts<E> {
  readonly read?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsVpcData<E>;
  readonly read:
    | keyof AwsVpcData<E>
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
