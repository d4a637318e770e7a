// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsSnsTopicSubscription {
  readonly confirmation_timeout_in_minutes?: Of<number>;
  readonly delivery_policy?: Of<string>;
  readonly endpoint: Needed<string>;
  readonly endpoint_auto_confirms?: Of<boolean>;
  readonly filter_policy?: Of<string>;
  readonly filter_policy_scope?: Of<string>;
  readonly protocol: Needed<string>;
  readonly raw_message_delivery?: Of<boolean>;
  readonly redrive_policy?: Of<string>;
  readonly region?: Of<string>;
  readonly replay_policy?: Of<string>;
  readonly subscription_role_arn?: Of<string>;
  readonly topic_arn: Needed<string>;
}

export interface Binding {
  readonly written: AwsSnsTopicSubscription;
  readonly read:
    | keyof AwsSnsTopicSubscription
    | 'arn'
    | 'confirmation_was_authenticated'
    | 'id'
    | 'owner_id'
    | 'pending_confirmation';
}
