// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Needed, Of } from '../of.ts';

export interface AwsSnsTopicSubscription<E> {
  readonly confirmation_timeout_in_minutes?: Of<number, E>;
  readonly delivery_policy?: Of<string, E>;
  readonly endpoint: Needed<string, E>;
  readonly endpoint_auto_confirms?: Of<boolean, E>;
  readonly filter_policy?: Of<string, E>;
  readonly filter_policy_scope?: Of<string, E>;
  readonly protocol: Needed<string, E>;
  readonly raw_message_delivery?: Of<boolean, E>;
  readonly redrive_policy?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly replay_policy?: Of<string, E>;
  readonly subscription_role_arn?: Of<string, E>;
  readonly topic_arn: Needed<string, E>;
}

export interface Binding<E> {
  readonly written: AwsSnsTopicSubscription<E>;
  readonly read:
    | keyof AwsSnsTopicSubscription<E>
    | 'arn'
    | 'confirmation_was_authenticated'
    | 'id'
    | 'owner_id'
    | 'pending_confirmation';
}
