import { createHash } from 'node:crypto';
import { quantile } from '@outrigger/recovery';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile, evaluate, evaluateBlock, summarise } from './evaluate.ts';
import type { Program } from './program.ts';
import { runSampler } from './sample-run.ts';
import { DrawSource } from './sampler.ts';
import type { Draw, Output, StepGraph } from './step-graph.ts';
import { merge, type Tally } from './tally.ts';
import { anyGraph, draw, everythingIn, naive } from './testing/graphs.ts';
import { distributionOf } from './units.ts';

function compiled(graph: StepGraph, outputs: readonly Output[]): Program {
  const answer = compile(graph, outputs);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.program;
}

/** Every byte of a tally, short enough to be compared. */
function digest({ runs, outputs }: Tally): string {
  const hash = createHash('sha256').update(`${runs}`);
  for (const { histogram, ...figures } of outputs) {
    hash.update(histogram).update(JSON.stringify(figures));
  }
  return hash.digest('hex');
}

const seeds = fc.maxSafeNat();

describe('graphs', () => {
  test('every node is, to the bit, what plain recursion makes of the same draws', () => {
    fc.assert(
      fc.property(anyGraph, seeds, fc.nat({ max: 100_000 }), (graph, seed, run) => {
        const drawn = runSampler(compiled(graph, everythingIn(graph)), seed)(run);
        for (const of of Object.keys(graph.nodes)) {
          expect(drawn[of]).toBe(naive(graph, of, drawn));
          // Asked for alone, it shares columns with nothing.
          expect(runSampler(compiled(graph, [{ of }]), seed)(run)[of]).toBe(drawn[of]);
        }
      }),
    );
  });

  test('a block counts what its runs are', () => {
    fc.assert(
      fc.property(anyGraph, seeds, fc.nat({ max: 2_000 }), (graph, seed, from) => {
        const program = compiled(graph, [{ of: 'RTO', limitsMs: [5_000_000] }]);
        const to = from + 700;
        const sample = runSampler(program, seed);
        const runs = Array.from(
          { length: to - from },
          (_, index) => sample(from + index).RTO ?? -1,
        );
        const [rto] = summarise(program, evaluateBlock(program, { seed, from, to }));
        expect(rto).toMatchObject({
          runs: runs.length,
          minMs: Math.min(...runs),
          maxMs: Math.max(...runs),
          maxRun: from + runs.indexOf(Math.max(...runs)),
        });
        const mean = runs.reduce((sum, value) => sum + value, 0) / runs.length;
        expect(Math.abs((rto?.meanMs ?? 0) - mean)).toBeLessThan(1e-5 + mean * 1e-12);
        expect(rto?.limits[0]?.met).toBe(runs.filter((value) => value <= 5_000_000).length);
      }),
      { numRuns: 30 },
    );
  });

  test('the same seed gives the same bytes, however runs are cut and merged', () => {
    fc.assert(
      fc.property(
        anyGraph,
        seeds,
        fc.array(fc.integer({ min: 1, max: 1_500 }), { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (graph, seed, sizes, backwards) => {
          const outputs = everythingIn(graph).slice(-3);
          const runs = sizes.reduce((sum, size) => sum + size, 0);
          const whole = evaluateBlock(compiled(graph, outputs), { seed, from: 0, to: runs });
          let from = 0;
          const blocks = sizes.map((size) => {
            from += size;
            return evaluateBlock(compiled(graph, outputs), { seed, from: from - size, to: from });
          });
          const inOrder = backwards ? blocks.reverse() : blocks;
          expect(digest(inOrder.reduce(merge))).toBe(digest(whole));
        },
      ),
      { numRuns: 20 },
    );
  });

  test('draws one by one are the same draws', () => {
    fc.assert(
      fc.property(
        anyGraph,
        seeds,
        fc.array(fc.nat({ max: 5_000 }), { maxLength: 5 }),
        (graph, seed, runs) => {
          const sample = runSampler(compiled(graph, everythingIn(graph)), seed);
          const source = new DrawSource(seed);
          for (const run of runs) {
            const drawn = sample(run);
            for (const [name, each] of Object.entries(graph.draws)) {
              const duration = { ...each, distribution: distributionOf(each) };
              expect(source.draw(name, duration)(run)).toBe(drawn[name]);
            }
          }
        },
      ),
    );
  });

  test('what else is in a graph changes no draw', () => {
    const one: StepGraph = {
      name: 'one',
      draws: { promote: draw({ kind: 'lognormal', median: 45, p99: 240 }) },
      nodes: { RTO: { sum: ['promote'] } },
    };
    const more: StepGraph = {
      name: 'more',
      draws: { call: draw({ kind: 'uniform', low: 1, high: 2 }), ...one.draws },
      nodes: { RTO: { max: ['call', 'promote'] } },
    };
    const of = [{ of: 'promote' }];
    expect(runSampler(compiled(more, of), 9)(77)).toEqual(runSampler(compiled(one, of), 9)(77));
  });
});

describe('distributions', () => {
  const runs = 400_000;
  const cases: readonly (readonly [string, Draw])[] = [
    ['a uniform', draw({ kind: 'uniform', low: 10, high: 20 })],
    ['a uniform from 0', draw({ kind: 'uniform', low: 0, high: 5 }, 'min')],
    ['a narrow lognormal', draw({ kind: 'lognormal', median: 30, p99: 45 }, 'ms')],
    ['a wide lognormal', draw({ kind: 'lognormal', median: 30, p99: 900 })],
  ];

  test.each(cases)('%s has the quantiles and the mean of its closed form', (_, each) => {
    const graph: StepGraph = { name: 'one draw', draws: { each }, nodes: {} };
    const answer = evaluate(graph, { outputs: [{ of: 'each' }], runs, seed: 1 });
    if (!answer.ok) throw new Error('it was refused');
    const [read] = answer.outputs;
    const exact = distributionOf(each);
    for (const [share, value] of [
      [0.5, read?.p50Ms],
      [0.9, read?.p90Ms],
      [0.99, read?.p99Ms],
    ] as const) {
      // Four standard deviations of the share, in ms, and what the histogram may be off.
      const off = 4 * Math.sqrt((share * (1 - share)) / runs);
      expect(value).toBeGreaterThan(quantile(exact, share - off) * 0.999);
      expect(value).toBeLessThan(quantile(exact, share + off) * 1.001);
    }
    const [mean, deviation] = momentsOf(each);
    expect(Math.abs((read?.meanMs ?? 0) - mean)).toBeLessThan((4 * deviation) / Math.sqrt(runs));
  });

  test('a constant is itself in every figure', () => {
    const graph: StepGraph = {
      name: 'constant',
      draws: { wait: draw({ kind: 'constant', value: 20 }) },
      nodes: { RTO: { sum: ['wait', 'wait'] } },
    };
    const outputs = [{ of: 'RTO', limitsMs: [39_999, 40_000] }];
    const answer = evaluate(graph, { outputs, runs: 1_000, seed: 4 });
    if (!answer.ok) throw new Error('it was refused');
    const { limits, ...figures } = answer.outputs[0] ?? { limits: [] };
    expect(figures).toEqual({
      of: 'RTO',
      runs: 1_000,
      minMs: 40_000,
      p50Ms: 40_000,
      p90Ms: 40_000,
      p99Ms: 40_000,
      maxMs: 40_000,
      meanMs: 40_000,
      maxRun: 0,
    });
    expect(limits.map(({ share }) => share)).toEqual([0, 1]);
  });
});

/** Mean and standard deviation, ms. */
function momentsOf(each: Draw): readonly [number, number] {
  const exact = distributionOf(each);
  switch (exact.kind) {
    case 'constant':
      return [exact.ms, 0];
    case 'uniform':
      return [(exact.lowMs + exact.highMs) / 2, (exact.highMs - exact.lowMs) / Math.sqrt(12)];
    case 'lognormal': {
      const sigma = Math.log(exact.p99Ms / exact.medianMs) / 2.3263478740408408;
      const mean = exact.medianMs * Math.exp((sigma * sigma) / 2);
      return [mean, mean * Math.sqrt(Math.exp(sigma * sigma) - 1)];
    }
  }
}

test('columns are used again: a long chain needs two', () => {
  const length = 100;
  const draws = Array.from({ length }, (_, index) => [
    `step ${index}`,
    draw({ kind: 'uniform', low: 0, high: 1 }),
  ]);
  const nodes = Array.from({ length }, (_, index) => [
    `after ${index}`,
    { sum: [index === 0 ? 'step 0' : `after ${index - 1}`, `step ${index}`] },
  ]);
  const graph: StepGraph = {
    name: 'chain',
    draws: Object.fromEntries(draws),
    nodes: Object.fromEntries(nodes),
  };
  // Step 0 is read twice, so it has one of its own at first.
  expect(compiled(graph, [{ of: 'after 99' }]).columns).toBeLessThanOrEqual(3);
});
