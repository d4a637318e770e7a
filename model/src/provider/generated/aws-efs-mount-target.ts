// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsEfsMountTarget<E> {
  readonly file_system_id: Needed<string, E>;
  readonly ip_address?: Of<string, E>;
  readonly ip_address_type?: Of<string, E>;
  readonly ipv6_address?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly security_groups?: Of<readonly Needed<string, E>[], E>;
  readonly subnet_id: Needed<string, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsEfsMountTarget<E>;
  readonly read:
    | keyof AwsEfsMountTarget<E>
    | 'availability_zone_id'
    | 'availability_zone_name'
    | 'dns_name'
    | 'file_system_arn'
    | 'id'
    | 'mount_target_dns_name'
    | 'network_interface_id'
    | 'owner_id';
}
