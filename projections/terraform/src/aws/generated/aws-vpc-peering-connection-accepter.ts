// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsVpcPeeringConnectionAccepter {
  readonly auto_accept?: Of<boolean>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly vpc_peering_connection_id: Needed<string>;
  readonly accepter?: Inner<Accepter>;
  readonly requester?: Inner<Requester>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Accepter {
  readonly allow_remote_vpc_dns_resolution?: Of<boolean>;
}

interface Requester {
  readonly allow_remote_vpc_dns_resolution?: Of<boolean>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsVpcPeeringConnectionAccepter;
  readonly read:
    | keyof AwsVpcPeeringConnectionAccepter
    | 'accept_status'
    | 'id'
    | 'peer_owner_id'
    | 'peer_region'
    | 'peer_vpc_id'
    | 'tags_all'
    | 'vpc_id';
}
