// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsVpcEndpoint<E> {
  readonly auto_accept?: Of<boolean, E>;
  readonly ip_address_type?: Of<string, E>;
  readonly policy?: Of<string, E>;
  readonly private_dns_enabled?: Of<boolean, E>;
  readonly region?: Of<string, E>;
  readonly resource_configuration_arn?: Of<string, E>;
  readonly route_table_ids?: Of<readonly Needed<string, E>[], E>;
  readonly security_group_ids?: Of<readonly Needed<string, E>[], E>;
  readonly service_name?: Of<string, E>;
  readonly service_network_arn?: Of<string, E>;
  readonly service_region?: Of<string, E>;
  readonly subnet_ids?: Of<readonly Needed<string, E>[], E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly vpc_endpoint_type?: Of<string, E>;
  readonly vpc_id: Needed<string, E>;
  readonly dns_options?: Inner<DnsOptions<E>>;
  readonly subnet_configuration?: Inners<SubnetConfiguration<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface DnsOptions<E> {
  readonly dns_record_ip_type?: Of<string, E>;
  readonly private_dns_only_for_inbound_resolver_endpoint?: Of<boolean, E>;
  readonly private_dns_preference?: Of<string, E>;
  readonly private_dns_specified_domains?: Of<readonly Needed<string, E>[], E>;
}

interface SubnetConfiguration<E> {
  readonly ipv4?: Of<string, E>;
  readonly ipv6?: Of<string, E>;
  readonly subnet_id?: Of<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsVpcEndpoint<E>;
  readonly read:
    | keyof AwsVpcEndpoint<E>
    | 'arn'
    | 'cidr_blocks'
    | 'dns_entry'
    | 'id'
    | 'network_interface_ids'
    | 'owner_id'
    | 'prefix_list_id'
    | 'requester_managed'
    | 'state'
    | 'tags_all';
}
