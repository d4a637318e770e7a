import { type Platform, resolve } from '@outrigger/model';
import {
  checkInvariants,
  type JournalRecord,
  type Plan,
  type Rehearsal,
  type RehearsalOptions,
  rehearse,
  type Scenario,
  scenariosOf,
  testPlatform,
} from '@outrigger/recovery';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import eksFailover from '../examples/eks-failover/platform.ts';
import peccy from '../examples/peccy/platform.ts';
import { planFor } from './index.ts';

/** As a user's file is read: with every default filled in. */
function example(written: unknown): Platform {
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.platform;
}

const platforms = [
  example(eksFailover),
  example(peccy),
  testPlatform({ name: 'warm', fileStores: ['pictures'] }),
  testPlatform({
    name: 'pilot',
    strategy: 'pilot-light',
    standbyReplicas: 0,
    databases: ['records'],
    databaseKind: 'aurora',
    fileStores: ['pictures'],
  }),
  testPlatform({
    name: 'several',
    databases: ['orders-db', 'users-db'],
    services: ['orders', 'users'],
  }),
  testPlatform({
    name: 'three',
    regions: [
      ['us-east-1', 'primary', 3],
      ['us-west-2', 'standby', 2],
      ['eu-west-1', 'standby', 2],
    ],
  }),
  testPlatform({
    name: 'peers',
    strategy: 'active-active',
    regions: [
      ['us-east-1', 'peer', 2],
      ['us-west-2', 'peer', 2],
    ],
  }),
];

const scenarios = (await Promise.all(platforms.map((one) => scenariosOf(one, planFor)))).flat();

function planOf(scenario: Scenario): Plan {
  const { plan, problems } = planFor(scenario);
  if (plan === undefined) throw new Error(JSON.stringify(problems));
  return plan;
}

/** What must be true after any rehearsal, whatever went wrong in it. */
function expectSafe(rehearsal: Rehearsal, what: string): void {
  const { memory, run, result } = rehearsal;
  const evidence = {
    runs: [memory.records(run)],
    writings: memory.model.writings,
    effects: memory.effects,
  };
  const broken = checkInvariants(evidence).filter(({ held }) => !held);
  expect({ what, broken, violations: memory.model.violations }).toEqual({
    what,
    broken: [],
    violations: [],
  });
  if (result.status === 'done' || result.status === 'went-back') {
    expect({ what, held: memory.model.anyHeld() }).toEqual({ what, held: false });
    expect({ what, writable: memory.model.allWritable() }).toEqual({ what, writable: true });
  }
}

describe.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
  '%s',
  (_name, scenario) => {
    const plan = planOf(scenario);
    const { platform, topology } = scenario;
    const ids = plan.steps.filter(({ action }) => action.verb !== 'approve').map(({ id }) => id);
    const base: RehearsalOptions = { platform, topology, plan, seed: 7041 };

    test('is done, and keeps the rules', async () => {
      const rehearsal = await rehearse(base);
      expect(rehearsal.result.status).toBe('done');
      expectSafe(rehearsal, 'all well');
    });

    test.each([
      'fails',
      'request-lost',
      'reply-lost',
      'no-answer',
      'twice',
      'without-facts',
      'late',
    ] as const)('each step once: %s', async (fault) => {
      for (const [index, id] of ids.entries()) {
        const seed = 7041 + index;
        const rehearsal = await rehearse({
          ...base,
          seed,
          fault: (_action, { step, attempt }) => (step === id && attempt === 1 ? fault : 'none'),
        });
        const what = `${fault} ${id}, seed ${seed}`;
        expect({ what, status: rehearsal.result.status }).toEqual({ what, status: 'done' });
        expectSafe(rehearsal, what);
        await rehearsal.memory.time.drain();
        expectSafe(rehearsal, `${what}, after all that was late`);
      }
    });

    test.each(['fails', 'refused', 'late'] as const)(
      'each step for good: %s; it stops or goes back, and holds nothing',
      async (fault) => {
        for (const [index, id] of ids.entries()) {
          const seed = 7041 + index;
          const rehearsal = await rehearse({
            ...base,
            seed,
            fault: (_action, { step }) => (step === id ? fault : 'none'),
          });
          const inside = plan.handover?.inside.includes(id) === true;
          const what = `${id} ${fault} for good, seed ${seed}`;
          const status = inside ? 'went-back' : fault === 'late' ? expect.any(String) : 'failed';
          expect({ what, status: rehearsal.result.status }).toEqual({ what, status });
          expectSafe(rehearsal, what);
          await rehearsal.memory.time.drain();
          expectSafe(rehearsal, `${what}, after all that was late`);
          if (inside)
            expect(rehearsal.memory.model.topology().data).toMatchObject(writersOf(topology));
        }
      },
    );

    test('cancelled at any time: nothing is left held, half moved or unguarded', async () => {
      const said = { who: 'ada', when: 'now', why: 'a test' };
      const { memory } = await rehearse(base);
      const lasts = memory.time.now();
      for (let part = 0; part < 25; part += 1) {
        const afterMs = (lasts * part) / 25 + 0.5;
        const commands = [{ afterMs, command: { kind: 'cancel', ...said } as const }];
        const rehearsal = await rehearse({ ...base, commands });
        const what = `cancelled after ${afterMs} ms`;
        expect(['cancelled', 'went-back', 'done']).toContain(rehearsal.result.status);
        expectSafe(rehearsal, what);
        expect({ what, held: rehearsal.memory.model.anyHeld() }).toEqual({ what, held: false });
      }
    });

    test('paused at any time: a handover is ended first, then it stands still', async () => {
      const said = { who: 'ada', when: 'now' };
      const { memory } = await rehearse(base);
      const lasts = memory.time.now();
      for (let part = 0; part < 25; part += 1) {
        const afterMs = (lasts * part) / 25 + 0.5;
        const commands = [{ afterMs, command: { kind: 'pause', ...said } as const }];
        const rehearsal = await rehearse({ ...base, commands });
        const what = `paused after ${afterMs} ms`;
        expect(['paused', 'done']).toContain(rehearsal.result.status);
        expectSafe(rehearsal, what);
        expect({ what, held: rehearsal.memory.model.anyHeld() }).toEqual({ what, held: false });
      }
    });

    test('an older epoch is refused whatever it asks for', async () => {
      if (!plan.takesEpoch) return;
      const { memory } = await rehearse(base);
      const before = JSON.stringify(memory.model.topology());
      for (const { action, id } of plan.steps) {
        if (action.verb === 'approve') continue;
        const context = { run: 'stale', step: id, attempt: 1, epoch: topology.epoch };
        const outcome = await memory.time.until(memory.world.perform(action, context));
        expect(['refused', 'unknown']).toContain(outcome.kind);
      }
      expect(JSON.stringify(memory.model.topology())).toBe(before);
    });

    test('the makespan is the critical path', async () => {
      const { memory, run } = await rehearse(base);
      const { makespanMs, criticalPathMs } = measure(plan, memory.records(run));
      expect(makespanMs).toBeLessThanOrEqual(criticalPathMs * 1.02);
    });

    test('anything at all, in any order, twice', async () => {
      const faults = [
        'none',
        'none',
        'none',
        'fails',
        'request-lost',
        'reply-lost',
        'no-answer',
        'twice',
        'without-facts',
        'late',
        'refused',
      ] as const;
      const property = fc.asyncProperty(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.array(fc.constantFrom(...faults), { minLength: 8, maxLength: 40 }),
        fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined }),
        async (seed, drawn, crashAfter) => {
          let performs = 0;
          const fault = () => drawn[performs++ % drawn.length] ?? 'none';
          const crash = crashAfter === undefined ? {} : { crashAfter };
          const rehearsal = await rehearse({ ...base, seed, fault, ...crash });
          expectSafe(rehearsal, `seed ${seed}`);
          await rehearsal.memory.time.drain();
          expectSafe(rehearsal, `seed ${seed}, after all that was late`);
        },
      );
      await fc.assert(property, { numRuns: 40, seed: 7041 });
    });

    test('the controller dies after each record, another goes on', async () => {
      const whole = await rehearse(base);
      const count = whole.memory.records(whole.run).length;
      for (let crashAfter = 1; crashAfter <= count; crashAfter += 1) {
        const seed = 7041 + crashAfter;
        const rehearsal = await rehearse({ ...base, seed, crashAfter });
        const what = `crash after record ${crashAfter}, seed ${seed}`;
        expect({ what, status: rehearsal.result.status }).toEqual({ what, status: 'done' });
        expectSafe(rehearsal, what);
      }
    });

    test('two controllers: one stops, the other ends it', async () => {
      for (const secondControllerAfterMs of [1, 3, 20, 150, 400, 900]) {
        const rehearsal = await rehearse({ ...base, secondControllerAfterMs });
        const what = `second controller after ${secondControllerAfterMs} ms`;
        const statuses = [rehearsal.result.status, rehearsal.first?.status];
        // Whoever appends first has the run; the other stops, or comes before or after all of it.
        expect({ what, statuses }).toEqual({ what, statuses: expect.arrayContaining(['done']) });
        for (const status of statuses) expect(['done', 'stopped', 'refused']).toContain(status);
        expectSafe(rehearsal, what);
      }
    });
  },
);

function writersOf(topology: Scenario['topology']) {
  return Object.fromEntries(
    Object.entries(topology.data).map(([name, { writer }]) => [name, { writer }]),
  );
}

/** From the journal: when the last step was done, and the longest chain of the steps' own times. */
function measure(plan: Plan, records: readonly JournalRecord[]) {
  const begun = new Map<string, number>();
  const ended = new Map<string, number>();
  for (const { event, monotonicMs } of records) {
    const step = String(event.step);
    if (event.type === 'performing' || event.type === 'asking') {
      begun.set(step, begun.get(step) ?? monotonicMs);
    }
    if (event.type === 'done' || event.type === 'approved') ended.set(step, monotonicMs);
  }
  const path = new Map<string, number>();
  for (const { id, after } of plan.steps) {
    const end = ended.get(id) ?? 0;
    const own = end - (begun.get(id) ?? end);
    path.set(id, own + Math.max(0, ...after.map((before) => path.get(before) ?? 0)));
  }
  const makespanMs = Math.max(...ended.values()) - (records[0]?.monotonicMs ?? 0);
  return { makespanMs, criticalPathMs: Math.max(...path.values()) };
}
