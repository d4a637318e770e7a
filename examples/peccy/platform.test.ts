/** Each line of the design: on the resolved platform, and on the Terraform that is built of it. */
import { servicesOf } from '@outrigger/model';
import { expect, test } from 'vitest';
import { testBuilt } from '../testing/built.ts';
import { built } from '../testing/peccy.ts';
import { resolved, testRequirements } from '../testing.ts';
import written from './platform.ts';
import { ours, requirements } from './requirements.ts';

testRequirements(written, requirements, ours);
testBuilt(written, requirements, built);

const platform = resolved(written);
const primary = 'ap-northeast-2';
const standby = 'ap-northeast-1';

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
