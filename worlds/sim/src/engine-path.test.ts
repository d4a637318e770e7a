import type { Plan, Timings } from '@outrigger/recovery';
import { expect, test } from 'vitest';
import { criticalPath } from './critical-path.ts';
import { EnginePath, waitedIn } from './engine-path.ts';
import { graphOfPlan } from './plan-graph.ts';
import { planRunner } from './plan-run.ts';
import { approval, planOf, stepOf, timing, timings, topology } from './testing/plans.ts';

const seed = 3;
const runs = 3_000;

const spread: Timings = {
  world: 'aws',
  timings: [
    ...timings.timings.filter(({ verb }) => verb !== 'verify'),
    timing('verify', { kind: 'lognormal', medianMs: 2_000, p99Ms: 20_000 }),
    timing('scale', { kind: 'lognormal', medianMs: 14_000, p99Ms: 60_000 }),
    timing('hold-writes', { kind: 'uniform', lowMs: 100, highMs: 900 }),
    timing('release-writes', { kind: 'uniform', lowMs: 10, highMs: 90 }),
    timing('first-write', { kind: 'uniform', lowMs: 5, highMs: 15 }),
  ],
};

const twoWays = planOf(
  stepOf('db/promote', []),
  stepOf('web/scale', [], { verb: 'scale' }),
  stepOf('db/verify', ['db/promote'], { verb: 'verify' }),
  stepOf('web/verify', ['web/scale', 'db/promote'], { verb: 'verify' }),
);

const opens = ['a/hold', 'b/hold'] as const;
const handover: Plan = {
  ...planOf(
    stepOf('web/scale', [], { verb: 'scale' }),
    stepOf('a/hold', ['web/scale'], { verb: 'hold-writes' }),
    stepOf('b/hold', ['web/scale'], { verb: 'hold-writes' }),
    stepOf('db/promote', opens),
    stepOf('a/release', ['db/promote'], { verb: 'release-writes' }),
  ),
  intent: 'switchover',
  handover: { opens, inside: [...opens, 'db/promote'], closes: ['a/release'], back: [] },
};

test.each([
  ['served', twoWays],
  ['pause', handover],
] as const)('%s: what engine runs waited for is what the evaluator finds', (of, plan) => {
  const runPlan = planRunner(plan, spread, { topology, seed });
  const engine = new EnginePath(plan, spread, of);
  for (let run = 0; run < runs; run += 1) {
    const told = runPlan(run);
    engine.add(told, (of === 'pause' ? told.pauseMs : told.servedMs) ?? 0);
  }
  const walked = engine.path();
  const traced = criticalPath(graphOfPlan(plan, spread), { of, runs, seed });
  if (!traced.ok) throw new Error(JSON.stringify(traced.problems));
  const expected = new Map(traced.path.steps.map((step) => [step.step, step]));
  const found = new Map(walked.steps.map((step) => [step.step, step]));
  expect(walked.steps.length).toBeGreaterThan(2);
  for (const [name, step] of expected) {
    const own = found.get(name);
    expect(own?.onPath ?? 0, name).toBeCloseTo(step.onPath, 9);
    if (own === undefined) continue;
    // The bands are cut at runs here and at bins of a histogram there: a run or two differ.
    expect(Math.abs(own.typical.share - step.typical.share), name).toBeLessThan(0.02);
    expect(Math.abs(own.tail.share - step.tail.share), name).toBeLessThan(0.03);
  }
  for (const part of ['typical', 'tail'] as const) {
    const whole = walked.steps.reduce((sum, step) => sum + step[part].share, 0);
    expect(whole).toBeCloseTo(1, 9);
    expect(walked[part].meanMs / traced.path[part].meanMs).toBeCloseTo(1, 1);
  }
});

test('an approval that lapsed while another was waited for is not what took so long', () => {
  const files = { ...approval('ask'), id: 'files/approve' };
  const plan = planOf(
    approval('lag-within-rpo'),
    { ...files, action: { ...files.action, component: 'files' } },
    stepOf('db/promote', ['db/approve', 'files/approve']),
  );
  const asking: Timings = {
    ...timings,
    timings: [
      ...timings.timings,
      timing('lag', { kind: 'constant', ms: 500 }),
      timing('person', { kind: 'constant', ms: 3_600_000 }),
    ],
  };
  const run = planRunner(plan, asking, { topology, seed })(0);
  expect(run.records.map(({ event }) => event.type)).toContain('lapsed');
  const waited = waitedIn(plan, asking, 'served', run);
  expect(waited.get('files/approve answered')?.ms).toBe(3_600_000);
  const whole = [...waited.values()].reduce((sum, { ms }) => sum + ms, 0);
  expect(whole).toBeCloseTo(run.servedMs, 6);
});
