/** What the databases of RDS have in common in Terraform: where they stand, and their alarms. */
import type { DatabaseComponent, Platform } from '@outrigger/model';
import {
  type Addressed,
  type Block,
  type Expression,
  forLogs,
  type LayerFragment,
  labelOf,
  managedPolicy,
  parameter,
  published,
  publishedIn,
  ref,
  resource,
  type Statement,
  serviceRole,
  type TerraformInput,
  template,
  type WideFragment,
} from '@outrigger/terraform';
import { databaseTellers } from './tellers.ts';
import {
  alarmEmails,
  alarmTopic,
  DAY_MS,
  nameOf,
  networkOf,
  peersOf,
  tellerKeys,
  usersOf,
} from './terraform.ts';

const MINUTE_S = 60;

/** Whole days, as RDS keeps backups. */
export function backupDays({ backupRetentionMs }: DatabaseComponent): number {
  return Math.round(backupRetentionMs / DAY_MS);
}

/** The certificate authority that new instances take (RDS user guide, SSL/TLS). */
export const authority = 'rds-ca-rsa2048-g1';

/** Services that use a database's key: for its logs, and for the topic of its alarms. */
export function keyServices(
  platform: Platform,
  component: DatabaseComponent,
  region: string,
): readonly Statement[] {
  return [forLogs(region), ...tellerKeys(databaseTellers(platform, component, region))];
}

/** An audit looks back a year. */
const logDays = 365;

/**
 * The groups that it writes its logs to, which it would make itself: without a key, and for ever.
 * Their names are as RDS and DocumentDB give them (user guides, publishing logs).
 */
export function logGroups(
  label: string,
  place: `/aws/rds/instance/${string}` | `/aws/rds/cluster/${string}` | `/aws/docdb/${string}`,
  logs: readonly string[],
  keyArn: Expression,
) {
  return logs.map((log) =>
    resource('aws_cloudwatch_log_group', labelOf(`${label}_${log}`), {
      name: `${place}/${log}`,
      retention_in_days: logDays,
      kms_key_id: keyArn,
    }),
  );
}

/**
 * How far a cluster is behind the writer of its global database. It is told by the cluster and the
 * region that it follows together (AWS's labs for Aurora global databases: the metrics' group is
 * `DBClusterIdentifier, SourceRegion`). A failover turns that round: the cluster alone is asked
 * for.
 */
export function globalLag(
  namespace: 'AWS/RDS' | 'AWS/DocDB',
  metric: string,
  identifier: Expression | string,
) {
  const from = `SELECT MAX(${metric}) FROM "${namespace}" WHERE DBClusterIdentifier`;
  return {
    metric_query: {
      id: 'lag',
      expression: template`${from} = '${identifier}'`,
      period: MINUTE_S,
      return_data: true,
    },
  };
}

/** Of what RDS tells, what an operator acts on (RDS user guide, event categories). */
export const eventCategories = {
  'db-instance': [
    'availability',
    'failover',
    'failure',
    'low storage',
    'maintenance',
    'read replica',
  ],
  'db-cluster': ['failover', 'failure', 'global-failover', 'maintenance'],
} as const;

/** Of an instance or of a cluster, once each. */
export const allEventCategories: readonly string[] = [
  ...new Set(Object.values(eventCategories).flat()),
].sort();

/** What was asked for stays beside what is used in its place, with who says so. */
export function sizeRemark({ sizeAsked }: DatabaseComponent): { readonly instance_class?: string } {
  if (sizeAsked === null) return {};
  const { asked, source } = sizeAsked;
  return { instance_class: `${asked} was asked for, which AWS does not offer here: ${source}.` };
}

/** A security group without a rule, and the subnets of two zones or more. */
export function surroundings(platform: Platform, component: DatabaseComponent) {
  const subnets = resource(
    'aws_db_subnet_group',
    labelOf(component.name),
    privateSubnets(platform, component),
  );
  return { group: closedGroup(platform, component), subnets };
}

/** What a subnet group says, of RDS and of DocumentDB alike. */
export function privateSubnets(platform: Platform, component: DatabaseComponent) {
  return {
    name: nameOf(platform, component),
    description: `Private subnets of ${platform.name}`,
    subnet_ids: published(networkOf(platform), 'private-subnet-ids'),
  };
}

export function closedGroup(platform: Platform, component: DatabaseComponent) {
  const name = nameOf(platform, component);
  return resource(
    'aws_security_group',
    labelOf(component.name),
    {
      name,
      description: `Who reaches ${component.name}; its rules come with those who need it`,
      vpc_id: published(networkOf(platform), 'vpc-id'),
      tags: { Name: name },
    },
    { comment: 'It has no rule of its own: who may in is said where the other end is.' },
  );
}

/**
 * Regions that serve at the same time have one writer among them: each is told where the copies of
 * the others are. Named by region, a parameter is right whoever writes, also while one is lost.
 */
export function peerEndpoints({
  component,
  platform,
}: TerraformInput<DatabaseComponent['kind']>): WideFragment[] {
  const users = usersOf(platform, component.name);
  const blocks = component.regions.flatMap((from) =>
    peersOf(platform, from)
      .filter(({ name }) => users.some((user) => platform.components[user]?.regions.includes(name)))
      .map(({ name: to }) =>
        parameter(
          platform,
          {
            component: component.name,
            name: `endpoint-${from}`,
            label: labelOf(`${to}_${component.name}_endpoint_${from}`),
            region: to,
            value: publishedIn(from, component.name, 'endpoint'),
          },
          { comment: `What serves in ${to} writes there while the writer is in ${from}.` },
        ),
      ),
  );
  return blocks.length === 0 ? [] : [{ file: component.name, blocks }];
}

/** The role by which RDS tells CloudWatch what its hosts do. */
export function monitoringRole(
  platform: Platform,
  component: DatabaseComponent,
  region: string,
): { readonly role: Addressed<'arn' | 'name' | 'id'>; readonly blocks: readonly Block[] } {
  const label = labelOf(`${component.name}_monitoring`);
  const { role, blocks } = serviceRole(label, {
    name: `${nameOf(platform, component)}-monitoring-${region}`,
    service: 'monitoring.rds.amazonaws.com',
    statements: [],
  });
  const policy = 'service-role/AmazonRDSEnhancedMonitoringRole';
  return { role, blocks: [...blocks, managedPolicy(label, role, policy)] };
}

/** What wakes somebody up. Metrics of a copy are named by what identifies it. */
export function databaseAlarms(
  platform: Platform,
  component: DatabaseComponent,
  options: {
    readonly keyArn: Expression;
    readonly dimension: 'DBInstanceIdentifier' | 'DBClusterIdentifier';
    readonly identifier: Expression | string;
    readonly lag: { readonly metric: string; readonly threshold: number; readonly unit: string };
    /** A value that says that replication has stopped; null: the metric has none. */
    readonly stoppedBelow: number | null;
    readonly source: keyof typeof eventCategories;
    readonly region: string;
  },
): LayerFragment[] {
  const tellers = databaseTellers(platform, component, options.region);
  const { topic, blocks } = alarmTopic(platform, component, options.keyArn, tellers);
  const label = labelOf(component.name);
  const name = nameOf(platform, component);
  const common = {
    namespace: 'AWS/RDS' as const,
    dimensions: { [options.dimension]: options.identifier },
    alarm_actions: [ref(topic, 'arn')],
    ok_actions: [ref(topic, 'arn')],
  };
  const cpu = resource('aws_cloudwatch_metric_alarm', `${label}_cpu`, {
    alarm_name: `${name}-cpu`,
    alarm_description: `CPU of ${component.name} above ${component.alarms.cpuPercent} % for 5 min`,
    ...common,
    metric_name: 'CPUUtilization',
    statistic: 'Average',
    period: MINUTE_S,
    evaluation_periods: 5,
    comparison_operator: 'GreaterThanThreshold',
    threshold: component.alarms.cpuPercent,
    treat_missing_data: 'breaching',
  });
  const lag = resource(
    'aws_cloudwatch_metric_alarm',
    `${label}_replication_lag`,
    {
      alarm_name: `${name}-replication-lag`,
      alarm_description: `${component.name} is more than ${options.lag.unit} behind its source`,
      alarm_actions: common.alarm_actions,
      ok_actions: common.ok_actions,
      ...(options.dimension === 'DBClusterIdentifier'
        ? globalLag(common.namespace, options.lag.metric, options.identifier)
        : {
            namespace: common.namespace,
            dimensions: common.dimensions,
            metric_name: options.lag.metric,
            statistic: 'Maximum',
            period: MINUTE_S,
          }),
      evaluation_periods: 3,
      comparison_operator: 'GreaterThanThreshold',
      threshold: options.lag.threshold,
      treat_missing_data: 'notBreaching',
    },
    { remarks: { treat_missing_data: 'The copy that writes has no lag to tell.' } },
  );
  const stopped = stoppedAlarm(label, name, component, common, options);
  const events = resource('aws_db_event_subscription', label, {
    name,
    sns_topic: ref(topic, 'arn'),
    source_type: options.source,
    source_ids: [options.identifier],
    event_categories: eventCategories[options.source],
  });
  const isReplicated = component.replicaIn.length > 0;
  const alarms = [
    cpu,
    ...(isReplicated ? [lag, ...stopped] : []),
    ...(tellers.includes('events.rds') ? [events] : []),
  ];
  return [
    { layer: 'data', file: 'variables', blocks: [alarmEmails] },
    { layer: 'data', file: `${component.name}-alarms`, blocks: [...blocks, ...alarms] },
  ];
}

function stoppedAlarm(
  label: string,
  name: string,
  component: DatabaseComponent,
  common: {
    readonly namespace: string;
    readonly dimensions: { readonly [dimension: string]: Expression | string };
    readonly alarm_actions: readonly Expression[];
    readonly ok_actions: readonly Expression[];
  },
  options: {
    readonly lag: { readonly metric: string };
    readonly stoppedBelow: number | null;
  },
): readonly Block[] {
  if (options.stoppedBelow === null || !component.alarms.replicationFaults) return [];
  return [
    resource(
      'aws_cloudwatch_metric_alarm',
      `${label}_replication_stopped`,
      {
        alarm_name: `${name}-replication-stopped`,
        alarm_description: `${component.name} follows its source no more`,
        ...common,
        metric_name: options.lag.metric,
        statistic: 'Minimum',
        period: MINUTE_S,
        evaluation_periods: 2,
        comparison_operator: 'LessThanThreshold',
        threshold: options.stoppedBelow,
        treat_missing_data: 'notBreaching',
      },
      { comment: 'RDS tells a lag of -1 while replication is not active (RDS user guide).' },
    ),
  ];
}
