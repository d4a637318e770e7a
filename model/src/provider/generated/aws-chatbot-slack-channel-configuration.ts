// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsChatbotSlackChannelConfiguration<E> {
  readonly configuration_name: Needed<string, E>;
  readonly guardrail_policy_arns?: Of<readonly Needed<string, E>[], E>;
  readonly iam_role_arn: Needed<string, E>;
  readonly logging_level?: Of<string, E>;
  readonly region?: Of<string, E>;
  readonly slack_channel_id: Needed<string, E>;
  readonly slack_team_id: Needed<string, E>;
  readonly sns_topic_arns?: Of<readonly Needed<string, E>[], E>;
  readonly tags?: Of<{ readonly [key: string]: Of<string, E> }, E>;
  readonly user_authorization_required?: Of<boolean, E>;
  readonly timeouts?: Inner<Timeouts<E>>;
}

interface Timeouts<E> {
  readonly create?: Of<string, E>;
  readonly delete?: Of<string, E>;
  readonly update?: Of<string, E>;
}

export interface Binding<E> {
  readonly written: AwsChatbotSlackChannelConfiguration<E>;
  readonly read:
    | keyof AwsChatbotSlackChannelConfiguration<E>
    | 'chat_configuration_arn'
    | 'slack_channel_name'
    | 'slack_team_name';
}
