// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsNatGateway {
  readonly allocation_id?: Of<string>;
  readonly availability_mode?: Of<string>;
  readonly connectivity_type?: Of<string>;
  readonly private_ip?: Of<string>;
  readonly region?: Of<string>;
  readonly secondary_allocation_ids?: Of<readonly Needed<string>[]>;
  readonly secondary_private_ip_address_count?: Of<number>;
  readonly secondary_private_ip_addresses?: Of<readonly Needed<string>[]>;
  readonly subnet_id?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly vpc_id?: Of<string>;
  readonly availability_zone_address?: Inners<AvailabilityZoneAddress>;
  readonly timeouts?: Inner<Timeouts>;
}

interface AvailabilityZoneAddress {
  readonly allocation_ids?: Of<readonly Needed<string>[]>;
  readonly availability_zone?: Of<string>;
  readonly availability_zone_id?: Of<string>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsNatGateway;
  readonly read:
    | keyof AwsNatGateway
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
