// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsCloudwatchLogGroup<E> {
  readonly deletion_protection_enabled?: Of<boolean, E>;
  readonly kms_key_id?: Of<string, E>;
  readonly log_group_class?: Of<string, E>;
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly retention_in_days?: Of<number, E>;
  readonly skip_destroy?: Of<boolean, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsCloudwatchLogGroup<E>;
  readonly read:
    | keyof AwsCloudwatchLogGroup<E>
    | 'arn'
    | 'id'
    | 'tags_all';
}
