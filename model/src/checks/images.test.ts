import { expect, test } from 'vitest';
import type { Surroundings, WrittenComponent } from '../kind.ts';
import { checkImages } from './images.ts';

/** How often an image is looked at in a check of so many services. */
function looksAt(services: number): number {
  let looks = 0;
  const components = Array.from({ length: services }, (_, index): [string, WrittenComponent] => [
    `service-${index}`,
    Object.defineProperty({ kind: 'service' }, 'image', {
      get: () => {
        looks += 1;
        return `shop/service-${index}:1`;
      },
    }),
  ]);
  const around: Surroundings = {
    platform: 'shop',
    strategy: 'pilot-light',
    regions: [],
    components: new Map([['images', { kind: 'container-registry' }], ...components]),
  };
  checkImages(around, (path, wrong) => expect.fail(`${path.join('.')} ${wrong}`));
  return looks;
}

test('each image is looked at as often in a large platform as in a small one', () => {
  expect(looksAt(10)).toBeGreaterThanOrEqual(10);
  expect(looksAt(1000)).toBe(100 * looksAt(10));
});
