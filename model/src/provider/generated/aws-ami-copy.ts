// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsAmiCopy<E> {
  readonly deprecation_time?: Of<string, E>;
  readonly description?: Of<string, E>;
  readonly destination_outpost_arn?: Of<string, E>;
  readonly encrypted?: Of<boolean, E>;
  readonly kms_key_id?: Of<string, E>;
  readonly name: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly source_ami_id: Needed<string, E>;
  readonly source_ami_region: Needed<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly ebs_block_device?: Inners<EbsBlockDevice>;
  readonly ephemeral_block_device?: Inners<EphemeralBlockDevice>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface EbsBlockDevice {

}

interface EphemeralBlockDevice {

}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsAmiCopy<E>;
  readonly read:
    | keyof AwsAmiCopy<E>
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
