// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Needed, Of } from '../of.ts';

export interface AwsLaunchTemplateData<E> {
  readonly id?: Of<string, E>;
  readonly name?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
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
  readonly written: AwsLaunchTemplateData<E>;
  readonly read:
    | keyof AwsLaunchTemplateData<E>
    | 'arn'
    | 'block_device_mappings'
    | 'capacity_reservation_specification'
    | 'cpu_options'
    | 'credit_specification'
    | 'default_version'
    | 'description'
    | 'disable_api_stop'
    | 'disable_api_termination'
    | 'ebs_optimized'
    | 'enclave_options'
    | 'hibernation_options'
    | 'iam_instance_profile'
    | 'image_id'
    | 'instance_initiated_shutdown_behavior'
    | 'instance_market_options'
    | 'instance_requirements'
    | 'instance_type'
    | 'kernel_id'
    | 'key_name'
    | 'latest_version'
    | 'license_specification'
    | 'maintenance_options'
    | 'metadata_options'
    | 'monitoring'
    | 'network_interfaces'
    | 'network_performance_options'
    | 'placement'
    | 'private_dns_name_options'
    | 'ram_disk_id'
    | 'secondary_interfaces'
    | 'security_group_names'
    | 'tag_specifications'
    | 'user_data'
    | 'vpc_security_group_ids';
}
