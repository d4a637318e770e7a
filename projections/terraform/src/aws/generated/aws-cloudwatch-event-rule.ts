// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Of } from '../of.ts';

export interface AwsCloudwatchEventRule {
  readonly description?: Of<string>;
  readonly event_bus_name?: Of<string>;
  readonly event_pattern?: Of<string>;
  readonly force_destroy?: Of<boolean>;
  readonly is_enabled?: Of<boolean>;
  readonly name?: Of<string>;
  readonly name_prefix?: Of<string>;
  readonly region?: Of<string>;
  readonly role_arn?: Of<string>;
  readonly schedule_expression?: Of<string>;
  readonly state?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
}

export interface Binding {
  readonly written: AwsCloudwatchEventRule;
  readonly read:
    | keyof AwsCloudwatchEventRule
    | 'arn'
    | 'id'
    | 'tags_all';
}
