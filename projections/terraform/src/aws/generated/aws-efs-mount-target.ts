// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsEfsMountTarget {
  readonly file_system_id: Needed<string>;
  readonly ip_address?: Of<string>;
  readonly ip_address_type?: Of<string>;
  readonly ipv6_address?: Of<string>;
  readonly region?: Of<string>;
  readonly security_groups?: Of<readonly Needed<string>[]>;
  readonly subnet_id: Needed<string>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
}

export interface Binding {
  readonly written: AwsEfsMountTarget;
  readonly read:
    | keyof AwsEfsMountTarget
    | 'availability_zone_id'
    | 'availability_zone_name'
    | 'dns_name'
    | 'file_system_arn'
    | 'id'
    | 'mount_target_dns_name'
    | 'network_interface_id'
    | 'owner_id';
}
