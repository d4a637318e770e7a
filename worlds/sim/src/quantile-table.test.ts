import { quantile } from '@outrigger/recovery';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { lognormalTable, look } from './quantile-table.ts';

const normalP99 = 2.3263478740408408;

/** Which share of all outcomes 32 bits stand for. */
function shareOf(bits: number): number {
  const fromEnd = ((bits & 0x7fffffff) + 0.5) / 2 ** 32;
  return bits < 0 ? 1 - fromEnd : fromEnd;
}

/** As many bits of every length: what is deep in a tail is asked as often as the middle. */
const anyBits = fc
  .tuple(fc.integer(), fc.integer({ min: 0, max: 31 }), fc.boolean())
  .map(([bits, shift, upper]) => ((bits & 0x7fffffff) >>> shift) | (upper ? 1 << 31 : 0));

function offFrom(sigma: number, medianMs: number, all: readonly number[]): number {
  const distribution = {
    kind: 'lognormal',
    medianMs,
    p99Ms: medianMs * Math.exp(sigma * normalP99),
  } as const;
  const table = lognormalTable(medianMs, distribution.p99Ms);
  const offs = all.map((bits) =>
    Math.abs(look(table, bits) / quantile(distribution, shareOf(bits)) - 1),
  );
  return Math.max(...offs);
}

test.each([
  [1, 3.2e-5],
  [2, 1.1e-4],
])('with a σ of %f no cell is off by more than %f in its middle', (sigma, offMax) => {
  const middles = Array.from({ length: 31 * 64 }, (_, index) => {
    const cell = index % 64;
    return Math.floor(2 ** Math.floor(index / 64) * (1 + (cell + 0.5) / 64));
  });
  const all = [0, ...middles].flatMap((m) => [m, m | (1 << 31)]);
  expect(offFrom(sigma, 1_000, all)).toBeLessThan(offMax);
});

test('a value is its closed form, from the middle to the last tail', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 2, noNaN: true }),
      fc.double({ min: 0.001, max: 1e9, noNaN: true }),
      fc.array(anyBits, { minLength: 50, maxLength: 50 }),
      (sigma, medianMs, all) => {
        expect(offFrom(sigma, medianMs, all)).toBeLessThan(1.1e-4);
      },
    ),
    { numRuns: 60 },
  );
});

test('cells meet: the value never falls from the end of one to the start of the next', () => {
  const table = lognormalTable(60_000, 300_000);
  for (let octave = 6; octave < 31; octave += 1) {
    for (let cell = 0; cell < 64; cell += 1) {
      const m = 2 ** octave + 2 ** (octave - 6) * cell;
      expect(look(table, m)).toBeGreaterThanOrEqual(look(table, m - 1));
      // The upper half is counted from its end: more m is less.
      const upper = 1 << 31;
      expect(look(table, m | upper)).toBeLessThanOrEqual(look(table, (m - 1) | upper));
    }
  }
});

test('a lognormal of one value gives that value', () => {
  const table = lognormalTable(1234, 1234);
  for (const bits of [0, 1, -1, 0x7fffffff, -0x80000000]) expect(look(table, bits)).toBe(1234);
});
