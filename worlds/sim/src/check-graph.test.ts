import { describe, expect, test } from 'vitest';
import { checkGraph } from './check-graph.ts';
import { evaluate } from './evaluate.ts';
import type { Draw, StepGraph } from './step-graph.ts';
import { draw } from './testing/graphs.ts';

const lines = (
  problems: readonly { path: string; value: unknown; wrong: string; mend: string }[],
) => problems.map(({ path, value, wrong, mend }) => `${path}: ${value} – ${wrong}; ${mend}`);

function wrongIn(graph: Partial<StepGraph>): readonly string[] {
  const checked = checkGraph({ name: 'a test', draws: {}, nodes: {}, ...graph });
  return checked.ok ? [] : lines(checked.problems);
}

const base: Draw = draw({ kind: 'constant', value: 1 });

test('everything that is wrong is told at once', () => {
  const unit = JSON.parse('"weeks"');
  const triangle = JSON.parse('{ "kind": "triangle", "low": 1, "high": 2 }');
  expect(
    wrongIn({
      draws: {
        'db.promote': draw({ kind: 'lognormal', median: 45, p99: 24 }),
        'efs.delete': draw({ kind: 'lognormal', median: 0, p99: 5 }),
        phase: draw({ kind: 'uniform', low: Number.NaN, high: -1 }),
        swapped: draw({ kind: 'uniform', low: 2, high: 1 }),
        wait: {
          ...base,
          source: ' ',
          distribution: { kind: 'constant', value: Number.POSITIVE_INFINITY },
        },
        years: draw({ kind: 'constant', value: 1e9 }, 'h'),
        weeks: { ...base, unit },
        triangle: { ...base, distribution: triangle },
        both: base,
      },
      nodes: {
        both: 'wait',
        start: { sum: ['db.promot', { max: [] }] },
        one: { sum: ['two', 'wait'] },
        two: { max: ['wait', { sum: ['three'] }] },
        three: 'one',
      },
    }),
  ).toEqual([
    "draws['db.promote'].distribution.p99: 24 – it is below the median, 45; write the p99 that was measured; it is at least the median",
    "draws['efs.delete'].distribution.median: 0 – a lognormal is never 0; write a median above 0, or a constant 0",
    'draws.phase.distribution.low: NaN – a duration is a number; write a number, 0 or more',
    'draws.phase.distribution.high: -1 – a duration can’t be negative; write a number, 0 or more',
    'draws.swapped.distribution.low: 2 – it is above high, 1; swap the two',
    'draws.wait.source:   – a duration needs a source; say where it comes from; for a guess, what it was guessed from',
    'draws.wait.distribution.value: Infinity – a duration is a number; write a number, 0 or more',
    'draws.years.distribution.value: 1000000000 – it is more than 34 years; look at its unit',
    'draws.weeks.unit: weeks – no such unit; use one of these: ms, s, min, h',
    'draws.triangle.distribution.kind: triangle – no such distribution; use constant, uniform or lognormal',
    'nodes.both: both – a draw has this name too; give one of them another name',
    "nodes.start.sum[0]: db.promot – nothing has this name; write 'db.promote'; known: both, db.promote, efs.delete, one, phase, start, swapped, three, triangle, two, wait, weeks and 1 more",
    'nodes.start.sum[1].max: null – a max of nothing; name at least one term, or leave the node out',
    'nodes.one: one → two → three → one – it needs itself; take one of them out of the other: a step can’t wait for itself',
  ]);
});

describe('what would outgrow the counters', () => {
  test('a draw', () => {
    expect(
      wrongIn({ draws: { wild: draw({ kind: 'lognormal', median: 1e-6, p99: 1e6 }) } }),
    ).toEqual([
      'draws.wild: wild – it can grow beyond 35,000 years; look for a p99 that is far too large, or for something that is added to itself',
    ]);
  });

  test('a chain of doublings', () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 60 }, (_, index) => {
        const before = index === 0 ? 'base' : `x${index - 1}`;
        return [`x${index}`, { sum: [before, before] }];
      }),
    );
    expect(wrongIn({ draws: { base }, nodes })).toEqual([
      'nodes.x40: x40 – it can grow beyond 35,000 years; look for a p99 that is far too large, or for something that is added to itself',
    ]);
  });
});

test('what is asked is checked with the graph', () => {
  const graph: StepGraph = {
    name: 'a test',
    draws: { wait: draw({ kind: 'constant', value: -1 }) },
    nodes: { RTO: 'wait' },
  };
  const answer = evaluate(graph, {
    outputs: [{ of: 'RT0', limitsMs: [900_000, Number.NaN] }],
    runs: 0,
    seed: 1.5,
  });
  expect(answer.ok ? [] : lines(answer.problems)).toEqual([
    'draws.wait.distribution.value: -1 – a duration can’t be negative; write a number, 0 or more',
    "outputs[0].of: RT0 – nothing has this name; write 'RTO'; known: RTO, wait",
    'outputs[0].limitsMs[1]: NaN – a limit is a duration; write ms, 0 or more',
    'runs: 0 – not a number of runs; write a whole number from 1 to 4294967295',
    'seed: 1.5 – not a seed; write a whole number from 0 to 9007199254740991',
  ]);
  const nothing = evaluate(graph, { outputs: [], runs: 1, seed: 1 });
  expect(nothing.ok ? [] : lines(nothing.problems)).toContain(
    'outputs: null – nothing is asked; name a node of the graph',
  );
});
