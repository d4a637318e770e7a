import type { Strategy } from '@outrigger/model';
import type { OutputDistribution } from '@outrigger/sim';
import { describe, expect, test } from 'vitest';
import type { Bill } from '../cost/bill.ts';
import type { Outlook } from './outlook.ts';
import { judge } from './verdict.ts';

function bill(counted: number, unpriced: { [name: string]: number } = {}, byUse: string[] = []) {
  const told: Bill = {
    lines: [],
    counted,
    unpriced: new Map(Object.entries(unpriced)),
    byUse: new Set(byUse),
  };
  return told;
}

function output(p99Ms: number, low: number, high: number): OutputDistribution {
  const share = (low + high) / 2;
  return {
    of: 'served',
    runs: 1,
    minMs: 0,
    p50Ms: 0,
    p90Ms: 0,
    p99Ms,
    maxMs: p99Ms,
    meanMs: 0,
    maxRun: 0,
    limits: [{ limitMs: 1, met: 0, share, low, high }],
  };
}

function outlook(p99Ms: number, low = 0.995, high = 1): Outlook {
  const forecast = {
    rto: output(p99Ms, low, high),
    rpo: output(1, 0.999, 1),
    stores: [],
    assumedShare: 0,
    to: 'b',
    notes: [],
  } as const;
  return { known: true, forecast };
}

const of = (strategy: Strategy, standing: Bill | null, told: Outlook) => ({
  strategy,
  standing,
  outlook: told,
});

describe('the cheapest that meets both', () => {
  test('is named among those whose whole interval meets them', () => {
    const verdict = judge([
      of('backup-restore', bill(1), outlook(90, 0, 0.01)),
      of('pilot-light', bill(5), outlook(20)),
      of('warm-standby', bill(9), outlook(10)),
      of('active-active', bill(20), outlook(5, 0.98, 0.995)),
    ]);
    expect(verdict.meets).toEqual({
      'backup-restore': 'no',
      'pilot-light': 'yes',
      'warm-standby': 'yes',
      'active-active': 'unknown',
    });
    expect(verdict.cheapest).toBe('pilot-light');
  });

  test('is not named when what has no price could turn it round', () => {
    const verdict = judge([
      of('pilot-light', bill(5, { node: 100 }), outlook(20)),
      of('warm-standby', bill(9, { node: 50 }), outlook(10)),
    ]);
    expect(verdict.cheapest).toBeNull();
    expect(verdict.undecided).toContain('hangs on prices or amounts that are not known');
  });

  test('is named when the other has more of all that is not known', () => {
    const verdict = judge([
      of('pilot-light', bill(5, { node: 50 }, ['files']), outlook(20)),
      of('warm-standby', bill(9, { node: 100 }, ['files', 'traffic']), outlook(10)),
    ]);
    expect(verdict.cheapest).toBe('pilot-light');
  });

  test('is none when none meets them', () => {
    const verdict = judge([of('pilot-light', bill(5), outlook(20, 0, 0.1))]);
    expect(verdict).toMatchObject({ cheapest: null, undecided: expect.stringContaining('no ') });
  });
});

describe('dominated', () => {
  test('costs no less and recovers no sooner', () => {
    const verdict = judge([
      of('warm-standby', bill(9), outlook(10)),
      of('active-active', bill(20), outlook(10)),
    ]);
    expect(verdict.dominatedBy).toEqual({ 'active-active': 'warm-standby' });
  });

  test('neither is, when one is cheaper and the other faster, or both are the same', () => {
    const cheaper = of('pilot-light', bill(5), outlook(20));
    expect(judge([cheaper, of('warm-standby', bill(9), outlook(10))]).dominatedBy).toEqual({});
    expect(judge([cheaper, of('warm-standby', bill(5), outlook(20))]).dominatedBy).toEqual({});
  });

  test('nothing is said of what has no figure', () => {
    const unknown: Outlook = { known: false, why: ['no plan'] };
    const verdict = judge([
      of('pilot-light', bill(5), unknown),
      of('warm-standby', bill(9), outlook(10)),
    ]);
    expect(verdict.dominatedBy).toEqual({});
    expect(verdict.meets['pilot-light']).toBe('unknown');
  });
});
