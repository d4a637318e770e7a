// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Inners, Of } from '../of.ts';

export interface AwsEfsFileSystem {
  readonly availability_zone_name?: Of<string>;
  readonly creation_token?: Of<string>;
  readonly encrypted?: Of<boolean>;
  readonly kms_key_id?: Of<string>;
  readonly performance_mode?: Of<string>;
  readonly provisioned_throughput_in_mibps?: Of<number>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly throughput_mode?: Of<string>;
  readonly lifecycle_policy?: Inners<LifecyclePolicy>;
  readonly protection?: Inner<Protection>;
}

interface LifecyclePolicy {
  readonly transition_to_archive?: Of<string>;
  readonly transition_to_ia?: Of<string>;
  readonly transition_to_primary_storage_class?: Of<string>;
}

interface Protection {
  readonly replication_overwrite?: Of<string>;
}

export interface Binding {
  readonly written: AwsEfsFileSystem;
  readonly read:
    | keyof AwsEfsFileSystem
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
