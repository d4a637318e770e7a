// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Of } from '../of.ts';

export interface AwsEip<E> {
  readonly address?: Of<string, E>;
  readonly associate_with_private_ip?: Of<string, E>;
  readonly customer_owned_ipv4_pool?: Of<string, E>;
  readonly domain?: Of<string, E>;
  readonly instance?: Of<string, E>;
  readonly ipam_pool_id?: Of<string, E>;
  readonly network_border_group?: Of<string, E>;
  readonly network_interface?: Of<string, E>;
  readonly public_ipv4_pool?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly delete?: Of<string, E>;
  readonly read?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsEip<E>;
  readonly read:
    | keyof AwsEip<E>
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
