/** Each figure of the design that the model can hold, on the resolved platform. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { componentsOf, type Platform, resolve, servicesOf } from '@outrigger/model';
import { expect, test } from 'vitest';
import written from './platform.ts';

const source = readFileSync(fileURLToPath(new URL('./platform.ts', import.meta.url)), 'utf8');

function sound(): Platform {
  const resolution = resolve(written, { source });
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems, null, 2));
  return resolution.platform;
}

const platform = sound();
const cluster = componentsOf(platform, 'kubernetes-cluster')[0];
const primary = 'ap-northeast-2';
const standby = 'ap-northeast-1';

test('a zone lost: 0 and 10 min; a region lost: 10 and 30 min, changed by hand', () => {
  expect(platform.strategy).toBe('pilot-light');
  expect(platform.objectives).toMatchObject({
    'zone-loss': { rpoMs: 0, rtoMs: 600_000, approval: 'when data may be lost' },
    'region-loss': { rpoMs: 600_000, rtoMs: 1_800_000, approval: 'always' },
  });
});

test('node groups: manage with 2 nodes in both regions, web and app at 0 in the standby', () => {
  expect(cluster?.regions).toEqual([primary, standby]);
  expect(cluster?.nodeGroups).toMatchObject({
    manage: { active: { min: 2, desired: 2 }, standby: { min: 2, desired: 2 }, dedicated: true },
    web: { active: { min: 2 }, standby: { min: 0, desired: 0 } },
    app: { active: { min: 2 }, standby: { min: 0, desired: 0 } },
  });
});

test('controllers and plugins', () => {
  expect(cluster?.addOns).toEqual(
    expect.arrayContaining([
      'aws-load-balancer-controller',
      'external-dns',
      'aws-efs-csi-driver',
      'fluent-bit',
      'cloudwatch-agent',
    ]),
  );
});

test('Aurora MySQL as a global database, with a reader in a second zone to promote', () => {
  expect(platform.components.records).toMatchObject({
    kind: 'aurora',
    engine: 'mysql',
    multiZone: true,
    instances: 2,
    writerIn: primary,
    replicaIn: [standby],
  });
});

test('EFS for pictures, over zones and copied to the other region', () => {
  expect(platform.components['pictures-store']).toMatchObject({
    kind: 'file-store',
    multiZone: true,
    replicaIn: [standby],
  });
});

test('a registry in each of two regions', () => {
  expect(platform.components.images).toMatchObject({
    kind: 'container-registry',
    regions: [primary, standby],
  });
});

test('Route 53 with failover routing between the load balancers of the regions', () => {
  expect(platform.components.domain).toMatchObject({
    to: 'alb',
    routing: 'failover',
    regions: [primary, standby],
    healthCheck: { path: '/readyz', intervalMs: 10_000, threshold: 3 },
  });
});

test('the same services in both regions; none runs in the standby until nodes do', () => {
  for (const service of servicesOf(platform)) {
    expect(service.regions).toEqual([primary, standby]);
    expect(service.standby.min).toBe(0);
  }
});

test("the storefront plays the design's two tiers, and adds three services of its own", () => {
  const main = (name: string) => [`../../apps/storefront/src/${name}/main.ts`];
  expect(servicesOf(platform).map(({ name, lab }) => [name, lab?.run])).toEqual([
    ['web', main('web')],
    ['app', main('orders')],
    ['gateway', main('gateway')],
    ['catalog', main('catalog')],
    ['pictures', main('pictures')],
  ]);
  const gateway = servicesOf(platform).find((service) => service.name === 'gateway');
  expect(gateway?.lab?.environment).toEqual({ ORDERS_URLS: '{app.urls}' });
});
