// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsEfsBackupPolicy {
  readonly file_system_id: Needed<string>;
  readonly region?: Of<string>;
  readonly backup_policy: BackupPolicy;
}

interface BackupPolicy {
  readonly status: Needed<string>;
}

export interface Binding {
  readonly written: AwsEfsBackupPolicy;
  readonly read:
    | keyof AwsEfsBackupPolicy
    | 'id';
}
