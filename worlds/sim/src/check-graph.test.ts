/**
 * What is wrong with a graph, in words. The words are committed in `testdata/problems.txt`;
 * `UPDATE_GOLDEN=1` writes them anew, to be reviewed as a diff.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '@outrigger/model';
import { expect, test } from 'vitest';
import { checkGraph } from './check-graph.ts';
import { evaluate, type Request } from './evaluate.ts';
import type { Draw, Expression, StepGraph } from './step-graph.ts';
import { draw } from './testing/graphs.ts';

const base: Draw = draw({ kind: 'constant', value: 1 });

/** As if from JSON: what the types would not let pass. */
const parsed = (json: string) => JSON.parse(json);

const manyFaults: StepGraph = {
  name: 'many faults',
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
    weeks: { ...base, unit: parsed('"weeks"') },
    triangle: { ...base, distribution: parsed('{ "kind": "triangle", "low": 1, "high": 2 }') },
    both: base,
  },
  nodes: {
    both: 'wait',
    start: { sum: ['db.promot', { max: [] }] },
    one: { sum: ['two', 'wait'] },
    two: { max: ['wait', { sum: ['three'] }] },
    three: 'one',
  },
};

const wildDraw: StepGraph = {
  name: 'a wild p99',
  draws: { wild: draw({ kind: 'lognormal', median: 1e-6, p99: 1e6 }) },
  nodes: {},
};

const doublings: StepGraph = {
  name: 'a chain of doublings',
  draws: { base },
  nodes: Object.fromEntries(
    Array.from({ length: 60 }, (_, index): [string, Expression] => {
      const before = index === 0 ? 'base' : `x${index - 1}`;
      return [`x${index}`, { sum: [before, before] }];
    }),
  ),
};

const negative: StepGraph = {
  name: 'a negative duration, and all of the request',
  draws: { wait: draw({ kind: 'constant', value: -1 }) },
  nodes: { RTO: 'wait' },
};
const badRequest: Request = {
  outputs: [{ of: 'RT0', limitsMs: [900_000, Number.NaN] }],
  runs: 0,
  seed: 1.5,
};

const small: StepGraph = { name: 'nothing is asked', draws: { base }, nodes: {} };

function checkedOf(graph: StepGraph): readonly Problem[] {
  const checked = checkGraph(graph);
  return checked.ok ? [] : checked.problems;
}

function evaluatedOf(graph: StepGraph, request: Request): readonly Problem[] {
  const answer = evaluate(graph, request);
  return answer.ok ? [] : answer.problems;
}

test('all that is wrong is told at once, in the committed words', () => {
  const cases: readonly (readonly [StepGraph, readonly Problem[], number])[] = [
    [manyFaults, checkedOf(manyFaults), 14],
    [wildDraw, checkedOf(wildDraw), 1],
    [doublings, checkedOf(doublings), 1],
    [negative, evaluatedOf(negative, badRequest), 5],
    [small, evaluatedOf(small, { outputs: [], runs: 1, seed: 1 }), 1],
  ];
  for (const [, problems, expected] of cases) expect(problems).toHaveLength(expected);
  const text = cases.map(([{ name }, problems]) => transcript(name, problems)).join('\n');
  expect(text).toBe(golden(text));
});

function transcript(title: string, problems: readonly Problem[]): string {
  const lines = problems.flatMap(({ path, value, wrong, mend }) => [
    `  ${path}`,
    `    value  ${JSON.stringify(value)}`,
    `    wrong  ${wrong}`,
    `    mend   ${mend}`,
  ]);
  return [`# ${title}`, ...lines, ''].join('\n');
}

/** The committed text, to compare with. */
function golden(text: string): string {
  const file = join(import.meta.dirname, '../testdata/problems.txt');
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  return existsSync(file) ? readFileSync(file, 'utf8') : '(there is no such file)';
}
