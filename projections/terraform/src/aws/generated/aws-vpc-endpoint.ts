// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsVpcEndpoint {
  readonly auto_accept?: Of<boolean>;
  readonly ip_address_type?: Of<string>;
  readonly policy?: Of<string>;
  readonly private_dns_enabled?: Of<boolean>;
  readonly region?: Of<string>;
  readonly resource_configuration_arn?: Of<string>;
  readonly route_table_ids?: Of<readonly Needed<string>[]>;
  readonly security_group_ids?: Of<readonly Needed<string>[]>;
  readonly service_name?: Of<string>;
  readonly service_network_arn?: Of<string>;
  readonly service_region?: Of<string>;
  readonly subnet_ids?: Of<readonly Needed<string>[]>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly vpc_endpoint_type?: Of<string>;
  readonly vpc_id: Needed<string>;
  readonly dns_options?: Inner<DnsOptions>;
  readonly subnet_configuration?: Inners<SubnetConfiguration>;
  readonly timeouts?: Inner<Timeouts>;
}

interface DnsOptions {
  readonly dns_record_ip_type?: Of<string>;
  readonly private_dns_only_for_inbound_resolver_endpoint?: Of<boolean>;
  readonly private_dns_preference?: Of<string>;
  readonly private_dns_specified_domains?: Of<readonly Needed<string>[]>;
}

interface SubnetConfiguration {
  readonly ipv4?: Of<string>;
  readonly ipv6?: Of<string>;
  readonly subnet_id?: Of<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsVpcEndpoint;
  readonly read:
    | keyof AwsVpcEndpoint
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
