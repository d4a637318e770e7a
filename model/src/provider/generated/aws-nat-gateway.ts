// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsNatGateway<E> {
  readonly allocation_id?: Of<string, E>;
  readonly availability_mode?: Of<string, E>;
  readonly connectivity_type?: Of<string, E>;
  readonly private_ip?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly secondary_allocation_ids?: Of<readonly Needed<string, E>[], E>;
  readonly secondary_private_ip_address_count?: Of<number, E>;
  readonly secondary_private_ip_addresses?: Of<readonly Needed<string, E>[], E>;
  readonly subnet_id?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly vpc_id?: Of<string, E>;
  readonly availability_zone_address?: Inners<AvailabilityZoneAddress<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface AvailabilityZoneAddress<E> {
  readonly allocation_ids?: Of<readonly Needed<string, E>[], E>;
  readonly availability_zone?: Of<string, E>;
  readonly availability_zone_id?: Of<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsNatGateway<E>;
  readonly read:
    | keyof AwsNatGateway<E>
    | 'association_id'
    | 'auto_provision_zones'
    | 'auto_scaling_ips'
    | 'id'
    | 'network_interface_id'
    | 'public_ip'
    | 'regional_nat_gateway_address'
    | 'regional_nat_gateway_auto_mode'
    | 'route_table_id'
    | 'tags_all';
}
