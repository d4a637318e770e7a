// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsCloudwatchEventRule<E> {
  readonly description?: Of<string, E>;
  readonly event_bus_name?: Of<string, E>;
  readonly event_pattern?: Of<string, E>;
  readonly force_destroy?: Of<boolean, E>;
  readonly is_enabled?: Of<boolean, E>;
  readonly name?: Of<string, E>;
  readonly name_prefix?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly role_arn?: Of<string, E>;
  readonly schedule_expression?: Of<string, E>;
  readonly state?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
}

export interface Binding<E> {
  readonly written: AwsCloudwatchEventRule<E>;
  readonly read:
    | keyof AwsCloudwatchEventRule<E>
    | 'arn'
    | 'id'
    | 'tags_all';
}
