import {
  componentsOf,
  type DataComponent,
  dataComponents,
  isWrittenEverywhere,
  type Platform,
} from '@outrigger/model';
import type { Duration, finder } from '@outrigger/recovery';
import { type Draw, drawOf, type Expression, planOutputs, type StepGraph } from '@outrigger/sim';

/** By kind and name, in one world. */
export type Find = ReturnType<typeof finder>;

/**
 * What `backup-restore` does when a region is lost, which recovery's planner does not plan: it
 * builds the region anew from Terraform and restores each store from its backup, by size. Then
 * services start and the way in is led there. Durations of building are below, each with its
 * source; what AWS publishes no figure for is assumed, and said to be.
 */
export interface Rebuild {
  readonly graph: StepGraph;
  readonly notes: readonly string[];
}

const second = 1000;
const minute = 60 * second;
const mib = 2 ** 20;

const about = (medianMs: number, p99Ms: number) =>
  ({ kind: 'lognormal', medianMs, p99Ms }) as const;

const building: { readonly [step: string]: Duration } = {
  network: {
    distribution: about(4 * minute, 10 * minute),
    basis: 'assumed',
    source: 'VPC, subnets, NAT gateways in one Terraform run: no figure is published',
  },
  cluster: {
    distribution: { kind: 'uniform', lowMs: 10 * minute, highMs: 15 * minute },
    basis: 'documented',
    source: 'EKS API reference, CreateCluster: typically between 10 and 15 minutes',
  },
  addOns: {
    distribution: about(3 * minute, 8 * minute),
    basis: 'assumed',
    source: 'add-ons and controllers, until they are ready: no figure is published',
  },
  loadBalancer: {
    distribution: about(3 * minute, 6 * minute),
    basis: 'assumed',
    source: 'a load balancer, until it is active: no figure is published',
  },
  database: {
    distribution: about(15 * minute, 60 * minute),
    basis: 'assumed',
    source: 'an instance from a snapshot, before its data is loaded: no figure is published',
  },
  backup: {
    distribution: about(5 * minute, 20 * minute),
    basis: 'assumed',
    source: 'a restore job begins: no figure is published',
  },
};

/** Data is loaded as it is restored: bytes a second. */
const loading = { lowest: 50 * mib, highest: 150 * mib } as const;
/** Used where a platform doesn't say how large a store is. */
const assumedBytes = 100 * 2 ** 30;

export function rebuildOf(platform: Platform, find: Find): Rebuild {
  const draws: Record<string, Draw> = {};
  const add = (name: string, duration: Duration | undefined): string[] => {
    if (duration !== undefined) draws[name] = drawOf(duration);
    return duration === undefined ? [] : [name];
  };
  const entry = entryOf(platform);
  const begin = [
    ...add('detect', find(entry?.kind, ['detect'])),
    ...add('approve', find(undefined, ['person', 'approve'])),
    ...add('network/apply', building.network),
  ];
  const clusters = componentsOf(platform, 'kubernetes-cluster').map(({ name }): Expression => {
    const apply = add(`${name}/apply`, building.cluster);
    const addOns = add(`${name}/add-ons`, building.addOns);
    const nodes = add(`${name}/nodes`, find('kubernetes-cluster', ['scale']));
    return { sum: [...apply, ...addOns, ...nodes] };
  });
  const stores = restored(platform).map((store): Expression => {
    const isDatabase = store.kind !== 'file-store';
    const restore = add(`${store.name}/restore`, isDatabase ? building.database : building.backup);
    return { sum: [...restore, ...add(`${store.name}/load`, loadOf(store))] };
  });
  const started = componentsOf(platform, 'service').flatMap(({ name }) =>
    add(`${name}/start`, find('service', ['start', 'scale'])),
  );
  const balanced = componentsOf(platform, 'load-balancer').flatMap(({ name }) =>
    add(`${name}/apply`, building.loadBalancer),
  );
  const after = [
    ...add('admit', find(entry?.kind, ['admit'])),
    ...add('serve', find(entry?.kind, ['serve'])),
    ...kept(entry, find, add),
  ];
  const phases = [
    [...clusters, ...stores],
    [...started, ...balanced],
  ].filter((phase) => phase.length > 0);
  const served: Expression = { sum: [...begin, ...phases.map((max) => ({ max })), ...after] };
  const nodes = { [planOutputs.served]: served };
  return { graph: { name: `${platform.name}: rebuild`, draws, nodes }, notes: notesOf(platform) };
}

/** Buckets and tables have no backups of their own here: nothing of them is restored. */
export function restored(platform: Platform): DataComponent[] {
  return dataComponents(platform).filter(({ kind }) => !isWrittenEverywhere(kind));
}

/** The way in: a name that leads to an accelerator is none. */
function entryOf(platform: Platform) {
  const accelerator = componentsOf(platform, 'global-accelerator')[0];
  return accelerator ?? componentsOf(platform, 'dns')[0];
}

/** Clients keep a name's answer; an accelerator's address stays. */
function kept(
  entry: ReturnType<typeof entryOf>,
  find: Find,
  add: (name: string, duration: Duration | undefined) => string[],
): string[] {
  if (entry?.kind !== 'dns') return [];
  const ttl: Duration = {
    distribution: { kind: 'constant', ms: entry.ttlMs },
    basis: 'documented',
    source: 'the platform: how long clients may keep the answer of its name',
  };
  return [...add('ttl', ttl), ...add('forget', find('dns', ['forget']))];
}

function bytesOf(store: DataComponent): number | null {
  return store.kind === 'postgres' ? store.storageBytes : null;
}

function loadOf(store: DataComponent): Duration {
  const bytes = bytesOf(store) ?? assumedBytes;
  const size = bytesOf(store) === null ? '100 GiB, assumed since the platform names no size' : null;
  return {
    distribution: {
      kind: 'uniform',
      lowMs: (bytes / loading.highest) * second,
      highMs: (bytes / loading.lowest) * second,
    },
    basis: 'assumed',
    source: `${size ?? 'all of its disk'}, loaded at 50 to 150 MiB/s: no figure is published`,
  };
}

function notesOf(platform: Platform): string[] {
  const unsized = restored(platform).filter((store) => bytesOf(store) === null);
  const kept = dataComponents(platform).filter(({ kind }) => isWrittenEverywhere(kind));
  const list = (stores: readonly { readonly name: string }[]) =>
    stores.map(({ name }) => name).join(', ');
  return [
    'recovery’s planner plans no rebuild: its time is the sum of building the region from ' +
      'Terraform and restoring each store by its size, with durations that are mostly assumed',
    'a rebuild needs control planes that all regions share (Route 53, Global Accelerator, IAM) ' +
      'while a region is down, and capacity that everybody else asks for too',
    ...(unsized.length > 0
      ? [`100 GiB are assumed for what the platform names no size of: ${list(unsized)}`]
      : []),
    ...(kept.length > 0 ? [`without a replica nothing brings back ${list(kept)}`] : []),
  ];
}
