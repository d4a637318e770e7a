import type { EventSource, Events, Platform } from '@outrigger/model';
import {
  type Addressed,
  type Block,
  call,
  data,
  type Found,
  identified,
  type LayerFragment,
  labelOf,
  published,
  ref,
  resource,
  type TerraformFacet,
  type Value,
} from '@outrigger/terraform';
import { eventsOf, eventsSubscription } from '../database-events.ts';
import { allEventCategories } from '../database-terraform.ts';
import { sourcesOf, toldBySubscription, topicTellers } from '../tellers.ts';
import { keyOf, nameOf, tellerKeys, topicPolicy } from '../terraform.ts';

/**
 * A topic in each region, what goes to it, and the people whom it tells. It lies in the lowest
 * layer, so that every alarm above it can use it.
 */
export const terraform: TerraformFacet<'events'> = {
  region: ({ component, platform, region }) => {
    const tellers = topicTellers(platform, component, region.name);
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
          // Nobody but this account publishes to a topic without a policy.
          ...(tellers.length === 0 ? [] : topicPolicy(label, topic, tellers)),
          ...rules(component, platform, topic),
          ...people(component, topic),
        ],
        publishes: { 'topic-arn': ref(topic, 'arn') },
      },
      ...subscriptions(component, platform, region.name),
    ];
  },
  existing: ({ component }, found) => [existing(component, found)],
};

/** Of databases that EventBridge does not tell of, in the layer where they stand. */
function subscriptions(component: Events, platform: Platform, region: string): LayerFragment[] {
  const blocks = toldBySubscription(component, platform, region)
    .flatMap((database) => eventsOf(database, platform, region))
    .map((events) => eventsSubscription(events, published(component.name, 'topic-arn')));
  return blocks.length === 0 ? [] : [{ layer: 'data', file: component.name, blocks }];
}

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
 * What of a source is worth a message: what an operator acts on, and that it is over. Each says its
 * types, as the EventBridge events reference has them (read 2026-11-22): calls of a service's API
 * come under its name too, by way of CloudTrail, and there is no end to them.
 */
function patternOf(
  source: EventSource,
  platform: Platform,
): { readonly [field: string]: Value } & { readonly 'detail-type': readonly string[] } {
  switch (source) {
    case 'aws.cloudwatch':
      return { 'detail-type': ['CloudWatch Alarm State Change'] };
    case 'aws.rds':
      return {
        'detail-type': ['RDS DB Cluster Event', 'RDS DB Instance Event'],
        // That a backup was taken in the night is no news.
        detail: { EventCategories: allEventCategories },
      };
    case 'aws.health':
      return {
        'detail-type': ['AWS Health Event'],
        // What is public of a region is told in another one too, that of the whole world in
        // us-west-2 (AWS Health user guide, Region coverage): wanted of the platform's own regions.
        detail: { eventRegion: [...Object.keys(platform.regions), 'global'] },
      };
    case 'aws.eks':
      return {
        'detail-type': [
          'EKS Addon Creation Failed',
          'EKS Addon Update Failed',
          'EKS Addon Deletion Failed',
          'EKS Addon Health Degraded',
          'EKS Addon Health Restored',
          'EKS Fargate Pod Scheduled Termination',
        ],
      };
    case 'aws.ecr':
      return {
        'detail-type': ['ECR Image Scan', 'ECR Replication Action'],
        // A scan has no result; that an image was copied is no news (ECR user guide, events).
        detail: { result: [{ exists: false }, 'FAILED'] },
      };
    case 'aws.codepipeline':
      return { 'detail-type': ['CodePipeline Pipeline Execution State Change'] };
    case 'aws.access-analyzer':
      return {
        'detail-type': ['Access Analyzer Finding', 'Unused Access Finding for IAM entities'],
      };
    case 'aws.autoscaling':
      return { 'detail-type': ['EC2 Instance Launch Unsuccessful'] };
  }
}

function rules(component: Events, platform: Platform, topic: Addressed<'arn'>): Block[] {
  return sourcesOf(component, platform).flatMap((source) => {
    const short = source.replace('aws.', '');
    const label = labelOf(`${component.name}_${short}`);
    const rule = resource('aws_cloudwatch_event_rule', label, {
      name: `${nameOf(platform, component)}-${short}`,
      description: `What ${source} tells`,
      event_pattern: call('jsonencode', { source: [source], ...patternOf(source, platform) }),
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
