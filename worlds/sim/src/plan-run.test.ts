import type { Plan, Timings } from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { drawNames } from './draw-names.ts';
import { evaluate } from './evaluate.ts';
import { graphOfPlan } from './plan-graph.ts';
import { planRunner } from './plan-run.ts';
import { approval, constant, planOf, stepOf, timing, timings, topology } from './testing/plans.ts';
import { unfollowed } from './unfollowed.ts';

const seed = 1;
const runs = 200;

const person = timing('person', constant(300_000));
const lag = timing('lag', { kind: 'uniform', lowMs: 0, highMs: 2_000 });

const verify = stepOf('db/verify', ['db/promote'], { verb: 'verify' });
const plain = planOf(stepOf('db/promote', []), verify);

describe('what the evaluator follows', () => {
  test('the graph of a plan that does nothing is as long as its detection', () => {
    const answer = evaluate(graphOfPlan(planOf(), timings), {
      outputs: [{ of: 'served' }, { of: 'makespan' }],
      runs: 1,
      seed,
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    expect(answer.outputs.map(({ maxMs }) => maxMs)).toEqual([33_000, 30_000]);
    const still = { ...planOf(), intent: 'switchover' } as const;
    const nothing = evaluate(graphOfPlan(still, timings), {
      outputs: [{ of: 'served' }],
      runs: 1,
      seed,
    });
    expect(nothing.ok && nothing.outputs[0]?.maxMs).toBe(0);
  });

  test('writes pause from the last hold to the last release, whatever came before', () => {
    const names = ['a/hold', 'b/hold'] as const;
    const plan: Plan = {
      ...planOf(
        stepOf('db/verify', [], { verb: 'verify' }),
        stepOf('a/hold', [], { verb: 'hold-writes' }),
        stepOf('b/hold', ['db/verify'], { verb: 'hold-writes' }),
        stepOf('db/promote', names),
        stepOf('a/release', ['db/promote'], { verb: 'release-writes' }),
      ),
      intent: 'switchover',
      handover: { opens: names, inside: [...names, 'db/promote'], closes: ['a/release'], back: [] },
    };
    const timed: Timings = {
      world: 'aws',
      timings: [
        ...timings.timings,
        timing('hold-writes', constant(50)),
        timing('release-writes', constant(70)),
        timing('first-write', constant(11)),
      ],
    };
    const graph = graphOfPlan(plan, timed);
    const outputs = [{ of: 'pause' }, { of: 'db/promote' }, { of: 'served' }];
    const answer = evaluate(graph, { outputs, runs: 1, seed });
    if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
    const [pause, promote, served] = answer.outputs.map(({ maxMs }) => maxMs);
    // The hold on side b begins when `verify` has ended, after 2 s; the one on side a at once.
    expect(pause).toBeCloseTo(50 + (promote ?? 0) + 70 + 11, 6);
    expect(served).toBeCloseTo(2_000 + 50 + (promote ?? 0) + 70, 6);
    const engine = planRunner(plan, timed, { topology, seed })(0);
    expect(engine.pauseMs).toBeCloseTo(pause ?? 0, 6);
    expect(engine.heldMs).toBe(2_000);
  });
});

describe('what only the engine follows', () => {
  test('an attempt that fails is tried again after its backoff, and takes its time anew', () => {
    const fails = (step: string, attempt: number) => step === 'db/promote' && attempt === 1;
    const sound = planRunner(plain, timings, { topology, seed });
    const hurt = planRunner(plain, timings, { topology, seed, fails });
    for (let run = 0; run < runs; run += 1) {
      const failed = hurt(run);
      const again = failed.draws.find(({ name }) => name === drawNames.attempt('db/promote', 2));
      expect(failed.status).toBe('done');
      expect(failed.servedMs - sound(run).servedMs).toBeCloseTo(500 + (again?.ms ?? 0), 6);
    }
  });

  test('one that always fails leaves the run with a person', () => {
    const run = planRunner(plain, timings, { topology, seed, fails: () => true })(0);
    expect(run.status).toBe('stuck');
    expect(run.servedMs).toBe(Number.POSITIVE_INFINITY);
    const last = run.records.at(-1)?.event;
    expect(last).toMatchObject({ type: 'failed', step: 'db/promote' });
  });

  test('an approval that a person gives', () => {
    const answerMs = 300_000;
    const plan = planOf(approval('ask'), stepOf('db/promote', ['db/approve']), verify);
    const asked = { ...timings, timings: [...timings.timings, person] };
    const run = planRunner(plan, asked, { topology, seed })(3);
    expect(run.ends.get('db/approve')).toBe(30_000 + answerMs);
    expect(run.status).toBe('done');
    expect(unfollowed(plan, asked, { runs, seed, topology })).toHaveLength(1);
    // Nobody's time is known: an answer takes what `approve` takes, which the evaluator follows.
    expect(unfollowed(plan, timings, { runs, seed, topology })).toEqual([]);
  });

  test('a person is asked in just those runs whose lag is above the RPO', () => {
    const plan = planOf(approval('lag-within-rpo'), stepOf('db/promote', ['db/approve']), verify);
    const asked = { ...timings, timings: [...timings.timings, person, lag] };
    const runPlan = planRunner(plan, asked, { topology, seed });
    let questions = 0;
    for (let run = 0; run < runs; run += 1) {
      const { ends, records } = runPlan(run);
      const isAsked = records.some(({ event }) => event.type === 'asking');
      questions += isAsked ? 1 : 0;
      expect(ends.get('db/approve')).toBe(31_000 + (isAsked ? 300_000 : 0));
    }
    expect(questions).toBeGreaterThan(runs / 4);
    expect(unfollowed(plan, asked, { runs, seed, topology })).toEqual([
      {
        step: 'db/approve',
        why: `a person is asked in ${questions} runs: the lag is above the RPO`,
      },
    ]);
    const short = timing('lag', { kind: 'uniform', lowMs: 0, highMs: 900 });
    const within = { ...timings, timings: [...timings.timings, person, short] };
    expect(unfollowed(plan, within, { runs, seed, topology })).toEqual([]);
    expect(unfollowed(plan, timings, { runs, seed, topology })[0]?.why).toContain(
      'no lag is timed',
    );
  });

  test('an approval lapses in just those runs in which too long passes before data moves', () => {
    const { action, ...rest } = approval('lag-within-rpo');
    const wider = { ...action, arguments: { ...action.arguments, rpoMs: 1_500 } };
    const look = stepOf('db/look', [], { verb: 'verify' });
    const both = stepOf('db/promote', ['db/approve', 'db/look']);
    const plan = planOf({ ...rest, action: wider }, look, both, verify);
    const short = timing('lag', { kind: 'uniform', lowMs: 0, highMs: 900 });
    const asked = { ...timings, timings: [...timings.timings, person, short] };
    const runPlan = planRunner(plan, asked, { topology, seed });
    let lapsed = 0;
    for (let run = 0; run < runs; run += 1) {
      if (runPlan(run).records.some(({ event }) => event.type === 'lapsed')) lapsed += 1;
    }
    // The look takes a second more than the approval, which leaves half a second for the lag.
    expect(lapsed).toBeGreaterThan(runs / 4);
    expect(lapsed).toBeLessThan(runs);
    expect(unfollowed(plan, asked, { runs, seed, topology })).toEqual([
      { step: 'db/approve', why: `it lapses in ${lapsed} runs: more may be lost once data moves` },
    ]);
  });

  test('an approval in the background keeps nobody waiting', () => {
    const late = { ...approval('ask'), after: ['db/verify'], background: true };
    const asked = { ...timings, timings: [...timings.timings, person] };
    expect(unfollowed(planOf(...plain.steps, late), asked, { runs, seed, topology })).toEqual([]);
  });
});
