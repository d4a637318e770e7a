import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CriticalPath, criticalPath } from './critical-path.ts';
import { compile } from './evaluate.ts';
import { runSampler } from './sample-run.ts';
import type { Expression, StepGraph } from './step-graph.ts';
import { anyGraph, draw, everythingIn, naive } from './testing/graphs.ts';

function pathOf(graph: StepGraph, of: string, runs: number, seed: number): CriticalPath {
  const traced = criticalPath(graph, { of, runs, seed });
  if (!traced.ok) throw new Error(JSON.stringify(traced.problems));
  return traced.path;
}

/** How often each draw counts in an output of one run, by recursion: less than 0 is taken off. */
function countsOf(
  graph: StepGraph,
  expression: Expression,
  drawn: { readonly [name: string]: number },
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const lengthOf = (term: Expression) =>
    naive({ ...graph, nodes: { ...graph.nodes, term } }, 'term', drawn);
  const visit = (each: Expression, sign: number): void => {
    if (typeof each === 'string') {
      const node = Object.hasOwn(graph.nodes, each) ? graph.nodes[each] : undefined;
      if (node === undefined) counts.set(each, (counts.get(each) ?? 0) + sign);
      else visit(node, sign);
    } else if ('sum' in each) {
      for (const term of each.sum) visit(term, sign);
    } else if ('span' in each) {
      if (lengthOf(each) === 0) return;
      visit(each.span[1], sign);
      visit(each.span[0], -sign);
    } else {
      const durations = each.max.map(lengthOf);
      visit(each.max[durations.indexOf(Math.max(...durations))] ?? '', sign);
    }
  };
  visit(expression, 1);
  return counts;
}

test('the path is the one that recursion finds, and its shares make 1', () => {
  const runs = 600;
  fc.assert(
    fc.property(anyGraph, fc.maxSafeNat(), (graph, seed) => {
      const path = pathOf(graph, 'RTO', runs, seed);
      const compiled = compile(graph, everythingIn(graph));
      if (!compiled.ok) throw new Error('it was refused');
      const sample = runSampler(compiled.program, seed);
      const counts = new Map<string, number>();
      for (let run = 0; run < runs; run += 1) {
        for (const [name, count] of countsOf(graph, 'RTO', sample(run))) {
          if (count > 0) counts.set(name, (counts.get(name) ?? 0) + 1);
        }
      }
      for (const { step, onPath } of path.steps)
        expect(onPath).toBe((counts.get(step) ?? 0) / runs);
      for (const part of ['typical', 'tail'] as const) {
        const whole = path.steps.reduce((sum, step) => sum + step[part].ms, 0);
        expect(Math.abs(whole - path[part].meanMs)).toBeLessThan(1e-3 + 1e-9 * whole);
      }
      for (const { by, runs: waited } of path.decisions) {
        const shares = by.reduce((sum, { share }) => sum + share, 0);
        expect(shares).toBeCloseTo(waited === 0 ? 0 : 1, 9);
      }
    }),
    { numRuns: 20 },
  );
});

test('what decides, and what the tail is made of', () => {
  const graph: StepGraph = {
    name: 'two ways',
    draws: {
      detect: draw({ kind: 'constant', value: 30 }),
      promote: draw({ kind: 'lognormal', median: 45, p99: 240 }),
      nodes: { ...draw({ kind: 'uniform', low: 60, high: 70 }), basis: 'measured' },
    },
    nodes: { RTO: { sum: ['detect', { max: ['promote', 'nodes'] }] } },
  };
  const { steps, decisions, typical, tail } = pathOf(graph, 'RTO', 50_000, 2);
  expect(steps.map(({ step }) => step)).toEqual(['promote', 'detect', 'nodes']);
  expect(decisions).toMatchObject([
    { node: 'RTO[1]', runs: 50_000, by: [{ term: 'promote' }, { term: 'nodes' }] },
  ]);
  // Promotion ends after 60 to 70 s with probability 0.31: 1 − Φ(ln(65 / 45) / 0.72).
  expect(decisions[0]?.by[0]?.share).toBeCloseTo(0.305, 1);
  // In the tail only promotion is slow: detection's 30 s and promotion's 240 s.
  expect(tail.meanMs).toBeGreaterThan(260_000);
  expect(tail.assumedShare).toBeCloseTo(1, 9);
  expect(typical.assumedShare).toBeLessThan(0.6);
});

test('bad input is told, not thrown', () => {
  const graph: StepGraph = { name: 'nothing', draws: {}, nodes: {} };
  const traced = criticalPath(graph, { of: 'RTO', runs: 0, seed: 1 });
  expect(traced.ok ? [] : traced.problems.map(({ path }) => path)).toEqual([
    'outputs[0].of',
    'runs',
  ]);
});
