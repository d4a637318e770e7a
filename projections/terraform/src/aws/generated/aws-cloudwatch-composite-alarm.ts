// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsCloudwatchCompositeAlarm {
  readonly actions_enabled?: Of<boolean>;
  readonly alarm_actions?: Of<readonly Needed<string>[]>;
  readonly alarm_description?: Of<string>;
  readonly alarm_name: Needed<string>;
  readonly alarm_rule: Needed<string>;
  readonly insufficient_data_actions?: Of<readonly Needed<string>[]>;
  readonly ok_actions?: Of<readonly Needed<string>[]>;
  readonly region?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly actions_suppressor?: Inner<ActionsSuppressor>;
}

interface ActionsSuppressor {
  readonly alarm: Needed<string>;
  readonly extension_period: Needed<number>;
  readonly wait_period: Needed<number>;
}

export interface Binding {
  readonly written: AwsCloudwatchCompositeAlarm;
  readonly read:
    | keyof AwsCloudwatchCompositeAlarm
    | 'arn'
    | 'id'
    | 'tags_all';
}
