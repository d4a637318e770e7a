// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsSubnet {
  readonly assign_ipv6_address_on_creation?: Of<boolean>;
  readonly availability_zone?: Of<string>;
  readonly availability_zone_id?: Of<string>;
  readonly cidr_block?: Of<string>;
  readonly customer_owned_ipv4_pool?: Of<string>;
  readonly enable_dns64?: Of<boolean>;
  readonly enable_lni_at_device_index?: Of<number>;
  readonly enable_resource_name_dns_a_record_on_launch?: Of<boolean>;
  readonly enable_resource_name_dns_aaaa_record_on_launch?: Of<boolean>;
  readonly ipv4_ipam_pool_id?: Of<string>;
  readonly ipv4_netmask_length?: Of<number>;
  readonly ipv6_cidr_block?: Of<string>;
  readonly ipv6_ipam_pool_id?: Of<string>;
  readonly ipv6_native?: Of<boolean>;
  readonly ipv6_netmask_length?: Of<number>;
  readonly map_customer_owned_ip_on_launch?: Of<boolean>;
  readonly map_public_ip_on_launch?: Of<boolean>;
  readonly outpost_arn?: Of<string>;
  readonly private_dns_hostname_type_on_launch?: Of<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly vpc_id: Needed<string>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
}

export interface Binding {
  readonly written: AwsSubnet;
  readonly read:
    | keyof AwsSubnet
    | 'arn'
    | 'id'
    | 'ipv6_cidr_block_association_id'
    | 'owner_id'
    | 'tags_all';
}
