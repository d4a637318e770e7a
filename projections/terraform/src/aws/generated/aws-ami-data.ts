// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsAmiData {
  readonly allow_unsafe_filter?: Of<boolean>;
  readonly executable_users?: Of<readonly Needed<string>[]>;
  readonly include_deprecated?: Of<boolean>;
  readonly most_recent?: Of<boolean>;
  readonly name_regex?: Of<string>;
  readonly owners?: Of<readonly Needed<string>[]>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly uefi_data?: Of<string>;
  readonly filter?: Inners<Filter>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Filter {
  readonly name: Needed<string>;
  readonly values: Needed<readonly Needed<string>[]>;
}

interface Timeouts {
  readonly read?: Of<string>;
}

export interface Binding {
  readonly written: AwsAmiData;
  readonly read:
    | keyof AwsAmiData
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
