import { resolve } from '@outrigger/model';
import { expect, test } from 'vitest';
import { buildLayout } from './build-layout.ts';
import type { ServiceLayout } from './layout.ts';
import { entranceIn, entranceOf, standInsOf } from './stand-in.ts';

interface Given {
  readonly needs?: readonly string[];
  readonly holdsWrites?: boolean;
  readonly lab?: { readonly run: readonly string[] };
}

/** Services by name, behind a load balancer with these routes; a database and a file store. */
function layoutOf(services: Readonly<Record<string, Given>>, to: object | string) {
  const written = Object.entries(services).map(([name, given], index) => [
    name,
    {
      kind: 'service',
      in: 'cluster',
      image: name,
      port: 8080 + index,
      replicas: { min: 1, max: 2 },
      ...given,
    },
  ]);
  const resolution = resolve({
    name: 'tiers',
    strategy: 'warm-standby',
    objectives: {
      'zone-loss': { rpo: '0s', rto: '5m' },
      'region-loss': { rpo: '1m', rto: '30m', approval: 'always' },
    },
    regions: {
      'us-east-1': { role: 'primary', cidr: '10.0.0.0/16', zones: 2 },
      'us-west-2': { role: 'standby', cidr: '10.1.0.0/16', zones: 2, workloadZones: 1 },
    },
    components: {
      edge: { kind: 'global-accelerator', to: 'public' },
      public: { kind: 'load-balancer', layer: 7, in: 'cluster', to },
      cluster: {
        kind: 'kubernetes-cluster',
        version: '1.34',
        addOns: ['aws-efs-csi-driver'],
        nodeGroups: { apps: { instances: ['m6i.large'], min: 2, max: 8 } },
      },
      db: { kind: 'postgres', version: '17', size: 'db.r6g.large', replicaIn: 'us-west-2' },
      files: { kind: 'file-store', replicaIn: 'us-west-2' },
      images: { kind: 'container-registry', replicateTo: 'us-west-2' },
      ...Object.fromEntries(written),
    },
  });
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  const { layout } = buildLayout({
    platform: resolution.platform,
    platformFolder: import.meta.dirname,
    platformDigest: 'test',
    stateFolder: '/nowhere',
    seed: 1,
    firstPort: 20_000,
    standInRun: ['/stand-in.ts'],
    unplayed: [],
    linkDelayMs: null,
  });
  const zone = layout.regions[0]?.zones[0];
  const of = (name: string): ServiceLayout => {
    const found = zone?.services.find(({ component }) => component === name);
    if (found === undefined) throw new Error(`no service ${name}`);
    return found;
  };
  const urlsOf = (name: string) =>
    (layout.regions[0]?.zones ?? [])
      .flatMap((each) => each.services.filter(({ component }) => component === name))
      .map(({ port }) => `http://127.0.0.1:${port}`)
      .join(',');
  return { platform: resolution.platform, layout, of, urlsOf };
}

test('clients come in where the longest prefix of their writes leads', () => {
  const services = { api: { needs: ['db'] }, web: {}, shop: { needs: ['db'] } };
  const routes = { '/': 'web', '/api': 'api', '/api/order': 'web', '/shop': 'shop' };
  const { platform, layout } = layoutOf(services, routes);
  expect(entranceOf(platform)?.name).toBe('api');
  expect(entranceIn(layout)).toBe('api');
});

test('nobody gets their writes', () => {
  const { platform, layout } = layoutOf({ shop: { needs: ['db'] } }, { '/shop': 'shop' });
  expect(entranceOf(platform)).toBeNull();
  expect(entranceIn(layout)).toBeNull();
});

test('a stand-in where clients come in is admitted, also where no service holds writes', () => {
  const { of } = layoutOf({ api: { needs: ['db'] }, job: { needs: ['db'] } }, 'api');
  expect(of('api')).toMatchObject({ standIn: true, holdsWrites: true, run: ['/stand-in.ts'] });
  expect(of('api').environment).toMatchObject({ HOLDS_WRITES: 'true', CONNECTIONS: '8' });
  expect(of('job')).toMatchObject({ standIn: true, holdsWrites: false });
  expect(of('job').environment).toMatchObject({ HOLDS_WRITES: 'false' });
});

test("a user's own service is what it says, and is told nothing of a stand-in", () => {
  const { of, layout } = layoutOf({ api: { needs: ['db'], lab: { run: ['./x.ts'] } } }, 'api');
  expect(of('api')).toMatchObject({ standIn: false, holdsWrites: false });
  expect(of('api').environment).not.toHaveProperty('HOLDS_WRITES');
  expect(standInsOf(layout)).toEqual([]);
});

test('without a store of its own a stand-in asks the service that leads to one', () => {
  const services = {
    api: { needs: ['audit', 'checkout', 'media'], holdsWrites: true },
    // In a circle, and to no store.
    audit: { needs: ['api', 'report'] },
    report: { needs: ['audit'] },
    checkout: { needs: ['ledger'] },
    ledger: { needs: ['db'] },
    media: { needs: ['db', 'files'] },
  };
  const { of, urlsOf, layout } = layoutOf(services, 'api');
  expect(of('api').environment).toMatchObject({
    ORDERS_URLS: urlsOf('checkout'),
    PICTURES_URLS: urlsOf('media'),
  });
  expect(of('checkout').environment.ORDERS_URLS).toBe(urlsOf('ledger'));
  for (const name of ['ledger', 'media']) {
    expect(of(name).environment).not.toHaveProperty('ORDERS_URLS');
    expect(of(name).environment).toHaveProperty('DATABASE_URLS');
  }
  expect(standInsOf(layout)).toEqual(Object.keys(services));
});

test('however many stand-ins there are, a database has a connection for each', () => {
  const names = Array.from({ length: 30 }, (_, index) => `s${index}`);
  const services = Object.fromEntries(names.map((name) => [name, { needs: ['db'] }]));
  const { of } = layoutOf(services, 's0');
  expect(of('s0').environment.CONNECTIONS).toBe('1');
});
