// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsBackupVault {
  readonly force_destroy?: Of<boolean>;
  readonly kms_key_arn?: Of<string>;
  readonly name: Needed<string>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly delete?: Of<string>;
}

export interface Binding {
  readonly written: AwsBackupVault;
  readonly read:
    | keyof AwsBackupVault
    | 'arn'
    | 'id'
    | 'recovery_points'
    | 'tags_all';
}
