// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsEfsBackupPolicy<E> {
  readonly file_system_id: Needed<string, E>;
  readonly region?: Of<string, E>;
  readonly backup_policy: BackupPolicy<E>;
}

interface BackupPolicy<E> {
  readonly status: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsEfsBackupPolicy<E>;
  readonly read:
    | keyof AwsEfsBackupPolicy<E>
    | 'id';
}
