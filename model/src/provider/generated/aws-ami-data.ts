// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsAmiData<E> {
  readonly allow_unsafe_filter?: Of<boolean, E>;
  readonly executable_users?: Of<readonly Needed<string, E>[], E>;
  readonly include_deprecated?: Of<boolean, E>;
  readonly most_recent?: Of<boolean, E>;
  readonly name_regex?: Of<string, E>;
  readonly owners?: Of<readonly Needed<string, E>[], E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly uefi_data?: Of<string, E>;
  readonly filter?: Inners<Filter<E>>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Filter<E> {
  readonly name: Needed<string, E>;
  readonly values: Needed<readonly Needed<string, E>[], E>;
}

interface Timeouts<E> {
  readonly read?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsAmiData<E>;
  readonly read:
    | keyof AwsAmiData<E>
    | 'architecture'
    | 'arn'
    | 'block_device_mappings'
    | 'boot_mode'
    | 'creation_date'
    | 'deprecation_time'
    | 'description'
    | 'ena_support'
    | 'hypervisor'
    | 'id'
    | 'image_id'
    | 'image_location'
    | 'image_owner_alias'
    | 'image_type'
    | 'imds_support'
    | 'kernel_id'
    | 'last_launched_time'
    | 'name'
    | 'owner_id'
    | 'platform'
    | 'platform_details'
    | 'product_codes'
    | 'public'
    | 'ramdisk_id'
    | 'root_device_name'
    | 'root_device_type'
    | 'root_snapshot_id'
    | 'sriov_net_support'
    | 'state'
    | 'tpm_support'
    | 'usage_operation'
    | 'virtualization_type';
}
