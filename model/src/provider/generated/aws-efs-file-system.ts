// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Of } from '../of.ts';

export interface AwsEfsFileSystem<E> {
  readonly availability_zone_name?: Of<string, E>;
  readonly creation_token?: Of<string, E>;
  readonly encrypted?: Of<boolean, E>;
  readonly kms_key_id?: Of<string, E>;
  readonly performance_mode?: Of<string, E>;
  readonly provisioned_throughput_in_mibps?: Of<number, E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly throughput_mode?: Of<string, E>;
  readonly lifecycle_policy?: Inners<LifecyclePolicy<E>>;
  readonly protection?: Inner<Protection<E>>;
}

interface LifecyclePolicy<E> {
  readonly transition_to_archive?: Of<string, E>;
  readonly transition_to_ia?: Of<string, E>;
  readonly transition_to_primary_storage_class?: Of<string, E>;
}

interface Protection<E> {
  readonly replication_overwrite?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsEfsFileSystem<E>;
  readonly read:
    | keyof AwsEfsFileSystem<E>
    | 'arn'
    | 'availability_zone_id'
    | 'dns_name'
    | 'id'
    | 'name'
    | 'number_of_mount_targets'
    | 'owner_id'
    | 'size_in_bytes'
    | 'tags_all';
}
