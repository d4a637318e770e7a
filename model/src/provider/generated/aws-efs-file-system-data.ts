// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsEfsFileSystemData<E> {
  readonly creation_token?: Of<string, E>;
  readonly file_system_id?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsEfsFileSystemData<E>;
  readonly read:
    | keyof AwsEfsFileSystemData<E>
    | 'arn'
    | 'availability_zone_id'
    | 'availability_zone_name'
    | 'dns_name'
    | 'encrypted'
    | 'id'
    | 'kms_key_id'
    | 'lifecycle_policy'
    | 'name'
    | 'performance_mode'
    | 'protection'
    | 'provisioned_throughput_in_mibps'
    | 'size_in_bytes'
    | 'throughput_mode';
}
