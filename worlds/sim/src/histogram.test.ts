import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newColumn } from './column.ts';
import { binStartMs, count, newHistogram, placeOfRank, quantileMs, rankOf } from './histogram.ts';

const durations = fc.array(fc.double({ min: 0, max: 2 ** 49, noNaN: true }), {
  minLength: 1,
  maxLength: 512,
});

function histogramOf(values: readonly number[]) {
  const column = newColumn();
  column.set(values);
  const histogram = newHistogram();
  count(histogram, column, 0, values.length);
  return histogram;
}

test('a value lies in its bin', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 2 ** 49, noNaN: true }), (value) => {
      const { bin } = placeOfRank(histogramOf([value]), 1);
      expect(binStartMs(bin)).toBeLessThanOrEqual(value);
      expect(binStartMs(bin + 1)).toBeGreaterThan(value);
    }),
  );
});

test('a quantile is within 0.1 % of the one of the sorted values', () => {
  fc.assert(
    fc.property(durations, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const sorted = [...values].sort((one, other) => one - other);
      const exact = sorted[rankOf(share, sorted.length) - 1] ?? 0;
      const read = quantileMs(histogramOf(values), values.length, share);
      // What is shorter than a µs is one bin.
      expect(Math.abs(read - exact)).toBeLessThanOrEqual(Math.max(exact / 1000, 0.001));
    }),
  );
});

test('only the lanes that are asked for are counted', () => {
  const column = newColumn().fill(5);
  const histogram = newHistogram();
  count(histogram, column, 100, 103);
  expect(histogram.reduce((sum, held) => sum + held, 0)).toBe(3);
});

test('there is no run beyond the last', () => {
  expect(() => placeOfRank(histogramOf([1, 2]), 3)).toThrow('no run has rank 3: there are 2');
});
