import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, evaluate, runSampler } from '@outrigger/sim';
import { expect, test } from 'vitest';
import { graphOf, modelOutputs, parseRecoveryModel } from './recovery-model.ts';
import { modelRunner, planOfModel } from './recovery-plan.ts';

const json = () =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../recovery-model.json'), 'utf8'));

test('the distribution is the one that two other implementations agree on, within 1 %', () => {
  const graph = graphOf(parseRecoveryModel(json()));
  const outputs = modelOutputs.map((of) => ({ of }));
  const answer = evaluate(graph, { outputs, runs: 200_000, seed: 1 });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  const [rto, records, files] = answer.outputs;
  const within = (ms: number | undefined, seconds: number) =>
    expect(Math.abs((ms ?? 0) / 1000 / seconds - 1)).toBeLessThan(0.01);
  within(rto?.p50Ms, 275.6);
  within(rto?.p90Ms, 366.4);
  within(rto?.p99Ms, 522.8);
  // The lags are asked for as they are given.
  within(records?.p50Ms, 0.3);
  expect((records?.p99Ms ?? 0) / 3000).toBeCloseTo(1, 1);
  within(files?.p50Ms, 30);
  expect((files?.p99Ms ?? 0) / 900_000).toBeCloseTo(1, 1);
});

test('the engine takes the same recovery step by step, and ends at the same ms', () => {
  const model = parseRecoveryModel(json());
  const compiled = compile(graphOf(model), [{ of: 'RTO' }]);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  const seed = 7041;
  const sample = runSampler(compiled.program, seed);
  const runModel = modelRunner(model, seed);
  for (let run = 0; run < 600; run += 1) {
    const { records, servedMs, status } = runModel(run);
    expect(status).toBe('done');
    expect(servedMs, `run ${run} of seed ${seed}`).toBeCloseTo(sample(run).RTO ?? 0, 3);
    // One that begins and one that ends each step, and the end of the run.
    expect(records).toHaveLength(2 * planOfModel(model).steps.length + 1);
  }
});

test('66 steps are drawn besides the constants of the checks', () => {
  const { draws } = graphOf(parseRecoveryModel(json()));
  const drawn = Object.values(draws).filter(({ distribution }) => distribution.kind !== 'constant');
  // The two lags are RPO, which nothing waits for.
  expect(drawn.length).toBe(66);
});

test('a file that is wrong is told by its fields', () => {
  const model = json();
  model.steps['db.promote'] = { kind: 'lognormal', median: '45' };
  delete model.groups;
  expect(() => parseRecoveryModel(model)).toThrow(
    /groups[\s\S]*db\.promote|db\.promote[\s\S]*groups/,
  );
});
