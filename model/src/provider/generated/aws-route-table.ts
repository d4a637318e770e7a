// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsRouteTable<E> {
  readonly propagating_vgws?: Of<readonly Needed<string, E>[], E>;
  readonly region?: Of<string, E>;
  readonly route?: Inners<Route<E>>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly vpc_id: Needed<string, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Route<E> {
  readonly carrier_gateway_id?: Of<string, E>;
  readonly cidr_block?: Of<string, E>;
  readonly core_network_arn?: Of<string, E>;
  readonly destination_prefix_list_id?: Of<string, E>;
  readonly egress_only_gateway_id?: Of<string, E>;
  readonly gateway_id?: Of<string, E>;
  readonly ipv6_cidr_block?: Of<string, E>;
  readonly local_gateway_id?: Of<string, E>;
  readonly nat_gateway_id?: Of<string, E>;
  readonly network_interface_id?: Of<string, E>;
  readonly odb_network_arn?: Of<string, E>;
  readonly transit_gateway_id?: Of<string, E>;
  readonly vpc_endpoint_id?: Of<string, E>;
  readonly vpc_peering_connection_id?: Of<string, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsRouteTable<E>;
  readonly read:
    | keyof AwsRouteTable<E>
    | 'arn'
    | 'id'
    | 'owner_id'
    | 'tags_all';
}
