import { expect, test } from 'vitest';
import { loadDefaults, loadOfRate, rateBounds } from './options.ts';

test('the highest rate is the default', () => {
  expect(loadDefaults).toMatchObject(loadOfRate(rateBounds.max));
});

test('half of the requests are writes, and each client is as busy as at the default', () => {
  const load = { writesPerSecond: 50, readsPerSecond: 50, uploadsPerSecond: 1, clients: 5 };
  expect(loadOfRate(100)).toEqual(load);
  const odd = loadOfRate(rateBounds.min + 1);
  expect(odd).toMatchObject({ writesPerSecond: 21, readsPerSecond: 20, clients: 2 });
});

test.each([rateBounds.min - 1, rateBounds.max + 1, NaN])('%s requests a second', (rate) => {
  expect(() => loadOfRate(rate)).toThrow('40 to 400');
});
