// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsEfsFileSystemPolicy {
  readonly bypass_policy_lockout_safety_check?: Of<boolean>;
  readonly file_system_id: Needed<string>;
  readonly policy: Needed<string>;
  readonly region?: Of<string>;
}

export interface Binding {
  readonly written: AwsEfsFileSystemPolicy;
  readonly read:
    | keyof AwsEfsFileSystemPolicy
    | 'id';
}
