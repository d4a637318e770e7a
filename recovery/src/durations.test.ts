import { expect, test } from 'vitest';
import { finder } from './durations.ts';
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
