import { expect, test } from 'vitest';
import { wilson } from './wilson.ts';

test.each([
  // Worked out from the formula with 50 digits.
  [5, 10, 0.5, 0.2365931, 0.7634069],
  [0, 10, 0, 0, 0.2775328],
  [10, 10, 1, 0.7224672, 1],
  [999_764, 1_000_000, 0.999764, 0.9997319, 0.9997922],
])('%i of %i', (met, runs, share, low, high) => {
  const interval = wilson(met, runs);
  expect(interval.share).toBe(share);
  expect(interval.low).toBeCloseTo(low, 6);
  expect(interval.high).toBeCloseTo(high, 6);
});
