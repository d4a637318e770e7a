import { type Platform, resolve } from '@outrigger/model';
import { Draws } from './draws.ts';

/** How many there are of what makes a platform large: what is made smaller when one shrinks. */
export interface Shape {
  readonly regions: number;
  readonly databases: number;
  readonly fileStores: number;
  /** Besides the gateway. */
  readonly services: number;
}

/** So many different platforms are drawn; reading one takes longer than a story in it. */
export const platformCount = 512;

const regionNames = ['us-east-1', 'us-west-2', 'eu-west-1'];

export function shapeOf(number: number): Shape {
  const draws = new Draws(number);
  return {
    regions: draws.pick('regions', [1, 2, 2, 2, 3]),
    databases: draws.pick('databases', [1, 1, 2, 3]),
    fileStores: draws.pick('file stores', [0, 0, 1, 2]),
    services: draws.pick('services', [0, 1, 2]),
  };
}

const known = new Map<string, Platform>();

/** The platform with this number: drawn, written as a user would write it, and resolved. */
export function platformOf(number: number, shape: Shape = shapeOf(number)): Platform {
  const key = `${number} ${JSON.stringify(shape)}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const written = writtenPlatform(number, shape);
  const resolution = resolve(written);
  if (!resolution.ok) {
    const problems = resolution.problems.map(({ path, wrong }) => `${path} ${wrong}`);
    throw new Error(`platform ${number} is no platform: ${problems.join('; ')}`);
  }
  known.set(key, resolution.platform);
  return resolution.platform;
}

/** What a user could have written: everything that recovery reads is drawn. */
export function writtenPlatform(number: number, shape: Shape): object {
  const draws = new Draws(number);
  const strategy = strategyOf(draws, shape);
  const regions = regionNames.slice(0, shape.regions).map((name, index) => {
    const first = strategy === 'active-active' ? 'peer' : 'primary';
    const role = index === 0 || strategy === 'active-active' ? first : 'standby';
    // Two at least: AWS takes neither a cluster nor a database with subnets in one zone.
    const zones = draws.between(`zones ${name}`, 2, 3);
    const workloadZones = role === 'standby' ? draws.between(`workloads ${name}`, 1, zones) : zones;
    return [name, { role, cidr: `10.${index}.0.0/16`, zones, workloadZones }] as const;
  });
  return {
    name: `chaos-${number}`,
    strategy,
    objectives: objectivesOf(draws, shape),
    regions: Object.fromEntries(regions),
    components: {
      ...edgeOf(draws),
      alb: { kind: 'load-balancer', layer: 7, in: 'cluster', to: 'gateway' },
      ...workloadsOf(draws, strategy, shape),
      ...storesOf(draws, shape),
    },
  };
}

function strategyOf(draws: Draws, { regions }: Shape) {
  if (regions === 1) return 'warm-standby';
  const strategies = ['warm-standby', 'warm-standby', 'pilot-light', 'pilot-light'] as const;
  return draws.pick('strategy', [...strategies, 'active-active', 'backup-restore'] as const);
}

function objectivesOf(draws: Draws, { regions, fileStores }: Shape): object {
  const approvals = ['always', 'when data may be lost', 'pre-approved'] as const;
  const approval = (scope: string) => draws.pick(`approval ${scope}`, approvals);
  const rpo = fileStores > 0 ? draws.pick('rpo', ['1m', '10m']) : draws.pick('rpo', ['2s', '1m']);
  const zone = { rpo: '0s', rto: '10m', approval: approval('zone') };
  if (regions === 1) return { 'zone-loss': zone };
  return {
    'zone-loss': zone,
    'region-loss': { rpo, rto: '300m', approval: approval('region') },
    partition: { rpo, rto: '300m', approval: approval('partition') },
    switchover: { rto: '5s', approval: approval('switchover') },
  };
}

function edgeOf(draws: Draws): object {
  const accelerator = { kind: 'global-accelerator', to: 'alb' };
  const name = (to: string) => ({ kind: 'dns', zone: 'shop.example.com', to });
  switch (draws.between('edge', 0, 3)) {
    case 0:
      return { edge: accelerator };
    case 1:
      return { edge: accelerator, domain: name('edge') };
    case 2:
      return { domain: name('alb') };
    default:
      return {};
  }
}

function workloadsOf(draws: Draws, strategy: string, shape: Shape): object {
  const isDark = strategy === 'pilot-light' || strategy === 'backup-restore';
  const standby = { min: isDark ? 0 : 1, max: 6 };
  const groups = {
    apps: { instances: ['m6i.large'], min: draws.between('nodes', 2, 4), max: 6, standby },
    ...(draws.chance('system nodes', 0.3)
      ? { system: { instances: ['t3.medium'], min: 2, max: 2, dedicated: true } }
      : {}),
  };
  const service = (name: string, needs: readonly string[]) => ({
    kind: 'service',
    in: 'cluster',
    nodeGroup: 'apps',
    image: name,
    port: 8080,
    replicas: { min: draws.between(`pods ${name}`, 1, 3), max: 6 },
    standby,
    needs,
  });
  const names = Array.from({ length: shape.services }, (_, index) => `service-${index}`);
  const stores = [...storeNames(shape)];
  return {
    cluster: { kind: 'kubernetes-cluster', version: '1.34', nodeGroups: groups },
    gateway: { ...service('gateway', names), holdsWrites: draws.chance('holds writes', 0.85) },
    ...Object.fromEntries(names.map((name) => [name, service(name, stores)])),
  };
}

function storeNames({ databases, fileStores }: Shape): readonly string[] {
  return [
    ...Array.from({ length: databases }, (_, index) => `database-${index}`),
    ...Array.from({ length: fileStores }, (_, index) => `files-${index}`),
  ];
}

function storesOf(draws: Draws, shape: Shape): object {
  return Object.fromEntries(
    storeNames(shape).map((name) => {
      if (name.startsWith('files')) return [name, { kind: 'file-store' }];
      const size = 'db.r6g.large';
      const postgres = { kind: 'postgres', version: '17', size };
      const aurora = { kind: 'aurora', engine: 'postgresql', version: '17.4', size };
      return [name, draws.chance(`kind ${name}`, 0.6) ? postgres : aurora];
    }),
  );
}
