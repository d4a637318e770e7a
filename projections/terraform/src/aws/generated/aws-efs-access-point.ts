// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsEfsAccessPoint {
  readonly file_system_id: Needed<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly posix_user?: Inner<PosixUser>;
  readonly root_directory?: Inner<RootDirectory>;
}

interface PosixUser {
  readonly gid: Needed<number>;
  readonly secondary_gids?: Of<readonly Needed<number>[]>;
  readonly uid: Needed<number>;
}

interface RootDirectory {
  readonly path?: Of<string>;
  readonly creation_info?: Inner<CreationInfo>;
}

interface CreationInfo {
  readonly owner_gid: Needed<number>;
  readonly owner_uid: Needed<number>;
  readonly permissions: Needed<string>;
}

export interface Binding {
  readonly written: AwsEfsAccessPoint;
  readonly read:
    | keyof AwsEfsAccessPoint
    | 'arn'
    | 'file_system_arn'
    | 'id'
    | 'owner_id'
    | 'tags_all';
}
