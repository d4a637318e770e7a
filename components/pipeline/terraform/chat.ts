import {
  call,
  type LayerFragment,
  labelOf,
  managedPolicy,
  partition,
  type RegionInput,
  ref,
  resource,
  serviceRole,
  template,
} from '@outrigger/terraform';
import { keyOf, nameOf, tellerKeys, topicPolicy } from '../../terraform.ts';
import { pipelinesOf } from './code-pipeline.ts';

/**
 * How a run went, told in Slack by AWS Chatbot. A person has let Chatbot into the workspace first,
 * in its console.
 */
export function chat(input: RegionInput<'pipeline'>): LayerFragment[] {
  const { component, platform, region } = input;
  if (component.chat === null) return [];
  const label = labelOf(`${component.name}_chat`);
  const name = `${nameOf(platform, component)}-chat`;
  const key = keyOf(
    platform,
    { name: `${component.name}-chat` },
    region.name,
    tellerKeys(['events']),
  );
  const topic = resource('aws_sns_topic', label, { name, kms_master_key_id: key.arn });
  const open = topicPolicy(label, topic, ['events']);
  const { role, blocks } = serviceRole(label, {
    name: `${name}-${region.name}`,
    service: 'chatbot.amazonaws.com',
    statements: [],
  });
  const reads = managedPolicy(label, role, 'CloudWatchReadOnlyAccess');
  const channel = resource('aws_chatbot_slack_channel_configuration', label, {
    configuration_name: name,
    slack_team_id: component.chat.workspace,
    slack_channel_id: component.chat.channel,
    iam_role_arn: ref(role, 'arn'),
    guardrail_policy_arns: [template`arn:${partition}:iam::aws:policy/CloudWatchReadOnlyAccess`],
    sns_topic_arns: [ref(topic, 'arn')],
    logging_level: 'ERROR',
  });
  const rule = resource('aws_cloudwatch_event_rule', label, {
    name,
    description: `How a run of ${component.name} goes`,
    event_pattern: call('jsonencode', {
      source: ['aws.codepipeline'],
      'detail-type': ['CodePipeline Pipeline Execution State Change'],
      detail: {
        pipeline: pipelinesOf(input).map((pipeline) => ref(pipeline, 'name')),
        state: ['STARTED', 'SUCCEEDED', 'FAILED'],
      },
    }),
  });
  const sent = resource('aws_cloudwatch_event_target', label, {
    rule: ref(rule, 'name'),
    arn: ref(topic, 'arn'),
  });
  const all = [...key.blocks, topic, ...open, ...blocks, reads, channel, rule, sent];
  return [{ layer: 'add-ons', file: `${component.name}-chat`, blocks: all }];
}
