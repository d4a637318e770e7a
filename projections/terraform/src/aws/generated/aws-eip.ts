// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Of } from '../of.ts';

export interface AwsEip {
  readonly address?: Of<string>;
  readonly associate_with_private_ip?: Of<string>;
  readonly customer_owned_ipv4_pool?: Of<string>;
  readonly domain?: Of<string>;
  readonly instance?: Of<string>;
  readonly ipam_pool_id?: Of<string>;
  readonly network_border_group?: Of<string>;
  readonly network_interface?: Of<string>;
  readonly public_ipv4_pool?: Of<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly delete?: Of<string>;
  readonly read?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsEip;
  readonly read:
    | keyof AwsEip
    | 'allocation_id'
    | 'arn'
    | 'association_id'
    | 'carrier_ip'
    | 'customer_owned_ip'
    | 'id'
    | 'private_dns'
    | 'private_ip'
    | 'ptr_record'
    | 'public_dns'
    | 'public_ip'
    | 'tags_all';
}
