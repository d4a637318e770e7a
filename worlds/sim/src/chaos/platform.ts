import { isKind, kinds, type Platform, platformJsonSchema, resolve } from '@outrigger/model';
import { Draws } from './draws.ts';
import {
  type Addition,
  type Around,
  drawnBy,
  enrich,
  type Schema,
  type Written,
} from './schema-draws.ts';

/** How many there are of what makes a platform large: what is made smaller when one shrinks. */
export interface Shape {
  readonly regions: number;
  readonly databases: number;
  readonly fileStores: number;
  /** Besides the gateway. */
  readonly services: number;
}

/** So many different platforms are drawn; reading one takes longer than a story in it. */
export const platformCount = 2048;

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

/** `2,1,0,1`: regions, databases, file stores, services. */
export function writeShape({ regions, databases, fileStores, services }: Shape): string {
  return [regions, databases, fileStores, services].join(',');
}

/** Null: it is not written as a shape is. */
export function readShape(text: string): Shape | null {
  if (!/^[1-3],[1-9],\d,\d$/.test(text)) return null;
  const [regions = 1, databases = 1, fileStores = 0, services = 0] = text.split(',').map(Number);
  return { regions, databases, fileStores, services };
}

const known = new Map<string, Platform>();

/** What the model says a platform may be: whatever it learns is drawn too. */
const schema: Schema = platformJsonSchema();

/** The platform with this number: drawn, written as a user would write it, and resolved. */
export function platformOf(number: number, shape: Shape = shapeOf(number)): Platform {
  const key = `${number} ${writeShape(shape)}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const platform = readPlatform(number, shape);
  known.set(key, platform);
  return platform;
}

/**
 * A plain platform, and on it, drawn from the schema, what nobody has to write: fields anywhere,
 * and components of every kind. What doesn't go together is for the model to say: it is taken out.
 */
function readPlatform(number: number, shape: Shape): Platform {
  const written = writtenPlatform(number, shape);
  const additions = [...enriched(written, number)];
  for (;;) {
    const resolution = resolve(written);
    if (resolution.ok) return resolution.platform;
    const problems = resolution.problems.map(({ path, wrong }) => `${path} ${wrong}`);
    if (additions.length === 0) {
      throw new Error(`platform ${number} is no platform: ${problems.join('; ')}`);
    }
    for (const { path } of resolution.problems) {
      const [taken] = additions.splice(blamed(additions, path), 1);
      if (taken !== undefined) delete taken.holder[taken.field];
    }
  }
}

function enriched(written: WrittenPlatform, number: number): readonly Addition[] {
  const draws = new Draws(number);
  const { components } = written;
  const around: Around = {
    draws,
    component: ([, holder = '', field = '']) => referable(components, holder, field),
    region: () => Object.keys(written.regions),
  };
  const additions: Addition[] = [];
  for (const kind of inOrder(componentsSchema().oneOf ?? [])) {
    const name = String(kind.properties?.kind?.const);
    const isThere = Object.values(components).some((one) => one.kind === name);
    const chance = namesAnother(kind) ? 0.4 : 0.2;
    if (isThere || !draws.chance(`also ${name}`, chance)) continue;
    const drawn = drawnBy(kind, around, ['components', name]);
    if (typeof drawn !== 'object' || drawn === null) continue;
    components[name] = { ...drawn, kind: name };
    additions.push({ path: `components.${name}`, holder: components, field: name });
  }
  return [...additions, ...enrich(written, schema, around)];
}

/** What that field of that component may name. One that is being drawn is called as its kind. */
function referable(
  components: WrittenPlatform['components'],
  holder: string,
  field: string,
): readonly string[] {
  const kind = components[holder]?.kind ?? holder;
  const references: { readonly [field: string]: readonly string[] } =
    typeof kind === 'string' && isKind(kind) ? kinds[kind].references : {};
  return Object.entries(components)
    .filter(([, one]) => references[field]?.includes(String(one.kind)))
    .map(([name]) => name);
}

/** Those that have to name another one last: it may have been drawn by then. */
function inOrder(kindSchemas: readonly Schema[]): readonly Schema[] {
  const last = (one: Schema) => Number(namesAnother(one));
  return [...kindSchemas].sort((one, other) => last(one) - last(other));
}

function namesAnother({ properties, required = [] }: Schema): boolean {
  return required.some((field) =>
    JSON.stringify(properties?.[field]).includes('"x-reference":"component"'),
  );
}

function componentsSchema(): Schema {
  const { additionalProperties } = schema.properties?.components ?? {};
  return typeof additionalProperties === 'object' ? additionalProperties : {};
}

/** The addition that a problem is about, or the last one of the same part, or the last of all. */
function blamed(additions: readonly Addition[], path: string): number {
  const within = additions.findLastIndex((one) => `${path}.`.startsWith(`${one.path}.`));
  if (within >= 0) return within;
  const part = `${path.split(/[.[]/).slice(0, 2).join('.')}.`;
  const beside = additions.findLastIndex((one) => `${one.path}.`.startsWith(part));
  return beside >= 0 ? beside : additions.length - 1;
}

interface WrittenPlatform extends Written {
  readonly regions: { [name: string]: Written };
  readonly components: { [name: string]: Written };
}

/** What a user has to write, and what makes recoveries differ most. */
function writtenPlatform(number: number, shape: Shape): WrittenPlatform {
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
  const approvals = ['always', 'when data may be lost'] as const;
  const approval = (scope: string) => draws.pick(`approval ${scope}`, approvals);
  const rpo = fileStores > 0 ? draws.pick('rpo', ['1m', '10m']) : draws.pick('rpo', ['2s', '1m']);
  const zoneRpo = draws.pick('zone rpo', ['0s', '0s', '0s', '1m']);
  const zone = { rpo: zoneRpo, rto: '10m', approval: approval('zone') };
  if (regions === 1) return { 'zone-loss': zone };
  return {
    'zone-loss': zone,
    'region-loss': { rpo, rto: '300m', approval: approval('region') },
    partition: { rpo, rto: '300m' },
    switchover: { rto: '20m', approval: approval('switchover') },
  };
}

function edgeOf(draws: Draws): WrittenPlatform['components'] {
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

function workloadsOf(draws: Draws, strategy: string, shape: Shape): WrittenPlatform['components'] {
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
    cluster: {
      kind: 'kubernetes-cluster',
      version: '1.34',
      nodeGroups: groups,
      addOns: ['aws-efs-csi-driver'],
    },
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

function storesOf(draws: Draws, shape: Shape): WrittenPlatform['components'] {
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
