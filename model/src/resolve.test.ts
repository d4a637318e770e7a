import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shop, spoil } from '../testing/shop.ts';
import {
  componentsOf,
  databaseComponents,
  dataComponents,
  explain,
  kindLimits,
  kinds,
  objectiveFor,
  type Platform,
  peers,
  primaryRegion,
  regionOfZone,
  resolve,
  servicesOf,
  strategyLimits,
} from './index.ts';

function sound(input: unknown): Platform {
  const resolution = resolve(input);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  return resolution.platform;
}

function component<K extends Parameters<typeof componentsOf>[1]>(
  platform: Platform,
  kind: K,
  name: string,
) {
  const found = componentsOf(platform, kind).find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no ${kind} ${name}`);
  return found;
}

describe('a complete platform', () => {
  test('is plain JSON, and the same for the same input', () => {
    const platform = sound(shop());
    expect(JSON.parse(JSON.stringify(platform))).toEqual(platform);
    expect(JSON.stringify(sound(JSON.parse(JSON.stringify(shop()))))).toBe(
      JSON.stringify(platform),
    );
  });

  test('keeps the order of what was written; the network comes last when it was not', () => {
    const { components, regions } = sound(shop());
    expect(Object.keys(components)).toEqual([...Object.keys(shop().components), 'network']);
    expect(Object.keys(regions)).toEqual(['us-east-1', 'us-west-2']);
  });

  test('takes the network that was written, under its own name', () => {
    const written = { kind: 'network', flowLogs: { keep: '30d' } };
    const platform = sound(spoil(shop(), ['components', 'net'], written));
    expect(componentsOf(platform, 'network')).toMatchObject([
      { name: 'net', peering: 'all regions', flowLogs: { retentionMs: 2_592_000_000 } },
    ]);
  });

  test('holds durations in ms and sizes in bytes', () => {
    const platform = sound(spoil(shop(), ['components', 'orders-db', 'storage'], '200 GiB'));
    expect(component(platform, 'postgres', 'orders-db')).toMatchObject({
      backupRetentionMs: 1_209_600_000,
      storageBytes: 200 * 2 ** 30,
    });
    expect(platform.objectives['zone-loss']).toEqual({
      rpoMs: 0,
      rtoMs: 600_000,
      approval: 'when data may be lost',
    });
  });

  test('has an objective for planned moves and, with two regions, for a partition', () => {
    const platform = sound(shop());
    expect(objectiveFor(platform, 'switchover')).toMatchObject({ rpoMs: 0, rtoMs: null });
    expect(objectiveFor(platform, 'partition')).toEqual({
      rpoMs: 600_000,
      rtoMs: 1_800_000,
      approval: 'when data may be lost',
    });
    expect(objectiveFor(platform, 'data-corruption')).toBeNull();
  });

  test('asks a person about a region loss unless it was written otherwise', () => {
    const path = ['objectives', 'region-loss', 'approval'];
    expect(objectiveFor(sound(spoil(shop(), path, undefined)), 'region-loss')?.approval).toBe(
      'always',
    );
  });

  test('sends each route of a load balancer to its service', () => {
    const to = { '/api': 'orders', '/': 'web' };
    const platform = sound(spoil(shop(), ['components', 'web-alb', 'to'], to));
    expect(component(platform, 'service', 'orders').paths).toEqual(['/api']);
    expect(component(platform, 'service', 'web').paths).toEqual(['/']);
  });

  test('runs in the lab what was written, with the routes as its paths', () => {
    const lab = { run: ['src/main.ts'] };
    const platform = sound(spoil(shop(), ['components', 'web', 'lab'], lab));
    expect(component(platform, 'service', 'web').lab).toEqual({
      run: ['src/main.ts'],
      paths: ['/'],
      environment: {},
    });
    expect(component(platform, 'service', 'orders').lab).toBeNull();
  });

  test('answers the questions that others ask of it', () => {
    const platform = sound(shop());
    expect(primaryRegion(platform).name).toBe('us-east-1');
    expect(peers(platform)).toEqual([]);
    expect(servicesOf(platform).map((service) => service.name)).toEqual(['web', 'orders']);
    expect(dataComponents(platform).map((store) => store.name)).toEqual([
      'orders-db',
      'records-db',
      'pictures-store',
      'assets-store',
    ]);
    expect(databaseComponents(platform).map((store) => store.name)).toEqual([
      'orders-db',
      'records-db',
    ]);
    expect(regionOfZone(platform, 'us-west-2b')?.name).toBe('us-west-2');
    expect(regionOfZone(platform, 'us-west-2f')).toBeNull();
  });
});

describe('what a strategy implies', () => {
  const plain = spoil(
    shop(),
    ['components', 'cluster', 'nodeGroups', 'apps', 'standby'],
    undefined,
  );

  test('warm-standby: a small working copy', () => {
    const platform = sound(plain);
    const { apps } = component(platform, 'kubernetes-cluster', 'cluster').nodeGroups;
    expect(apps?.standby).toEqual({ min: 1, max: 12, desired: 1 });
    expect(component(platform, 'service', 'orders').standby).toEqual({ min: 1, max: 20 });
  });

  test('pilot-light: data, but no nodes and no pods', () => {
    const platform = sound(spoil(plain, ['strategy'], 'pilot-light'));
    const { apps } = component(platform, 'kubernetes-cluster', 'cluster').nodeGroups;
    expect(apps?.standby).toEqual({ min: 0, max: 12, desired: 0 });
    expect(component(platform, 'service', 'orders').standby.min).toBe(0);
    expect(component(platform, 'postgres', 'orders-db').replicaIn).toEqual(['us-west-2']);
  });

  test('pilot-light: pods run where their node group keeps nodes', () => {
    const group = ['components', 'cluster', 'nodeGroups', 'apps', 'standby'];
    const kept = spoil(plain, group, { min: 2, max: 12 });
    const platform = sound(spoil(kept, ['strategy'], 'pilot-light'));
    expect(component(platform, 'service', 'orders').standby.min).toBe(1);
  });

  test('backup-restore: backups only, nothing runs in the standby region', () => {
    const slow = spoil(plain, ['objectives', 'region-loss'], { rpo: '1d', rto: '8h' });
    const platform = sound(spoil(slow, ['strategy'], 'backup-restore'));
    expect(component(platform, 'postgres', 'orders-db').replicaIn).toEqual([]);
    expect(component(platform, 'kubernetes-cluster', 'cluster').regions).toEqual(['us-east-1']);
  });

  test('active-active: every region serves, one writes', () => {
    const both = spoil(plain, ['regions', 'us-west-2', 'role'], 'peer');
    const platform = sound(spoil(both, ['strategy'], 'active-active'));
    expect(component(platform, 'postgres', 'orders-db').writerIn).toBe('us-east-1');
    expect(component(platform, 'global-accelerator', 'edge').dial).toEqual({
      'us-east-1': 100,
      'us-west-2': 0,
    });
    expect(peers(platform).map((region) => region.name)).toEqual(['us-west-2']);
  });

  test('three regions: a peer that serves and a standby that waits', () => {
    const peer = { role: 'peer', cidr: '10.2.0.0/16', zones: ['eu-west-1b', 'eu-west-1c'] };
    const platform = sound(spoil(shop(), ['regions', 'eu-west-1'], peer));
    expect(component(platform, 'postgres', 'orders-db').replicaIn).toEqual([
      'us-west-2',
      'eu-west-1',
    ]);
    expect(component(platform, 'global-accelerator', 'edge').dial).toEqual({
      'us-east-1': 100,
      'us-west-2': 0,
      'eu-west-1': 100,
    });
    expect(platform.regions['eu-west-1']?.zones).toEqual([
      { name: 'eu-west-1b', publicCidr: '10.2.0.0/21', privateCidr: '10.2.64.0/18' },
      { name: 'eu-west-1c', publicCidr: '10.2.8.0/21', privateCidr: '10.2.128.0/18' },
    ]);
  });

  test('all peers: the first writes, or the one that is named', () => {
    const east = spoil(plain, ['regions', 'us-east-1', 'role'], 'peer');
    const all = spoil(
      spoil(east, ['regions', 'us-west-2', 'role'], 'peer'),
      ['strategy'],
      'active-active',
    );
    expect(primaryRegion(sound(all)).name).toBe('us-east-1');
    const named = sound(spoil(all, ['components', 'orders-db', 'writerIn'], 'us-west-2'));
    expect(component(named, 'postgres', 'orders-db')).toMatchObject({
      writerIn: 'us-west-2',
      replicaIn: ['us-east-1'],
    });
  });

  test('one region: nothing to replicate, no objective for its loss needed', () => {
    const alone = ['regions', 'us-west-2'];
    const dial = spoil(shop(), ['components', 'edge', 'dial'], undefined);
    const one = spoil(spoil(dial, alone, undefined), ['objectives', 'region-loss'], undefined);
    const platform = sound(one);
    expect(component(platform, 'postgres', 'orders-db').replicaIn).toEqual([]);
    expect(objectiveFor(platform, 'region-loss')).toBeNull();
    expect(componentsOf(platform, 'network')[0]?.peering).toBe('none');
  });
});

describe('defaults', () => {
  test('each has a path, a value and a reason, and none was written', () => {
    const defaults = explain(shop());
    expect(defaults.length).toBeGreaterThan(50);
    expect(defaults.filter(({ path, reason }) => path === '' || reason === '')).toEqual([]);
    expect(defaults.find(({ path }) => path === 'components.web.standby')).toEqual({
      path: 'components.web.standby',
      value: { min: 1, max: 10 },
      reason: 'warm-standby keeps one running',
    });
    expect(defaults.some(({ path }) => path === 'components.orders-db.backups')).toBe(false);
    expect(defaults.find(({ path }) => path === 'components.records-db.backups')?.value).toBe(
      '7 d',
    );
    expect(defaults.find(({ path }) => path === 'components.orders-db.storage')?.value).toBe(
      '100 GiB',
    );
  });

  test('what was explained can be written, and changes nothing', () => {
    const path = ['components', 'orders-db', 'multiZone'];
    expect(sound(spoil(shop(), path, true))).toEqual(sound(shop()));
  });

  test('a name asks what its load balancer asks, and that what its machines answer', () => {
    const at = (name: string) => ['components', name];
    const machines = {
      ...{ kind: 'virtual-machines', image: 'app-image', size: 't3.micro', min: 1, max: 1 },
      ...{ port: 5000, healthPath: '/health' },
    };
    const written = [
      ['app-image', { kind: 'machine-image', image: 'app-*' }] as const,
      ['app', machines] as const,
      ['app-alb', { kind: 'load-balancer', layer: 7, to: 'app' }] as const,
      ['app-domain', { kind: 'dns', zone: 'app.example.com', to: 'app-alb' }] as const,
    ].reduce<unknown>((platform, [name, one]) => spoil(platform, at(name), one), shop());
    const pathOf = (input: unknown) =>
      component(sound(input), 'dns', 'app-domain').healthCheck?.path;
    expect(component(sound(written), 'load-balancer', 'app-alb').healthCheck.path).toBe('/health');
    expect(pathOf(written)).toBe('/health');
    const told = spoil(written, [...at('app-alb'), 'healthCheck'], { path: '/ready' });
    expect(pathOf(told)).toBe('/ready');
    expect(pathOf(spoil(told, [...at('app-domain'), 'healthCheck'], { path: '/' }))).toBe('/');
  });

  test('a platform with problems has none to explain', () => expect(explain({})).toEqual([]));
});

describe('any input', () => {
  const wellFormed = (input: unknown): void => {
    const resolution = resolve(input);
    if (resolution.ok) return;
    expect(resolution.problems.length).toBeGreaterThan(0);
    for (const { path, value, wrong, mend } of resolution.problems) {
      expect(path).not.toBe('');
      expect(value).toBeDefined();
      expect(wrong).not.toBe('');
      expect(mend).not.toBe('');
      expect(`${wrong} ${mend}`).not.toMatch(/\bundefined\b|NaN|\[object/);
    }
  };

  test('JSON of any shape is answered with problems, never with an exception', () => {
    fc.assert(fc.property(fc.jsonValue(), wellFormed));
  });

  test('so is a kind that is no text, not even by conversion', () => {
    wellFormed(spoil(shop(), ['components', 'pictures-store', 'kind'], { toString: false }));
  });

  test('so is a sound platform with anything at any place', () => {
    const places: (string | number)[][] = [];
    const walk = (value: unknown, path: (string | number)[]): void => {
      if (path.length > 0) places.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
    };
    walk(shop(), []);
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(
        '10m',
        '10.0.0.0/16',
        'orders',
        'us-west-2',
        'web',
        0,
        -1,
        1.5,
        '',
        undefined,
      ),
    );
    const change = fc.tuple(fc.constantFrom(...places), anything);
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const input = changes.reduce((platform, [path, value]) => {
          // An earlier change may have taken the place away.
          const holder = path
            .slice(0, -1)
            .reduce<unknown>((at, part) => Object(at)[part], platform);
          return typeof holder === 'object' && holder !== null
            ? spoil(platform, path, value)
            : platform;
        }, Object(shop()));
        wellFormed(input);
      }),
      { numRuns: 400 },
    );
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'a component named %s is no trap',
    (name) => {
      const web = `"web": { "kind": "service", "in": "${name}" }`;
      const components = `{ "${name}": { "kind": "${name}" }, ${web} }`;
      wellFormed(
        JSON.parse(`{ "name": "x", "regions": { "${name}": {} }, "components": ${components} }`),
      );
    },
  );

  test.each([undefined, null, 7, 'platform', [], () => 1, { components: [] }])('%s', (input) =>
    wellFormed(input),
  );
});

describe('data', () => {
  test('every reference of every kind leads to kinds that exist', () => {
    const known = Object.keys(kinds);
    for (const [key, kind] of Object.entries(kinds)) {
      expect(kind.kind).toBe(key);
      for (const targets of Object.values(kind.references)) {
        expect(known).toEqual(expect.arrayContaining([...targets]));
      }
    }
  });

  test('every limit has a source', () => {
    for (const limit of [...strategyLimits, ...kindLimits]) {
      expect(limit.source.length).toBeGreaterThan(20);
    }
  });
});
