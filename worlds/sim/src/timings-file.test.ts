import type { Timings } from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { readTimings } from './timings-file.ts';

const base: Timings = {
  world: 'aws',
  timings: [
    {
      kind: 'aurora',
      verb: 'promote',
      distribution: { kind: 'lognormal', medianMs: 45_000, p99Ms: 240_000 },
      basis: 'documented',
      source: 'a guide',
    },
    {
      kind: '*',
      verb: 'verify',
      distribution: { kind: 'constant', ms: 2_000 },
      basis: 'assumed',
      source: 'a guess',
    },
  ],
};

const row = {
  kind: 'aurora',
  verb: 'promote',
  distribution: { kind: 'lognormal', median: 30, p99: 60 },
  unit: 's',
  basis: 'measured',
  source: '12 drills',
};

function problemsOf(written: unknown): readonly (readonly [string, unknown, string])[] {
  const read = readTimings(written, base);
  return read.ok ? [] : read.problems.map(({ path, value, wrong }) => [path, value, wrong]);
}

test('a row stands for the one of the same kind and verb; the others stay', () => {
  const read = readTimings({ world: 'aws', timings: [row] }, base);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const { distribution, ...kept } = row;
  expect(distribution.median).toBe(30);
  expect(read.timings).toEqual({
    world: 'aws',
    timings: [
      {
        kind: kept.kind,
        verb: kept.verb,
        distribution: { kind: 'lognormal', medianMs: 30_000, p99Ms: 60_000 },
        basis: 'measured',
        source: '12 drills',
      },
      base.timings[1],
    ],
  });
});

test('a row for some recoveries stands beside the one for all; both replace the world’s', () => {
  const during = { intent: 'failover', to: 'us-west-2' } as const;
  const read = readTimings({ world: 'aws', timings: [row, { ...row, during }] }, base);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const kept = read.timings.timings.map(({ verb, during: of }) => [verb, of]);
  expect(kept).toEqual([
    ['promote', undefined],
    ['promote', during],
    ['verify', undefined],
  ]);
  const again = readTimings({ world: 'aws', timings: [row] }, read.timings);
  expect(again.ok && again.timings.timings.map(({ verb }) => verb)).toEqual(['promote', 'verify']);
});

test('all that is wrong is told at once', () => {
  const written = {
    world: 'aws',
    timings: [
      { ...row, distribution: { kind: 'lognormal', median: -30, p99: 'NaN' } },
      { ...row, kind: 'arora', verb: 'promot', basis: 'heard' },
      { ...row, unit: 'weeks', source: '' },
      { ...row, distribution: { kind: 'triangle' } },
      { ...row, distribution: undefined },
      7,
      { ...row, during: { intent: 'flight', to: 'us-west-2' } },
      { ...row, during: 'switchover' },
    ],
  };
  expect(problemsOf(written)).toEqual([
    ['timings[0].distribution.median', -30, 'a duration can’t be negative'],
    ['timings[0].distribution.p99', 'NaN', 'a duration is a number'],
    ['timings[1].kind', 'arora', 'no kind of component has this name'],
    ['timings[1].verb', 'promot', 'nothing that is timed has this name'],
    ['timings[1].basis', 'heard', 'it does not say how this is known'],
    ['timings[2].unit', 'weeks', 'no such unit'],
    ['timings[2].source', '', 'a duration needs a source'],
    ['timings[3].distribution.kind', 'triangle', 'no such distribution'],
    ['timings[4].distribution', null, 'there is no distribution'],
    ['timings[5]', null, 'a timing is an object'],
    ['timings[6].during', null, 'it does not say for which recoveries this is'],
    ['timings[7].during', 'switchover', 'it does not say for which recoveries this is'],
  ]);
});

test('timings of another world are refused: two are never mixed', () => {
  expect(problemsOf({ world: 'lab', timings: [row] })).toEqual([
    ['world', 'lab', 'these are timings of lab, not of aws'],
  ]);
  expect(problemsOf([])).toEqual([['timings', null, 'it is no object']]);
  expect(problemsOf({})).toEqual([
    ['world', null, 'it does not say whose timings these are'],
    ['timings', null, 'there is no list of timings'],
  ]);
});

describe('figures of what disturbs', () => {
  const figure = {
    disturbance: 'nodes',
    figure: 'launch',
    distribution: { kind: 'lognormal', median: 40, p99: 80 },
    unit: 's',
    basis: 'measured',
    source: '12 drills',
  };
  const asked = (...disturbances: readonly unknown[]) => ({
    world: 'aws',
    timings: [],
    disturbances,
  });

  test('are read beside the timings', () => {
    const read = readTimings(asked(figure), base);
    expect(read).toMatchObject({ ok: true, timings: { timings: base.timings, figures: [figure] } });
  });

  const share = { ...figure, disturbance: 'failing', figure: 'share', unit: 'share' };
  test.each([
    [{ ...figure, disturbance: 'node' }, 'disturbances[0].disturbance', 'has this name'],
    [{ ...figure, figure: 'constructor' }, 'disturbances[0].figure', 'has this name'],
    [{ ...figure, basis: 'felt' }, 'disturbances[0].basis', 'how this is known'],
    [{ ...figure, unit: 'share' }, 'disturbances[0].unit', 'no such unit'],
    [{ ...figure, source: '' }, 'disturbances[0].source', 'needs a source'],
    [{ ...figure, component: 'web' }, 'disturbances[0].component', 'no component’s own'],
    [share, 'disturbances[0].distribution.kind', 'the same in every run'],
    [
      { ...share, distribution: { kind: 'constant', value: 5 } },
      'disturbances[0].distribution',
      'at most 1',
    ],
    [
      { ...share, distribution: { kind: 'constant', value: 0.5 }, unit: 's' },
      'disturbances[0].unit',
      'not its unit',
    ],
    ['nodes', 'disturbances[0]', 'is an object'],
  ])('%j', (row, path, wrong) => {
    const told = problemsOf(asked(row)).filter(([at]) => at === path);
    expect(told.map(([, , text]) => text).join()).toContain(wrong);
  });

  test('of one store are of one that the platform has', () => {
    const writes = { ...figure, disturbance: 'lag', figure: 'writes', unit: 'MiB/s' };
    const told = (component: string, stores?: readonly string[]) => {
      const read = readTimings(asked({ ...writes, component }), base, stores);
      return read.ok ? [] : read.problems.map(({ path, value, mend }) => [path, value, mend]);
    };
    const stores = ['orders-db', 'pictures'];
    expect(told('orders-db', stores)).toEqual([]);
    expect(told('order-db', stores)).toEqual([
      ['disturbances[0].component', 'order-db', "write 'orders-db'; known: orders-db, pictures"],
    ]);
    // Where the platform is not known, nobody can tell.
    expect(told('order-db')).toEqual([]);
  });

  test('of the lab there are none', () => {
    const lab: Timings = { world: 'lab', timings: [] };
    const read = readTimings({ ...asked(figure), world: 'lab' }, lab);
    expect(read.ok ? [] : read.problems.map(({ path }) => path)).toEqual(['disturbances']);
  });
});
