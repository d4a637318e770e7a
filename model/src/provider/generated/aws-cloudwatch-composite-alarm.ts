// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsCloudwatchCompositeAlarm<E> {
  readonly actions_enabled?: Of<boolean, E>;
  readonly alarm_actions?: Of<readonly Needed<string, E>[], E>;
  readonly alarm_description?: Of<string, E>;
  readonly alarm_name: Needed<string, E>;
  readonly alarm_rule: Needed<string, E>;
  readonly insufficient_data_actions?: Of<readonly Needed<string, E>[], E>;
  readonly ok_actions?: Of<readonly Needed<string, E>[], E>;
  readonly region?: Of<string, E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly actions_suppressor?: Inner<ActionsSuppressor<E>>;
}

interface ActionsSuppressor<E> {
  readonly alarm: Needed<string, E>;
  readonly extension_period: Needed<number, E>;
  readonly wait_period: Needed<number, E>;
}

export interface Binding<E> {
  readonly written: AwsCloudwatchCompositeAlarm<E>;
  readonly read:
    | keyof AwsCloudwatchCompositeAlarm<E>
    | 'arn'
    | 'id'
    | 'tags_all';
}
