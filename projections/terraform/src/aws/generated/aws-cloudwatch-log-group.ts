// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsCloudwatchLogGroup {
  readonly deletion_protection_enabled?: Of<boolean>;
  readonly kms_key_id?: Of<string>;
  readonly log_group_class?: Of<string>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly region?: Of<string>;
  readonly retention_in_days?: Of<number>;
  readonly skip_destroy?: Of<boolean>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

export interface Binding {
  readonly written: AwsCloudwatchLogGroup;
  readonly read:
    | keyof AwsCloudwatchLogGroup
    | 'arn'
    | 'id'
    | 'tags_all';
}
