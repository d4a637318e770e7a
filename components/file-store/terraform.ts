import type { FileStore } from '@outrigger/model';
import {
  allow,
  call,
  data,
  deny,
  type Found,
  foundIn,
  hcl,
  imported,
  type LayerFragment,
  labelOf,
  policyDocument,
  published,
  publishedIn,
  type RegionInput,
  ref,
  removed,
  resource,
  type TerraformFacet,
  type TerraformInput,
  type WideFragment,
} from '@outrigger/terraform';
import { DAY_MS, ingressOf, keyOf, nameOf, networkOf } from '../terraform.ts';

/** NFS, which EFS speaks. */
const port = 2049;

/**
 * A file system in each region, made by us in both, so that each has its mount targets before it is
 * needed. The replication between them is in `peering/`, in the direction of the recovery state.
 */
export const terraform: TerraformFacet<'file-store'> = {
  region: (input) => {
    const { component, platform, region } = input;
    const key = keyOf(platform, component, region.name);
    const group = groupOf(input);
    const system = systemOf(input, key.arn);
    const policy = policyOf(component, system);
    return [
      {
        layer: 'data',
        file: component.name,
        blocks: [
          ...key.blocks,
          group,
          system,
          ...mountTargets(input, system, group),
          policy,
          resource('aws_efs_file_system_policy', labelOf(component.name), {
            file_system_id: ref(system, 'id'),
            policy: ref(policy, 'json'),
          }),
          resource('aws_efs_backup_policy', labelOf(component.name), {
            file_system_id: ref(system, 'id'),
            backup_policy: { status: component.backups ? 'ENABLED' : 'DISABLED' },
          }),
        ],
        publishes: {
          id: ref(system, 'id'),
          arn: ref(system, 'arn'),
          'security-group-id': ref(group, 'id'),
          'key-arn': key.arn,
        },
      },
      ...ingressOf(platform, component, port, region.name),
    ];
  },
  peering: (input) => replication(input),
  existing: (input, found) => [
    existing(input, found),
    ...ingressOf(input.platform, input.component, port, input.region.name),
  ],
};

function existing({ component }: RegionInput<'file-store'>, found: Found): LayerFragment {
  const system = data(
    'aws_efs_file_system',
    labelOf(component.name),
    found.by === 'id' ? { file_system_id: found.id } : { tags: found.tags },
  );
  return {
    layer: 'data',
    file: component.name,
    blocks: [system],
    publishes: {
      id: ref(system, 'file_system_id'),
      arn: ref(system, 'arn'),
      'key-arn': ref(system, 'kms_key_id'),
    },
  };
}

function groupOf({ component, platform }: RegionInput<'file-store'>) {
  const name = nameOf(platform, component);
  return resource('aws_security_group', labelOf(component.name), {
    name,
    description: `Who mounts ${component.name}; its rules come with those who need it`,
    vpc_id: published(networkOf(platform), 'vpc-id'),
    tags: { Name: name },
  });
}

/** EFS moves files at these ages (EFS API reference, LifecyclePolicy). */
const coldAges = [1, 7, 14, 30, 60, 90, 180, 270, 365] as const;

function coldAfter(coldAfterMs: number): string {
  const days = coldAges.find((age) => age >= coldAfterMs / DAY_MS) ?? 365;
  return days === 1 ? 'AFTER_1_DAY' : `AFTER_${days}_DAYS`;
}

function systemOf(input: RegionInput<'file-store'>, keyArn: ReturnType<typeof ref>) {
  const { component, platform } = input;
  const name = nameOf(platform, component);
  const isReplicated = component.replicaIn.length > 0;
  return resource(
    'aws_efs_file_system',
    labelOf(component.name),
    {
      creation_token: name,
      encrypted: true,
      kms_key_id: keyArn,
      throughput_mode: component.throughput,
      tags: { Name: name },
      ...(component.coldAfterMs === null
        ? {}
        : { lifecycle_policy: { transition_to_ia: coldAfter(component.coldAfterMs) } }),
      ...(isReplicated
        ? {
            protection: { replication_overwrite: isFollower(input) ? 'DISABLED' : 'ENABLED' },
            lifecycle: { ignore_changes: ['protection'] },
          }
        : {}),
    },
    isReplicated
      ? {
          remarks: {
            protection: isFollower(input)
              ? 'A replication may write here.'
              : 'No replication may overwrite what is written here.',
            'lifecycle.ignore_changes': 'A recovery turns the direction round, and this with it.',
          },
        }
      : {},
  );
}

/** How it was when it was made; what a recovery does to it later is ignored. */
function isFollower({ component, region }: RegionInput<'file-store'>): boolean {
  return component.replicaIn.includes(region.name);
}

function mountTargets(
  { component, platform, region }: RegionInput<'file-store'>,
  system: ReturnType<typeof systemOf>,
  group: ReturnType<typeof groupOf>,
) {
  const subnets = published(networkOf(platform), 'private-subnet-ids');
  return [
    resource(
      'aws_efs_mount_target',
      labelOf(component.name),
      {
        count: region.zones.length,
        file_system_id: ref(system, 'id'),
        subnet_id: call('element', subnets, hcl('count.index')),
        security_groups: [ref(group, 'id')],
      },
      { comment: 'One in each zone: a lost zone takes only its own with it.' },
    ),
  ];
}

/** Root is nobody here: folders and their owners are made by access points (its page). */
function policyOf(component: FileStore, system: ReturnType<typeof systemOf>) {
  const everybody = { type: 'AWS' as const, identifiers: ['*'] };
  return policyDocument(labelOf(component.name), [
    allow('ByMountTarget', {
      actions: ['elasticfilesystem:ClientMount', 'elasticfilesystem:ClientWrite'],
      resources: [ref(system, 'arn')],
      principals: everybody,
      condition: {
        test: 'Bool',
        variable: 'elasticfilesystem:AccessedViaMountTarget',
        values: ['true'],
      },
    }),
    deny('TlsOnly', {
      actions: ['*'],
      resources: [ref(system, 'arn')],
      principals: everybody,
      condition: { test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] },
    }),
  ]);
}

function replicationLabel(component: FileStore, from: string, to: string): string {
  return labelOf(`${component.name}_${from}_to_${to}`);
}

/**
 * One for each region that follows now; none after a failover, until there is one again. Two file
 * systems that both stand already are left as they are. Every other way is forgotten, also one that
 * an earlier recovery had made: EFS finds a replication by either end, so that Terraform would take
 * the new one for the old, and end it.
 */
function replication({ component, state }: TerraformInput<'file-store'>): WideFragment[] {
  const store = state.data[component.name];
  if (store === undefined || component.replicaIn.length === 0) return [];
  const isMade = (region: string) => foundIn(component, region) === null;
  const ways = (from: string, followers: readonly string[]) =>
    followers.filter((to) => isMade(from) || isMade(to)).map((to) => ({ from, to }));
  const places = [component.writerIn, ...component.replicaIn];
  const now = ways(store.writerIn, store.followers);
  const others = places
    .flatMap((from) =>
      ways(
        from,
        places.filter((to) => to !== from),
      ),
    )
    .filter(({ from, to }) => from !== store.writerIn || !store.followers.includes(to));
  const blocks = now.flatMap(({ from, to }) => {
    const label = replicationLabel(component, from, to);
    const source = publishedIn(from, component.name, 'id');
    const made = resource('aws_efs_replication_configuration', label, {
      region: from,
      source_file_system_id: source,
      destination: {
        region: to,
        file_system_id: publishedIn(to, component.name, 'id'),
      },
    });
    // What was there at the start is made by Terraform; what a recovery made is taken over.
    if (store.moves === 0) return [made];
    const reason = 'The recovery turned it round; once it is taken over, this does nothing.';
    return [made, imported(made, source, reason)];
  });
  const ended = (store.moves === 0 ? [] : others).map(({ from, to }) =>
    removed(
      `aws_efs_replication_configuration.${replicationLabel(component, from, to)}`,
      `A recovery has ended it, or there was none: ${from} is not copied to ${to} now.`,
    ),
  );
  return [{ file: component.name, blocks: [...blocks, ...ended] }];
}
