// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsSubnet<E> {
  readonly assign_ipv6_address_on_creation?: Of<boolean, E>;
  readonly availability_zone?: Of<string, E>;
  readonly availability_zone_id?: Of<string, E>;
  readonly cidr_block?: Of<string, E>;
  readonly customer_owned_ipv4_pool?: Of<string, E>;
  readonly enable_dns64?: Of<boolean, E>;
  readonly enable_lni_at_device_index?: Of<number, E>;
  readonly enable_resource_name_dns_a_record_on_launch?: Of<boolean, E>;
  readonly enable_resource_name_dns_aaaa_record_on_launch?: Of<boolean, E>;
  readonly ipv4_ipam_pool_id?: Of<string, E>;
  readonly ipv4_netmask_length?: Of<number, E>;
  readonly ipv6_cidr_block?: Of<string, E>;
  readonly ipv6_ipam_pool_id?: Of<string, E>;
  readonly ipv6_native?: Of<boolean, E>;
  readonly ipv6_netmask_length?: Of<number, E>;
  readonly map_customer_owned_ip_on_launch?: Of<boolean, E>;
  readonly map_public_ip_on_launch?: Of<boolean, E>;
  readonly outpost_arn?: Of<string, E>;
  readonly private_dns_hostname_type_on_launch?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly vpc_id: Needed<string, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsSubnet<E>;
  readonly read:
    | keyof AwsSubnet<E>
    | 'arn'
    | 'id'
    | 'ipv6_cidr_block_association_id'
    | 'owner_id'
    | 'tags_all';
}
