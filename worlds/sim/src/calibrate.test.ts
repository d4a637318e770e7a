import type { MeasuredTime, Timings } from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { calibrate, type DrilledTimes } from './calibrate.ts';
import { readTimings, writeTimings } from './timings-file.ts';

const base: Timings = {
  world: 'lab',
  staysAdmitted: true,
  timings: [
    timing('postgres', 'promote', 55),
    timing('*', 'verify', 170),
    timing('*', 'approve', 2),
    timing('*', 'lag', 45),
  ],
};

function timing(kind: string, verb: 'promote' | 'verify' | 'approve' | 'lag', medianMs: number) {
  const distribution = { kind: 'lognormal', medianMs, p99Ms: 3 * medianMs } as const;
  return { kind, verb, distribution, basis: 'assumed', source: 'a guess' } as const;
}

const west = { intent: 'switchover', to: 'us-west-2' } as const;
const east = { intent: 'switchover', to: 'us-east-1' } as const;

function time(
  kind: string,
  verb: MeasuredTime['verb'],
  ms: number,
  during: MeasuredTime['during'] = west,
): MeasuredTime {
  return { kind, verb, during, ms };
}

function drills(count: number, times: (index: number) => readonly MeasuredTime[]): DrilledTimes[] {
  return Array.from({ length: count }, (_, index) => ({
    drill: `drill-${index}`,
    platform: 'shop',
    day: `2026-11-${20 + (index % 2)}`,
    times: times(index),
  }));
}

describe('calibrate', () => {
  test('fits what was measured, keeps the old value beside it, and the rest as it was', () => {
    const found = calibrate(
      drills(5, (index) => [time('postgres', 'promote', 100 + index)]),
      base,
    );
    expect(found.measured).toEqual([
      {
        timing: {
          kind: 'postgres',
          verb: 'promote',
          distribution: { kind: 'lognormal', medianMs: 102, p99Ms: 104 },
          basis: 'measured',
          source: 'measured in 5 drills of shop, 2026-11-20 to 2026-11-21',
        },
        n: 5,
        drills: 5,
        was: { distribution: base.timings[0]?.distribution, basis: 'assumed', source: 'a guess' },
      },
    ]);
    expect(found.kept.map(({ verb }) => verb)).toEqual(['verify', 'approve', 'lag']);
    expect(found.timings).toMatchObject({ world: 'lab', staysAdmitted: true });
    expect(found.timings.timings).toHaveLength(4);
  });

  test('two durations are an anecdote', () => {
    const found = calibrate(
      drills(2, () => [time('postgres', 'promote', 100)]),
      base,
    );
    expect(found.measured).toEqual([]);
    expect(found.timings.timings).toEqual(base.timings);
  });

  test('goes by the name that the world has: the kind’s own, else the one for all', () => {
    const found = calibrate(
      drills(3, () => [
        time('service', 'verify', 10),
        time('dns', 'verify', 10),
        time('dns', 'exclude', 10),
        time('postgres', 'person', 3),
      ]),
      base,
    );
    expect(found.measured.map(({ timing: { kind, verb }, n }) => [kind, verb, n])).toEqual([
      ['*', 'verify', 6],
      ['dns', 'exclude', 3],
      ['*', 'approve', 3],
    ]);
  });

  test('how far copies are behind is fitted by their kinds, never for all of them', () => {
    const played: Timings = { ...base, playedBy: { aurora: 'postgres' } };
    const found = calibrate(
      drills(3, () => [
        time('postgres', 'lag', 60),
        time('aurora', 'lag', 60),
        time('file-store', 'lag', 100),
      ]),
      played,
    );
    expect(found.measured.map(({ timing: { kind, verb }, n }) => [kind, verb, n])).toEqual([
      ['postgres', 'lag', 6],
      ['file-store', 'lag', 3],
    ]);
    for (const { was } of found.measured) expect(was?.source).toBe('a guess');
    // A store of which nothing was drilled has the row for all kinds, as before.
    expect(found.kept.map(({ verb }) => verb)).toContain('lag');
    const few = calibrate(
      drills(2, () => [time('postgres', 'lag', 60)]),
      base,
    );
    expect(few.timings.timings).toEqual(base.timings);
  });

  test('recoveries that are another thing have a row of their own', () => {
    const found = calibrate(
      drills(12, (index) => [
        time('postgres', 'promote', 200 + index, west),
        time('postgres', 'promote', 100 + index, east),
        time('*', 'verify', 50 + (index % 5), west),
        time('*', 'verify', 50 + (index % 5), east),
      ]),
      base,
    );
    const rows = found.measured.map(({ timing: { verb, during }, n }) => [verb, during, n]);
    expect(rows).toEqual([
      ['promote', undefined, 24],
      ['promote', west, 12],
      ['promote', east, 12],
      ['verify', undefined, 24],
    ]);
  });
});

test('what is written is read again as the same timings, and calibrated once more', () => {
  const first = calibrate(
    drills(12, (index) => [
      time('postgres', 'promote', 200 + index, west),
      time('postgres', 'promote', 100 + index, east),
    ]),
    base,
  );
  const read = readTimings(JSON.parse(JSON.stringify(writeTimings(first))), base);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  expect(read.timings).toEqual(first.timings);
  const second = calibrate(
    drills(3, () => [time('postgres', 'promote', 90, east)]),
    read.timings,
  );
  const [row] = second.measured;
  expect(row?.was?.source).toBe('measured in 12 drills of shop, 2026-11-20 to 2026-11-21');
  // The rows that were for some recoveries only are gone: they are older than what is for all.
  expect(second.timings.timings.filter(({ verb }) => verb === 'promote')).toHaveLength(1);
});
