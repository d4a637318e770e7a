import { describe, expect, test } from 'vitest';
import { actionDuration, type Duration, finder } from './durations.ts';
import type { Timing, Timings } from './timings.ts';

function timing(kind: string, ms: number, during?: Timing['during']): Timing {
  const row = { kind, verb: 'promote', basis: 'measured', source: 'a test' } as const;
  const distribution = { kind: 'constant', ms } as const;
  return { ...row, distribution, ...(during === undefined ? {} : { during }) };
}

const west = { intent: 'switchover', to: 'us-west-2' } as const;
const east = { intent: 'switchover', to: 'us-east-1' } as const;

function found(
  rows: readonly Timing[],
  during?: Timing['during'],
  more: Partial<Timings> = {},
): number | null {
  const find = finder({ world: 'lab', timings: rows, ...more }, during);
  const { distribution } = find('postgres', ['promote']) ?? {};
  return distribution?.kind === 'constant' ? distribution.ms : null;
}

test('a row for such recoveries comes before the one for any', () => {
  const rows = [timing('postgres', 1), timing('postgres', 2, west)];
  expect(found(rows, west)).toBe(2);
  expect(found(rows, east)).toBe(1);
  expect(found(rows, { ...west, intent: 'failback' })).toBe(1);
  expect(found(rows)).toBe(1);
  expect(found([timing('postgres', 2, west)], east)).toBeNull();
});

test('a kind’s own row comes before the one for all, whatever the recovery is', () => {
  expect(found([timing('*', 1, west), timing('postgres', 2)], west)).toBe(2);
  expect(found([timing('*', 1, west), timing('*', 2)], west)).toBe(1);
});

test('a kind that is played by another is timed as that one, unless it has a row', () => {
  const playedBy = { postgres: 'aurora' };
  const rows = [timing('*', 1), timing('aurora', 2)];
  expect(found(rows, west, { playedBy })).toBe(2);
  expect(found([...rows, timing('postgres', 3)], west, { playedBy })).toBe(3);
  expect(found(rows, west)).toBe(1);
});

describe('what health checks decide', () => {
  const checks = { intervalMs: 10_000, threshold: 3 };
  const distribution = { kind: 'uniform', lowMs: 26_000, highMs: 36_000 } as const;
  const row = { kind: '*', verb: 'admit', basis: 'documented', source: 'a guide' } as const;

  function admitted(own: object | null, timing: Timing): Duration {
    const given = own === null ? {} : { checks: { ...own } };
    const action = { verb: 'admit', component: 'edge', arguments: given } as const;
    return actionDuration(action, 'dns', finder({ world: 'aws', timings: [timing] }));
  }

  test('takes as many intervals as the platform has them checked', () => {
    const timed = { ...row, distribution, checks };
    expect(admitted({ intervalMs: 30_000, threshold: 5 }, timed)).toEqual({
      distribution: { kind: 'uniform', lowMs: 126_000, highMs: 156_000 },
      basis: 'documented',
      source: 'a guide; here 30 s × 5',
    });
    expect(admitted({ intervalMs: 10_000, threshold: 1 }, timed).distribution).toEqual({
      kind: 'uniform',
      lowMs: 6_000,
      highMs: 16_000,
    });
    expect(admitted(checks, timed)).toMatchObject({ distribution, source: 'a guide' });
    expect(admitted(null, timed)).toMatchObject({ distribution });
  });

  test('is as it was measured where somebody has measured it', () => {
    const own = { intervalMs: 30_000, threshold: 5 };
    expect(admitted(own, { ...row, distribution })).toMatchObject({ distribution });
    const constant = { kind: 'constant', ms: 5 } as const;
    expect(admitted(own, { ...row, distribution: constant, checks }).distribution).toEqual(
      constant,
    );
  });
});
