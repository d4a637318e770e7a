/**
 * What AWS changes behind Terraform's back, by kind, and who says so: when a region is lost and
 * another takes over, when the lost one follows again, and on the way home. A new kind needs its
 * line.
 */
import type { ComponentOf, Kind, NodeGroup, Platform } from '@outrigger/model';
import { labelOf } from '@outrigger/terraform';
import type { CloudChange } from './cloud.ts';
import type { Parsed } from './hcl.ts';

export interface Move {
  /** The region that served before. */
  readonly from: string;
  readonly to: string;
}

export const phases = ['failed over', 'follows again', 'failed back'] as const;
export type Phase = (typeof phases)[number];

type Changes<K extends Kind> = (
  component: ComponentOf<K>,
  move: Move,
  phase: Phase,
  platform: Platform,
) => readonly CloudChange[];

const sources = {
  promotion: 'RDS user guide, promoting a read replica: it ends the replication, one way',
  aurora: 'Aurora user guide, failover of a global database; terraform-provider-aws issue 24245',
  documentdb: 'DocumentDB guide, failover of a global cluster: members are detached, and join anew',
  follower:
    'RDS API reference, DBCluster: who follows answers ReplicationSourceIdentifier; ' +
    'terraform-provider-aws pull request 40337: an apply without it promotes the cluster',
  anew:
    'Aurora and DocumentDB guides, failover by hand: the lost cluster is deleted and joins anew; ' +
    'CreateDBCluster: one that joins is given neither a database nor a user',
  version:
    'provider documentation, aws_rds_global_cluster, upgrading engine versions: raised for the ' +
    'global cluster, it is raised for each member',
  database:
    'terraform-provider-aws issues 34203 and 39368: the database of a global cluster is answered ' +
    'as that of the cluster it was made from, and a change replaces it',
  files:
    'EFS user guide, failing over and failing back: replications are deleted and made anew; EFS ' +
    'API reference, DescribeReplicationConfigurations: by the source or the destination',
  nodes: 'EKS API reference, UpdateNodegroupConfig: a recovery scales, and so does the autoscaler',
  machines: 'Auto Scaling API reference, UpdateAutoScalingGroup: a recovery scales',
  dial: 'Global Accelerator API reference, UpdateEndpointGroup: a planned move turns the dial',
} as const;

function change(key: string, argument: string, value: Parsed, source: string): CloudChange {
  return { change: 'set', key, argument, value, source };
}

const made = (key: string, region: string, source: string): CloudChange => ({
  change: 'made',
  key,
  region,
  source,
});
const gone = (key: string, source: string): CloudChange => ({ change: 'gone', key, source });

/** `nothing` is a reason: why AWS changes nothing of it. */
const nothing =
  (_because: string): (() => readonly CloudChange[]) =>
  () => [];

/** A database whose clusters in several regions are members of a global one. */
interface GlobalDatabase {
  readonly type: 'aws_rds' | 'aws_docdb';
  readonly component: { readonly name: string; readonly regions: readonly string[] };
  /** What only the first cluster was given. */
  readonly given: readonly string[];
  /** Whether a cluster says whom it follows. */
  readonly namesSource: boolean;
  /** What the global cluster answers for its database. */
  readonly database: Parsed;
  readonly source: string;
}

/** Members leave the global cluster for a time, and are in it again once the lost region is. */
function globalMembers(
  { type, component, given, namesSource, database, source }: GlobalDatabase,
  { from, to }: Move,
  phase: Phase,
): readonly CloudChange[] {
  const { name, regions } = component;
  const label = labelOf(name);
  const whole = `global ${type}_global_cluster.${label}`;
  const cluster = (region: string) => `${region}/data ${type}_cluster.${label}`;
  const isApart = phase === 'failed over';
  const writer = phase === 'failed back' ? from : to;
  const followed = (region: string): Parsed =>
    isApart || region === writer ? null : `cluster-in-${writer}`;
  const inside = isApart ? null : 'joined-by-recovery';
  const raised = (key: string) => change(key, 'engine_version', 'raised-by-aws', sources.version);
  return [
    ...regions.flatMap((region) => [
      change(cluster(region), 'global_cluster_identifier', inside, source),
      ...(namesSource
        ? [
            change(
              cluster(region),
              'replication_source_identifier',
              followed(region),
              sources.follower,
            ),
          ]
        : []),
    ]),
    change(whole, 'database_name', database, sources.database),
    ...(phase === 'follows again'
      ? [
          ...given.map((argument) => change(cluster(from), argument, null, sources.anew)),
          ...[whole, ...regions.map(cluster)].map(raised),
        ]
      : []),
  ];
}

/** Who serves has the size of one that serves; who waits, after the way home, what it had. */
function nodes(cluster: string, group: NodeGroup, move: Move, phase: Phase): CloudChange {
  const serving = phase === 'failed back' ? move.from : move.to;
  const { min, max } = group.active;
  const size = [{ min_size: min, max_size: max, desired_size: max }];
  const key = `${serving}/cluster aws_eks_node_group.${labelOf(`${cluster}_${group.name}`)}`;
  return change(key, 'scaling_config', size, sources.nodes);
}

export const failoverTable: { readonly [K in Kind]: Changes<K> } = {
  postgres: ({ name }, { from, to }, phase) => {
    const key = (region: string, generation: '' | '_2') =>
      `${region}/data aws_db_instance.${labelOf(name)}${generation}`;
    const promoted = (copy: string) => change(copy, 'replicate_source_db', '', sources.promotion);
    // A copy is promoted; what wrote before is made anew as a replica of it.
    return {
      'failed over': [promoted(key(to, ''))],
      'follows again': [made(key(from, '_2'), from, sources.promotion)],
      'failed back': [promoted(key(from, '_2')), made(key(to, '_2'), to, sources.promotion)],
    }[phase];
  },
  aurora: (component, move, phase) =>
    component.replicaIn.length === 0
      ? []
      : globalMembers(
          {
            type: 'aws_rds',
            component,
            given: ['database_name', 'master_username'],
            namesSource: true,
            database: null,
            source: sources.aurora,
          },
          move,
          phase,
        ),
  documentdb: (component, move, phase) =>
    component.replicaIn.length === 0
      ? []
      : globalMembers(
          {
            type: 'aws_docdb',
            component,
            given: ['master_username'],
            namesSource: false,
            database: 'of-its-first-cluster',
            source: sources.documentdb,
          },
          move,
          phase,
        ),
  'file-store': ({ name }, { from, to }, phase) => {
    const label = labelOf(name);
    const way = (one: string, other: string) =>
      `peering aws_efs_replication_configuration.${labelOf(`${name}_${one}_to_${other}`)}`;
    // A replication stands in the region that it reads from. Its id is that of one end, and EFS
    // answers for either: on the way home Terraform takes the new one for the one that has ended.
    const turned = {
      'failed over': [gone(way(from, to), sources.files)],
      'follows again': [made(way(to, from), to, sources.files)],
      'failed back': [made(way(from, to), from, sources.files)],
    }[phase];
    const open = phase === 'failed back' ? from : to;
    const closed = phase === 'failed back' ? to : from;
    const protection = (value: string): Parsed => [{ replication_overwrite: value }];
    const system = (region: string) => `${region}/data aws_efs_file_system.${label}`;
    return [
      ...turned,
      change(system(open), 'protection', protection('ENABLED'), sources.files),
      change(system(closed), 'protection', protection('REPLICATING'), sources.files),
    ];
  },
  'kubernetes-cluster': ({ name, nodeGroups }, move, phase) =>
    Object.values(nodeGroups).map((group) => nodes(name, group, move, phase)),
  'virtual-machines': ({ name, active }, { from, to }, phase) => {
    const serving = phase === 'failed back' ? from : to;
    const key = `${serving}/edge aws_autoscaling_group.${labelOf(name)}`;
    return [
      change(key, 'min_size', active.min, sources.machines),
      change(key, 'max_size', active.max, sources.machines),
      change(key, 'desired_capacity', active.max, sources.machines),
    ];
  },
  'global-accelerator': ({ name }, { from, to }, phase) => {
    const dials = phase === 'failed back' ? { [from]: 100, [to]: 0 } : { [from]: 0, [to]: 100 };
    return Object.entries(dials).map(([region, dial]) =>
      change(
        `${region}/edge aws_globalaccelerator_endpoint_group.${labelOf(name)}`,
        'traffic_dial_percentage',
        dial,
        sources.dial,
      ),
    );
  },
  network: nothing('a VPC has no role'),
  service: nothing('pods are no resource of Terraform'),
  'object-store': nothing('each bucket is written and copied to the others, always'),
  dynamodb: nothing('each replica is written, always'),
  'container-registry': nothing('images are copied one way, and built nowhere while it lasts'),
  'load-balancer': nothing('it stands in each region; pods join its target groups'),
  dns: nothing('health checks choose among records of each region, in the data plane'),
  'machine-image': nothing('each region has its own copy'),
  'key-pair': nothing('each region has its own'),
  cdn: nothing('it chooses an origin by itself, for each request'),
  certificate: nothing('each region has its own'),
  firewall: nothing('each region has its own'),
  keys: nothing('a replica of a key decrypts by itself; none is made primary'),
  secrets: nothing('a replica is read; none is made a secret of its own'),
  alarms: nothing('they are the same in each region'),
  events: nothing('each region has its own'),
  'workforce-identity': nothing('it has one region, and recovery needs no sign-in'),
  'access-analyzer': nothing('each region has its own'),
  pipeline: nothing('a recovery builds nothing'),
};

/** What AWS has changed in this phase, of the whole platform. */
export function changesIn(platform: Platform, move: Move, phase: Phase): readonly CloudChange[] {
  return Object.values(platform.components).flatMap((component) => {
    // Each line takes its own kind only, and is only ever given components of that kind.
    const changes = failoverTable[component.kind] as Changes<Kind>;
    return changes(component, move, phase, platform);
  });
}
