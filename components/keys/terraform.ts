import { componentsOf, databaseComponents, type Keys, type Platform } from '@outrigger/model';
import {
  type Addressed,
  type Block,
  data,
  forAutoScaling,
  forLogs,
  foundIn,
  identified,
  keyPolicy,
  labelOf,
  ref,
  resource,
  type Statement,
  type TerraformFacet,
  type WideFragment,
} from '@outrigger/terraform';
import { databaseTellers, topicTellers } from '../tellers.ts';
import { cdnStatements, DAY_MS, nameOf, tellerKeys } from '../terraform.ts';

/**
 * One key, and a replica of it in each other region: they decrypt what any of them encrypted. All
 * are in `global/`, since a replica is made from the first one and no region reads another.
 */
export const terraform: TerraformFacet<'keys'> = {
  global: ({ component, platform }) => [keyFile(component, platform)],
  // Of regions where it doesn't stand yet, each gets one as usual.
  existingGlobally: ({ component, platform }) => [keyFile(component, platform)],
};

function keyFile(component: Keys, platform: Platform): WideFragment {
  const first = firstKey(component, platform);
  const others = component.regions.filter((region) => region !== component.homeIn);
  const copies = others.map((region) => ({
    region,
    ...(standing(component, region) ??
      (component.multiRegion
        ? replica(component, platform, region, first.key)
        : ownKey(component, platform, region))),
  }));
  const all = [{ region: component.homeIn, ...first }, ...copies];
  return {
    file: component.name,
    blocks: all.flatMap(({ blocks }) => blocks),
    publishesIn: Object.fromEntries(
      all.map(({ region, key }) => [region, { 'key-arn': ref(key, 'arn') }]),
    ),
  };
}

interface Made {
  readonly key: Addressed<'arn' | 'key_id'>;
  readonly blocks: readonly Block[];
}

function labelIn(component: Keys, region: string): string {
  return labelOf(`${component.name}_${region}`);
}

function firstKey(component: Keys, platform: Platform): Made {
  return standing(component, component.homeIn) ?? ownKey(component, platform, component.homeIn);
}

function standing(component: Keys, region: string): Made | null {
  const found = foundIn(component, region);
  if (found === null) return null;
  const label = labelIn(component, region);
  const { id, blocks } = identified(label, found, { type: 'kms:key', by: 'arn', region });
  const key = data('aws_kms_key', label, { region, key_id: id });
  return { key, blocks: [...blocks, key] };
}

function ownKey(component: Keys, platform: Platform, region: string): Made {
  const label = labelIn(component, region);
  const policy = keyPolicy(label, servicesIn(component, platform, region));
  const key = resource('aws_kms_key', label, {
    region,
    description: descriptionOf(component, platform, region),
    multi_region: component.multiRegion,
    enable_key_rotation: true,
    rotation_period_in_days: Math.round(component.rotationMs / DAY_MS),
    deletion_window_in_days: component.deletionDays,
    policy: ref(policy, 'json'),
  });
  return { key, blocks: [policy, key, named(component, platform, region, key)] };
}

function replica(
  component: Keys,
  platform: Platform,
  region: string,
  first: Addressed<'arn'>,
): Made {
  const label = labelIn(component, region);
  const policy = keyPolicy(label, servicesIn(component, platform, region));
  const key = resource(
    'aws_kms_replica_key',
    label,
    {
      region,
      description: descriptionOf(component, platform, region),
      primary_key_arn: ref(first, 'arn'),
      deletion_window_in_days: component.deletionDays,
      policy: ref(policy, 'json'),
    },
    { comment: `${region} decrypts with it while ${component.homeIn} is lost.` },
  );
  return { key, blocks: [policy, key, named(component, platform, region, key)] };
}

function descriptionOf(component: Keys, platform: Platform, region: string): string {
  return `${component.name} of ${platform.name} in ${region}`;
}

function named(
  component: Keys,
  platform: Platform,
  region: string,
  key: Addressed<'key_id'>,
): Block {
  return resource('aws_kms_alias', labelIn(component, region), {
    region,
    name: `alias/${nameOf(platform, component)}`,
    target_key_id: ref(key, 'key_id'),
  });
}

/** Services of AWS that use the key for what it encrypts; roles are told by their own policies. */
function servicesIn({ encrypts }: Keys, platform: Platform, region: string): Statement[] {
  const kinds = new Set(encrypts.map((name) => platform.components[name]?.kind));
  const has = (...wanted: readonly (typeof platform.components)[string]['kind'][]) =>
    wanted.some((kind) => kinds.has(kind));
  // Of the topics that it encrypts: those of events, and those of databases' own alarms.
  const tellers = [
    ...databaseComponents(platform)
      .filter(({ name }) => encrypts.includes(name))
      .flatMap((database) => databaseTellers(platform, database, region)),
    ...componentsOf(platform, 'events')
      .filter(({ name }) => encrypts.includes(name))
      .flatMap((events) => topicTellers(platform, events, region)),
  ];
  return [
    ...(has('kubernetes-cluster', 'aurora', 'postgres', 'documentdb') ? [forLogs(region)] : []),
    ...tellerKeys([...new Set(tellers)].sort()),
    ...(has('machine-image', 'kubernetes-cluster', 'virtual-machines') ? forAutoScaling() : []),
    ...cdnStatements(platform, encrypts),
  ];
}
