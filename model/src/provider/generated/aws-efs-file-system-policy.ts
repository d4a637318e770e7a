// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsEfsFileSystemPolicy<E> {
  readonly bypass_policy_lockout_safety_check?: Of<boolean, E>;
  readonly file_system_id: Needed<string, E>;
  readonly policy: Needed<string, E>;
  readonly region?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsEfsFileSystemPolicy<E>;
  readonly read:
    | keyof AwsEfsFileSystemPolicy<E>
    | 'id';
}
