import type { Network, Platform, Region } from '@outrigger/model';
import {
  allow,
  encryptionKey,
  forLogs,
  type LayerFragment,
  ref,
  resource,
  retentionInDays,
  serviceRole,
  template,
} from '@outrigger/terraform';
import { vpcOf } from './vpc.ts';

/** One key for all logs of a region, and who spoke to whom, as long as the platform keeps it. */
export function logs(network: Network, platform: Platform, region: Region): LayerFragment[] {
  const { key, blocks } = encryptionKey('logs', {
    alias: `${platform.name}-logs`,
    description: `Logs of ${platform.name} in ${region.name}`,
    services: [forLogs(region.name)],
  });
  const keys: LayerFragment = {
    layer: 'network',
    file: 'keys',
    blocks,
    publishes: { 'logs-key-arn': ref(key, 'arn') },
  };
  const group = resource('aws_cloudwatch_log_group', 'flow_logs', {
    name: `/${platform.name}/flow-logs`,
    retention_in_days: retentionInDays(network.flowLogs.retentionMs),
    kms_key_id: ref(key, 'arn'),
  });
  const writer = serviceRole('flow_logs', {
    name: `${platform.name}-flow-logs-${region.name}`,
    service: 'vpc-flow-logs.amazonaws.com',
    statements: [
      allow('Write', {
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
        resources: [template`${ref(group, 'arn')}:*`],
      }),
      allow('Look', { actions: ['logs:DescribeLogGroups'], resources: ['*'] }),
    ],
  });
  const flow = resource('aws_flow_log', 'main', {
    vpc_id: ref(vpcOf(platform, region), 'id'),
    traffic_type: 'ALL',
    log_destination: ref(group, 'arn'),
    iam_role_arn: ref(writer.role, 'arn'),
    tags: { Name: platform.name },
  });
  return [keys, { layer: 'network', file: 'flow-logs', blocks: [group, ...writer.blocks, flow] }];
}
