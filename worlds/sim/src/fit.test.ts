import { quantile } from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { differ, fitted } from './fit.ts';

/** The middles of equal shares of a lognormal: what endless drills would have measured. */
const lognormal = { kind: 'lognormal', medianMs: 80, p99Ms: 400 } as const;
const samples = Array.from({ length: 999 }, (_, share) => quantile(lognormal, (share + 0.5) / 999));

describe('fitted', () => {
  test('finds the distribution that samples are from, within 1 %', () => {
    const found = fitted(samples);
    if (found.kind !== 'lognormal') throw new Error(found.kind);
    expect(Math.abs(found.medianMs / lognormal.medianMs - 1)).toBeLessThan(0.01);
    expect(Math.abs(found.p99Ms / lognormal.p99Ms - 1)).toBeLessThan(0.01);
  });

  test('a p99 that nothing came near to is not made up', () => {
    const found = fitted([10, 10, 10, 10, 10, 10, 10, 900, 1_000, 1_100]);
    expect(found).toEqual({ kind: 'lognormal', medianMs: 10, p99Ms: 1_100 });
  });

  test('a wild twentieth changes next to nothing', () => {
    const found = fitted([...samples, ...Array.from({ length: 50 }, () => 60_000)]);
    if (found.kind !== 'lognormal') throw new Error(found.kind);
    expect(found.medianMs / lognormal.medianMs).toBeLessThan(1.06);
    expect(found.p99Ms / lognormal.p99Ms).toBeLessThan(1.6);
  });

  test('what is always the same, or takes no time, is a constant', () => {
    expect(fitted([7, 7, 7])).toEqual({ kind: 'constant', ms: 7 });
    expect(fitted([0, 0, 0, 4])).toEqual({ kind: 'constant', ms: 0 });
    expect(fitted([12.345])).toEqual({ kind: 'constant', ms: 12.3 });
  });
});

describe('differ', () => {
  test('gives the statistic of a worked example', () => {
    // Rank sums 18, 42, 60 of 15: H = 12 / 240 × (18² + 42² + 60²) / 5 − 48 = 8.88 > 5.991.
    const groups = [
      [10, 20, 40, 50, 60],
      [30, 80, 90, 100, 120],
      [70, 110, 130, 140, 150],
    ];
    expect(differ(groups)).toBe(true);
    // Rank sums 23, 42, 55: H = 5.18.
    const closer = [
      [10, 20, 40, 50, 110],
      [30, 80, 90, 100, 120],
      [60, 70, 130, 140, 150],
    ];
    expect(differ(closer)).toBe(false);
  });

  test('what is of one distribution, or the same throughout, does not differ', () => {
    const [even, odd] = [0, 1].map((rest) => samples.filter((_, index) => index % 2 === rest));
    expect(differ([even ?? [], odd ?? []])).toBe(false);
    expect(
      differ([
        [5, 5, 5, 5, 5],
        [5, 5, 5, 5, 5],
      ]),
    ).toBe(false);
  });

  test('one group alone, or of two samples, says nothing', () => {
    expect(differ([[1, 2, 3, 4, 5, 6]])).toBe(false);
    const few = [900, 901, 902, 903];
    expect(differ([[1, 2, 3, 4, 5, 6], few])).toBe(false);
    expect(differ([])).toBe(false);
  });
});
