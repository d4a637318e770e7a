// Written by scripts/terraform-types from @cdktn/provider-aws 25.7.0; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
import type { Inner, Needed, Of } from '../of.ts';

export interface AwsChatbotSlackChannelConfiguration {
  readonly configuration_name: Needed<string>;
  readonly guardrail_policy_arns?: Of<readonly Needed<string>[]>;
  readonly iam_role_arn: Needed<string>;
  readonly logging_level?: Of<string>;
  readonly region?: Of<string>;
  readonly slack_channel_id: Needed<string>;
  readonly slack_team_id: Needed<string>;
  readonly sns_topic_arns?: Of<readonly Needed<string>[]>;
  readonly tags?: Of<{ readonly [key: string]: Of<string> }>;
  readonly user_authorization_required?: Of<boolean>;
  readonly timeouts?: Inner<Timeouts>;
}

interface Timeouts {
  readonly create?: Of<string>;
  readonly delete?: Of<string>;
  readonly update?: Of<string>;
}

export interface Binding {
  readonly written: AwsChatbotSlackChannelConfiguration;
  readonly read:
    | keyof AwsChatbotSlackChannelConfiguration
    | 'chat_configuration_arn'
    | 'slack_channel_name'
    | 'slack_team_name';
}
