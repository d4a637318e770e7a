import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildLayout } from './build-layout.ts';
import { smallPlatform } from './testing/small-platform.ts';

const nowhere = {
  platformFolder: import.meta.dirname,
  platformDigest: 'test',
  stateFolder: '/nowhere',
  seed: 1,
  firstPort: 20_000,
  standInRun: [],
  unplayed: [],
  linkDelayMs: null,
};

test("a service's own variables may stand for the addresses of another, own zone first", () => {
  const platform = smallPlatform();
  const { orders } = platform.components;
  if (orders?.kind !== 'service' || !orders.lab) throw new Error('no service');
  const lab = { ...orders.lab, environment: { PEERS: '{orders.urls}', PLAIN: 'as it is' } };
  const { layout } = buildLayout({
    platform: { ...platform, components: { ...platform.components, orders: { ...orders, lab } } },
    ...nowhere,
  });
  const [first, second] = layout.regions[0]?.zones ?? [];
  const portOf = (zone: typeof first): number =>
    zone?.services.find((service) => service.component === 'orders')?.port ?? 0;
  const urls = [second, first].map((zone) => `http://127.0.0.1:${portOf(zone)}`).join(',');
  const environment = second?.services[0]?.environment;
  expect(environment).toMatchObject({ PEERS: urls, PLAIN: 'as it is' });
});

test.each([
  [undefined, 'info'],
  ['debug', 'debug'],
] as const)('services log as they are told: %s', (logLevel, expected) => {
  const { layout } = buildLayout({
    platform: smallPlatform(),
    ...nowhere,
    ...(logLevel === undefined ? {} : { logLevel }),
  });
  const services = layout.regions.flatMap(({ zones }) => zones.flatMap((zone) => zone.services));
  expect(services.length).toBeGreaterThan(0);
  expect(new Set(services.map(({ environment }) => environment.LOG_LEVEL))).toEqual(
    new Set([expected]),
  );
});

test('what a service is given is told on its page', () => {
  const page = new URL('../../../docs/your-own-service.md', import.meta.url);
  const told = [...readFileSync(page, 'utf8').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name);
  const { layout } = buildLayout({ platform: smallPlatform(), ...nowhere });
  const given = layout.regions.flatMap(({ zones }) =>
    zones.flatMap(({ services }) =>
      services.flatMap(({ environment }) => Object.keys(environment)),
    ),
  );
  expect(given).toContain('FILE_STORE_FOLDER');
  expect(given.filter((name) => !told.includes(name))).toEqual([]);
});

test('a service is asked where it says that it answers, and a stand-in where it does', () => {
  const platform = smallPlatform();
  const { orders } = platform.components;
  if (orders?.kind !== 'service') throw new Error('no service');
  const asked = (lab: typeof orders.lab) => {
    const own = { ...orders, lab, healthPath: '/alive', readyPath: '/able' };
    const components = { ...platform.components, orders: own };
    const { layout } = buildLayout({ platform: { ...platform, components }, ...nowhere });
    const [zone] = layout.regions[0]?.zones ?? [];
    const found = zone?.services.find(({ component }) => component === 'orders');
    return [found?.healthPath, found?.readyPath];
  };
  expect(asked(orders.lab)).toEqual(['/alive', '/able']);
  expect(asked(null)).toEqual(['/healthz', '/readyz']);
});
