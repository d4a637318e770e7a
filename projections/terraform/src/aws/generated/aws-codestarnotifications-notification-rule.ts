// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inners, Needed, Of } from '../of.ts';

export interface AwsCodestarnotificationsNotificationRule {
  readonly detail_type: Needed<string>;
  readonly event_type_ids: Needed<readonly Needed<string>[]>;
  readonly name: Needed<string>;
  readonly region?: Of<string>;
  readonly resource: Needed<string>;
  readonly status?: Of<string>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly target?: Inners<Target>;
}

interface Target {
  readonly address: Needed<string>;
  readonly type?: Of<string>;
}

export interface Binding {
  readonly written: AwsCodestarnotificationsNotificationRule;
  readonly read:
    | keyof AwsCodestarnotificationsNotificationRule
    | 'arn'
    | 'id'
    | 'tags_all';
}
