// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsVpcPeeringConnection {
  readonly auto_accept?: Of<boolean>;
  readonly peer_owner_id?: Of<string>;
  readonly peer_region?: Of<string>;
  readonly peer_vpc_id: Needed<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly vpc_id: Needed<string>;
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
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsVpcPeeringConnection;
  readonly read:
    | keyof AwsVpcPeeringConnection
    | 'accept_status'
    | 'id'
    | 'tags_all';
}
