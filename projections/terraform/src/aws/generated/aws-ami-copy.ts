// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsAmiCopy {
  readonly deprecation_time?: Of<string>;
  readonly description?: Of<string>;
  readonly destination_outpost_arn?: Of<string>;
  readonly encrypted?: Of<boolean>;
  readonly kms_key_id?: Of<string>;
  readonly name: Needed<string>;
  readonly region?: Of<string>;
  readonly source_ami_id: Needed<string>;
  readonly source_ami_region: Needed<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly ebs_block_device?: Inners<EbsBlockDevice>;
  readonly ephemeral_block_device?: Inners<EphemeralBlockDevice>;
  readonly timeouts?: Inner<Timeouts>;
}

interface EbsBlockDevice {

}

interface EphemeralBlockDevice {

}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsAmiCopy;
  readonly read:
    | keyof AwsAmiCopy
    | 'architecture'
    | 'arn'
    | 'boot_mode'
    | 'ena_support'
    | 'hypervisor'
    | 'id'
    | 'image_location'
    | 'image_owner_alias'
    | 'image_type'
    | 'imds_support'
    | 'kernel_id'
    | 'last_launched_time'
    | 'manage_ebs_snapshots'
    | 'owner_id'
    | 'platform'
    | 'platform_details'
    | 'public'
    | 'ramdisk_id'
    | 'root_device_name'
    | 'root_snapshot_id'
    | 'sriov_net_support'
    | 'tags_all'
    | 'tpm_support'
    | 'uefi_data'
    | 'usage_operation'
    | 'virtualization_type';
}
