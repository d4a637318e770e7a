import { componentsOf, type Events, type Platform } from '@outrigger/model';
import {
  type Addressed,
  type Block,
  call,
  data,
  type Found,
  identified,
  type LayerFragment,
  labelOf,
  ref,
  resource,
  type TerraformFacet,
  type Value,
} from '@outrigger/terraform';
import { allEventCategories } from '../database-terraform.ts';
import { keyOf, nameOf, tellerKeys, topicPolicy } from '../terraform.ts';

/** Alarms, rules of EventBridge, and what RDS tells of databases. */
const tellers = ['cloudwatch', 'events', 'events.rds'] as const;

/**
 * A topic in each region, what goes to it, and the people whom it tells. It lies in the lowest
 * layer, so that every alarm above it can use it.
 */
export const terraform: TerraformFacet<'events'> = {
  region: ({ component, platform, region }) => {
    const key = keyOf(platform, component, region.name, tellerKeys(tellers));
    const label = labelOf(component.name);
    const topic = resource('aws_sns_topic', label, {
      name: nameOf(platform, component),
      display_name: platform.name,
      kms_master_key_id: key.arn,
    });
    return [
      {
        layer: 'network',
        file: component.name,
        blocks: [
          ...key.blocks,
          topic,
          ...topicPolicy(label, topic, tellers),
          ...rules(component, platform, topic),
          ...people(component, topic),
        ],
        publishes: { 'topic-arn': ref(topic, 'arn') },
      },
    ];
  },
  existing: ({ component }, found) => [existing(component, found)],
};

function existing(component: Events, found: Found): LayerFragment {
  const label = labelOf(component.name);
  const { id, blocks } = identified(label, found, { type: 'sns', by: 'last part' });
  const topic = data('aws_sns_topic', label, { name: id });
  return {
    layer: 'network',
    file: component.name,
    blocks: [...blocks, topic],
    publishes: { 'topic-arn': ref(topic, 'arn') },
  };
}

/**
 * Of a source that is not below: what it tells by itself. Calls of its API come by way of
 * CloudTrail, under its name, and there is no end to them.
 */
const told = {
  'detail-type': [
    { 'anything-but': ['AWS API Call via CloudTrail', 'AWS Service Event via CloudTrail'] },
  ],
};

/** What of a source is worth a message. */
const patterns: { readonly [source: string]: { readonly [field: string]: Value } } = {
  'aws.cloudwatch': { 'detail-type': ['CloudWatch Alarm State Change'] },
  'aws.rds': {
    'detail-type': ['RDS DB Cluster Event', 'RDS DB Instance Event'],
    // That a backup was taken in the night is no news.
    detail: { EventCategories: allEventCategories },
  },
  'aws.health': { 'detail-type': ['AWS Health Event'] },
  'aws.ecr': { 'detail-type': ['ECR Image Scan', 'ECR Replication Action'] },
  'aws.codepipeline': { 'detail-type': ['CodePipeline Pipeline Execution State Change'] },
  'aws.access-analyzer': {
    'detail-type': ['Access Analyzer Finding', 'Unused Access Finding for IAM entities'],
  },
  'aws.autoscaling': { 'detail-type': ['EC2 Instance Launch Unsuccessful'] },
};

/**
 * Alarms that call this topic by themselves are not told a second time, and those that are told to
 * call nobody stay silent: EventBridge would tell of every change of either.
 */
function sourcesOf({ name, sources }: Events, platform: Platform): readonly string[] {
  const isCalled = componentsOf(platform, 'alarms').some(({ notify }) => notify === name);
  return isCalled ? sources.filter((source) => source !== 'aws.cloudwatch') : sources;
}

function rules(component: Events, platform: Platform, topic: Addressed<'arn'>): Block[] {
  return sourcesOf(component, platform).flatMap((source) => {
    const short = source.replace('aws.', '');
    const label = labelOf(`${component.name}_${short}`);
    const rule = resource('aws_cloudwatch_event_rule', label, {
      name: `${nameOf(platform, component)}-${short}`,
      description: `What ${source} tells`,
      event_pattern: call('jsonencode', { source: [source], ...(patterns[source] ?? told) }),
    });
    const target = resource('aws_cloudwatch_event_target', label, {
      rule: ref(rule, 'name'),
      arn: ref(topic, 'arn'),
    });
    return [rule, target];
  });
}

function people({ name, email, sms }: Events, topic: Addressed<'arn'>): Block[] {
  const subscribed = (protocol: 'email' | 'sms', addresses: readonly string[]) =>
    addresses.map((endpoint, index) =>
      resource('aws_sns_topic_subscription', labelOf(`${name}_${protocol}_${index + 1}`), {
        topic_arn: ref(topic, 'arn'),
        protocol,
        endpoint,
      }),
    );
  return [...subscribed('email', email), ...subscribed('sms', sms)];
}
