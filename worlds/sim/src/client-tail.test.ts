import { expect, test } from 'vitest';
import { clientGroups, clientsCome } from './client-tail.ts';
import { constantOf } from './world/figure.ts';

const minute = 60_000;

test('the groups are all clients, and no share of them is told as known', () => {
  const sum = clientGroups.reduce((total, { share }) => total + constantOf(share), 0);
  expect(sum).toBeCloseTo(1, 12);
  expect(new Set(clientGroups.map(({ share }) => share.basis))).toEqual(new Set(['assumed']));
});

test('half of them come within the time to live, the last old client hours later', () => {
  const [half, most, nearlyAll, all] = clientsCome(minute, [0.5, 0.9, 0.99, 0.999]);
  // 55 % come evenly within the minute; of 34 % a third, and few others, come in it as well.
  expect(half).toBeGreaterThan(0.5 * minute);
  expect(half).toBeLessThan(minute);
  expect(most).toBeGreaterThan(minute);
  expect(nearlyAll).toBeGreaterThan(4 * minute);
  expect(nearlyAll).toBeLessThan(5 * minute);
  expect(all).toBeGreaterThan(60 * minute);
});

test('a longer time to live keeps each share for longer', () => {
  const shares = [0.1, 0.5, 0.9, 0.99];
  const [short, long] = [minute, 10 * minute].map((ttlMs) => clientsCome(ttlMs, shares));
  for (const [index, ms] of (short ?? []).entries()) expect(long?.[index]).toBeGreaterThan(ms);
  // Without any only what clients keep by themselves is waited for.
  expect(clientsCome(0, [0.5])).toEqual([0]);
});
