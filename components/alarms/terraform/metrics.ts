import type { Alarms, DatabaseComponent, ResolvedComponent } from '@outrigger/model';
import { type Expression, published } from '@outrigger/terraform';

/** One metric that is watched, and what it means when it is above its threshold. */
export interface Metric {
  /** The component. */
  readonly of: string;
  /** `cpu`, `replication-lag`: the rest of the alarm's name. */
  readonly what: string;
  readonly means: string;
  readonly layer: 'data' | 'edge';
  readonly namespace: string;
  readonly metric: string;
  readonly dimensions: { readonly [dimension: string]: string | Expression };
  /** It is a lag of this cluster behind the writer of its global database. */
  readonly globalOf: Expression | null;
  readonly statistic: 'Average' | 'Maximum' | 'Minimum' | 'Sum';
  /** On above it, or below. */
  readonly side: 'above' | 'below';
  readonly threshold: number;
  /** As many minutes in a row. */
  readonly minutes: number;
  readonly isReplication: boolean;
  /** It is told only where there is something to count: silence is none, and no alarm. */
  readonly isCounted: boolean;
  /** It is on in a region that stands by, which is not ready on purpose. */
  readonly isReadiness: boolean;
}

/** What is watched of one component in one region. */
export function metricsOf(
  target: ResolvedComponent,
  alarms: Alarms,
  region: string,
): readonly Metric[] {
  switch (target.kind) {
    case 'aurora':
    case 'documentdb':
    case 'postgres':
      return database(target);
    case 'dynamodb':
      return target.regions
        .filter((other) => other !== region && region === target.writerIn)
        .map((other) => ({
          ...named(target.name, `replication-lag-${other}`, 'data', 'AWS/DynamoDB'),
          means: `${target.name} in ${other} is behind`,
          metric: 'ReplicationLatency',
          dimensions: { TableName: published(target.name, 'name'), ReceivingRegion: other },
          threshold: alarms.replicationLagMs,
          isReplication: true,
        }));
    case 'virtual-machines':
      return [
        {
          ...named(target.name, 'cpu', 'edge', 'AWS/EC2'),
          means: `CPU of ${target.name} above ${alarms.cpuPercent} % for 5 min`,
          metric: 'CPUUtilization',
          dimensions: { AutoScalingGroupName: published(target.name, 'group-name') },
          threshold: alarms.cpuPercent,
          minutes: 5,
        },
        ...(alarms.faults
          ? [
              {
                ...named(target.name, 'faults', 'edge', 'AWS/EC2'),
                means: `A machine of ${target.name} fails its checks`,
                metric: 'StatusCheckFailed',
                dimensions: { AutoScalingGroupName: published(target.name, 'group-name') },
                statistic: 'Maximum' as const,
                threshold: 0,
              },
            ]
          : []),
      ];
    case 'load-balancer':
      return balancer(target, alarms);
    default:
      return [];
  }
}

function named(of: string, what: string, layer: Metric['layer'], namespace: string) {
  const usual = { statistic: 'Average', side: 'above', minutes: 3 } as const;
  return {
    of,
    what,
    layer,
    namespace,
    ...usual,
    isReplication: false,
    isCounted: false,
    globalOf: null,
    isReadiness: false,
  };
}

/** Its own figures, which were written with it. */
function database(target: DatabaseComponent): readonly Metric[] {
  const namespace = target.kind === 'documentdb' ? 'AWS/DocDB' : 'AWS/RDS';
  const dimensions = dimensionsOf(target);
  const { cpuPercent, replicationLagMs } = target.alarms;
  const cpu: Metric = {
    ...named(target.name, 'cpu', 'data', namespace),
    means: `CPU of ${target.name} above ${cpuPercent} % for 5 min`,
    metric: 'CPUUtilization',
    dimensions,
    threshold: cpuPercent,
    minutes: 5,
  };
  if (target.replicaIn.length === 0) return [cpu];
  const lag: Metric = {
    ...named(target.name, 'replication-lag', 'data', namespace),
    means: `${target.name} is more than ${replicationLagMs / 1000} s behind its source`,
    ...lagMetrics[target.kind],
    dimensions,
    globalOf: target.kind === 'postgres' ? null : published(target.name, 'identifier'),
    statistic: 'Maximum',
    threshold: target.kind === 'postgres' ? replicationLagMs / 1000 : replicationLagMs,
    isReplication: true,
  };
  if (target.kind !== 'postgres' || !target.alarms.replicationFaults) return [cpu, lag];
  // RDS tells a lag of -1 while replication is not active (RDS user guide).
  const stopped: Metric = {
    ...lag,
    ...named(target.name, 'replication-stopped', 'data', namespace),
    means: `${target.name} follows its source no more`,
    statistic: 'Minimum',
    side: 'below',
    threshold: 0,
    minutes: 2,
    isReplication: true,
  };
  return [cpu, lag, stopped];
}

/** In ms, but for RDS's instances, which tell s (CloudWatch metrics, each service's guide). */
const lagMetrics = {
  aurora: { metric: 'AuroraGlobalDBReplicationLag' },
  documentdb: { metric: 'GlobalClusterReplicationLag' },
  postgres: { metric: 'ReplicaLag' },
} as const;

function dimensionsOf(target: DatabaseComponent) {
  if (target.kind !== 'postgres') {
    return { DBClusterIdentifier: published(target.name, 'identifier') };
  }
  return { DBInstanceIdentifier: published(target.name, 'identifier') };
}

function balancer(
  target: Extract<ResolvedComponent, { kind: 'load-balancer' }>,
  alarms: Alarms,
): readonly Metric[] {
  if (!alarms.faults) return [];
  const namespace = target.layer === 7 ? 'AWS/ApplicationELB' : 'AWS/NetworkELB';
  const LoadBalancer = published(target.name, 'arn-suffix');
  const targets = [...new Set(target.routes.map(({ to }) => to))];
  const unhealthy = targets.map((to): Metric => {
    const TargetGroup = published(target.name, `target-group-arn-suffix-${to}`);
    return {
      ...named(target.name, `unhealthy-${to}`, 'edge', namespace),
      means: `${target.name} finds ${to} not ready`,
      metric: 'UnHealthyHostCount',
      dimensions: { LoadBalancer, TargetGroup },
      statistic: 'Maximum',
      threshold: 0,
      isReadiness: true,
    };
  });
  if (target.layer !== 7) return unhealthy;
  const failing: Metric = {
    ...named(target.name, 'errors', 'edge', namespace),
    means: `${target.name} answers more than 10 requests a minute with an error of its own`,
    metric: 'HTTPCode_ELB_5XX_Count',
    dimensions: { LoadBalancer },
    statistic: 'Sum',
    threshold: 10,
    // Counts of codes are told where they are not 0 (ELB user guide, CloudWatch metrics).
    isCounted: true,
    // Health checks of a region without pods are answered with errors too.
    isReadiness: true,
  };
  return [...unhealthy, failing];
}
