// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsVpcPeeringConnectionAccepter<E> {
  readonly auto_accept?: Of<boolean, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly vpc_peering_connection_id: Needed<string, E>;
  readonly accepter?: Inner<Accepter<E>>;
  readonly requester?: Inner<Requester<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Accepter<E> {
  readonly allow_remote_vpc_dns_resolution?: Of<boolean, E>;
}

interface Requester<E> {
  readonly allow_remote_vpc_dns_resolution?: Of<boolean, E>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsVpcPeeringConnectionAccepter<E>;
  readonly read:
    | keyof AwsVpcPeeringConnectionAccepter<E>
    | 'accept_status'
    | 'id'
    | 'peer_owner_id'
    | 'peer_region'
    | 'peer_vpc_id'
    | 'tags_all'
    | 'vpc_id';
}
