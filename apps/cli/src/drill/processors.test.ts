import { expect, test } from 'vitest';
import { busyShare, type ProcessorSample, watchProcessors } from './processors.ts';

const samples: readonly ProcessorSample[] = [
  { atMs: 0, busyMs: 100, totalMs: 1000 },
  { atMs: 500, busyMs: 600, totalMs: 2000 },
  { atMs: 1000, busyMs: 1600, totalMs: 3000 },
];

test('the share is that of the samples around the two moments', () => {
  expect(busyShare(samples, 0, 500)).toBe(0.5);
  expect(busyShare(samples, 600, 900)).toBe(1);
  expect(busyShare(samples, 100, 900)).toBe(0.75);
});

test('what was not watched is not known', () => {
  expect(busyShare(samples, -1, 500)).toBeNull();
  expect(busyShare(samples, 600, 1001)).toBeNull();
  expect(busyShare([], 0, 1)).toBeNull();
  expect(busyShare(samples, 500, 500)).toBeNull();
});

test('a machine that does nothing else is seen to be busy', () => {
  const watch = watchProcessors();
  const [before] = watch.seen();
  const until = performance.now() + 60;
  while (performance.now() < until);
  const after = watch.seen().at(-1);
  watch.stop();
  expect(after?.busyMs).toBeGreaterThan(before?.busyMs ?? Number.NaN);
});
