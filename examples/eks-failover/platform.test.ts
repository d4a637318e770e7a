/** Each line of the design: on the resolved platform, and on the Terraform that is built of it. */
import { dataComponents, servicesOf } from '@outrigger/model';
import { expect, test } from 'vitest';
import { testBuilt } from '../testing/built.ts';
import { built } from '../testing/eks-failover.ts';
import { resolved, testRequirements } from '../testing.ts';
import written from './platform.ts';
import { ours, requirements } from './requirements.ts';

testRequirements(written, requirements, ours);
testBuilt(written, requirements, built);

const platform = resolved(written);

test('each service: metrics, limits, spread by 100, scaled on CPU and memory, 25 %', () => {
  for (const service of servicesOf(platform)) {
    expect(service).toMatchObject({
      metricsPath: '/metrics',
      spread: { over: 'zones', weight: 100 },
      replicas: { on: { cpuPercent: 70, memoryPercent: 80 } },
      rollout: { maxUnavailablePercent: 25 },
      regions: ['us-east-1', 'us-west-2'],
    });
    expect(service.resources.requests.cpuMillicores).toBeGreaterThan(0);
    expect(service.resources.limits.memoryBytes).toBeGreaterThan(0);
  }
});

test('ours: the storefront plays the services in the lab, and pictures have a file store', () => {
  const runs = servicesOf(platform).map(({ name, lab }) => [name, lab?.run, lab?.paths]);
  const main = (name: string) => [`../../apps/storefront/src/${name}/main.ts`];
  expect(runs).toEqual([
    ['web', main('web'), ['/']],
    ['gateway', main('gateway'), ['/api']],
    ['orders', main('orders'), []],
    ['catalog', main('catalog'), ['/api/catalog']],
    ['pictures', main('pictures'), []],
  ]);
  expect(dataComponents(platform).map((store) => [store.name, store.replicaIn])).toEqual([
    ['orders-db', ['us-west-2']],
    ['pictures-store', ['us-west-2']],
  ]);
});
