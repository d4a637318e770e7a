// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsVpcPeeringConnection<E> {
  readonly auto_accept?: Of<boolean, E>;
  readonly peer_owner_id?: Of<string, E>;
  readonly peer_region?: Of<string, E>;
  readonly peer_vpc_id: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly vpc_id: Needed<string, E>;
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
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsVpcPeeringConnection<E>;
  readonly read:
    | keyof AwsVpcPeeringConnection<E>
    | 'accept_status'
    | 'id'
    | 'tags_all';
}
