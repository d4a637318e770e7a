// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsRoute {
  readonly carrier_gateway_id?: Of<string>;
  readonly core_network_arn?: Of<string>;
  readonly destination_cidr_block?: Of<string>;
  readonly destination_ipv6_cidr_block?: Of<string>;
  readonly destination_prefix_list_id?: Of<string>;
  readonly egress_only_gateway_id?: Of<string>;
  readonly gateway_id?: Of<string>;
  readonly local_gateway_id?: Of<string>;
  readonly nat_gateway_id?: Of<string>;
  readonly network_interface_id?: Of<string>;
  readonly odb_network_arn?: Of<string>;
  readonly region?: Of<string>;
  readonly route_table_id: Needed<string>;
  readonly transit_gateway_id?: Of<string>;
  readonly vpc_endpoint_id?: Of<string>;
  readonly vpc_peering_connection_id?: Of<string>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsRoute;
  readonly read:
    | keyof AwsRoute
    | 'id'
    | 'instance_id'
    | 'instance_owner_id'
    | 'origin'
    | 'state';
}
