import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidates, type GroupView, regionPicker } from './dial.ts';

const group = (region: string, dial: number, healthy = true): GroupView => ({
  region,
  dial,
  healthy,
});
const regions = (groups: readonly GroupView[]) => candidates(groups).map((one) => one.region);

describe('the choice of a region', () => {
  test('follows the dials of the healthy ones', () => {
    expect(regions([group('east', 100), group('west', 0)])).toEqual(['east']);
    expect(regions([group('east', 100), group('west', 100)])).toEqual(['east', 'west']);
  });

  test('fails over to a region at dial 0 when the others are unhealthy', () => {
    expect(regions([group('east', 100, false), group('west', 0)])).toEqual(['west']);
  });

  test('fails open to the dialled regions when none is healthy', () => {
    expect(regions([group('east', 100, false), group('west', 0, false)])).toEqual(['east']);
    expect(regions([group('east', 0, false), group('west', 0, false)])).toEqual(['east']);
    expect(regions([])).toEqual([]);
  });

  test('gives each region its share, within one connection, at any time', () => {
    const dials = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(dials, (shares) => {
        const groups = shares.map((dial, index) => group(`region-${index}`, dial));
        const total = shares.reduce((sum, dial) => sum + dial, 0);
        const picker = regionPicker();
        const counts = new Map<string, number>();
        for (let picks = 1; picks <= 300; picks++) {
          const region = picker.pick(groups) ?? '';
          counts.set(region, (counts.get(region) ?? 0) + 1);
          for (const one of groups) {
            const fair = (picks * one.dial) / total;
            expect(Math.abs((counts.get(one.region) ?? 0) - fair)).toBeLessThan(groups.length);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
