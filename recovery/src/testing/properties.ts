import type { Plan } from '../plan.ts';
import { givenUp } from './giving-up.ts';
import type { PerformFault } from './memory-world.ts';
import { type Rehearsal, type RehearsalOptions, rehearse } from './rehearse.ts';
import { assertSafe, assertSafeAfterAll, assertStatus, assertThat, makespanOf } from './safety.ts';
import type { PlanWith, Scenario } from './scenarios.ts';
import { seeded } from './virtual-time.ts';

/** A plan, and the world that it is rehearsed in. */
export interface PropertySubject {
  readonly scenario: Scenario;
  readonly plan: Plan;
  /** Plans what comes after it; left out: nothing does. */
  readonly planWith?: PlanWith;
  readonly createWorld?: NonNullable<RehearsalOptions['createWorld']>;
}

export interface PlanProperty {
  readonly name: string;
  /** Throws with what is wrong, and the seed that repeats it. */
  readonly run: (subject: PropertySubject) => Promise<void>;
}

/** Any seed does: it only has to be the same one tomorrow. */
const seedFirst = 7041;
/** Moments, evenly over a run, at which somebody says a word. */
const moments = 25;
/** Random mixtures of everything that can befall a run. */
const mixtures = 40;

type Change = Partial<RehearsalOptions>;

function rehearsed(subject: PropertySubject, change: Change = {}): Promise<Rehearsal> {
  const { createWorld, plan, scenario } = subject;
  const { platform, topology } = scenario;
  const where = createWorld === undefined ? {} : { createWorld };
  return rehearse({ platform, topology, plan, seed: seedFirst, ...where, ...change });
}

function performed({ steps }: Plan): readonly string[] {
  return steps.filter(({ action }) => action.verb !== 'approve').map(({ id }) => id);
}

/** How long the plan lasts where nothing goes wrong, ms. */
async function lastsMs(subject: PropertySubject): Promise<number> {
  const { memory } = await rehearsed(subject);
  return memory.time.now();
}

function eachStepOnce(fault: PerformFault): PlanProperty {
  return {
    name: `each step once: ${fault}`,
    run: async (subject) => {
      for (const [index, id] of performed(subject.plan).entries()) {
        const seed = seedFirst + index;
        const rehearsal = await rehearsed(subject, {
          seed,
          fault: (_action, { step, attempt }) => (step === id && attempt === 1 ? fault : 'none'),
        });
        const what = `${fault} ${id}, seed ${seed}`;
        assertStatus(rehearsal, ['done'], what);
        await assertSafeAfterAll(rehearsal, what);
      }
    },
  };
}

function eachStepForGood(fault: PerformFault): PlanProperty {
  return {
    name: `each step for good: ${fault}; it stops or goes back, and holds nothing`,
    run: async (subject) => {
      const { plan, scenario } = subject;
      for (const [index, id] of performed(plan).entries()) {
        const seed = seedFirst + index;
        const rehearsal = await rehearsed(subject, {
          seed,
          fault: (_action, { step }) => (step === id ? fault : 'none'),
        });
        const isInside = plan.handover?.inside.includes(id) === true;
        const what = `${id} ${fault} for good, seed ${seed}`;
        // What is only late may well be seen in time.
        const otherwise = fault === 'late' ? ['failed', 'done', 'needs-approval'] : ['failed'];
        assertStatus(rehearsal, isInside ? ['went-back'] : otherwise, what);
        await assertSafeAfterAll(rehearsal, what);
        if (isInside) assertWritersOf(rehearsal, scenario, what);
      }
    },
  };
}

/** Who wrote before writes again. */
function assertWritersOf({ memory }: Rehearsal, { topology }: Scenario, what: string): void {
  const { data } = memory.model.topology();
  for (const [name, { writer }] of Object.entries(topology.data)) {
    const now = data[name]?.writer;
    assertThat(now === writer, what, `${now} writes ${name}, not ${writer}`);
  }
}

/** Who writes, who follows, what is admitted; a lag goes on by itself. */
function standingOf({ model }: Rehearsal['memory']): string {
  return JSON.stringify(model.topology(), (key, value) => (key === 'lagMs' ? null : value));
}

/** At many moments: what an operator says, and how the run may end after it. */
function saidAtAnyTime(kind: 'cancel' | 'pause', allowed: readonly string[]): PlanProperty['run'] {
  return async (subject) => {
    const said = { who: 'ada', when: 'now', why: 'a test' };
    const lasts = await lastsMs(subject);
    for (let part = 0; part < moments; part += 1) {
      const afterMs = (lasts * part) / moments + 0.5;
      const rehearsal = await rehearsed(subject, {
        commands: [{ afterMs, command: { kind, ...said } }],
      });
      const what = `${kind} after ${afterMs} ms, seed ${seedFirst}`;
      assertStatus(rehearsal, allowed, what);
      assertSafe(rehearsal, what);
      assertThat(!rehearsal.memory.model.anyHeld(), what, 'writes are still held');
    }
  };
}

/** Half of what befalls a mixture's steps is nothing. */
const mixed: readonly PerformFault[] = [
  ...(['none', 'none', 'none', 'none', 'none'] as const),
  ...(['fails', 'request-lost', 'reply-lost', 'no-answer', 'twice'] as const),
  ...(['without-facts', 'late', 'refused'] as const),
];

async function anythingAtAll(subject: PropertySubject): Promise<void> {
  for (let mixture = 0; mixture < mixtures; mixture += 1) {
    const seed = seedFirst + mixture;
    const random = seeded(seed);
    const below = (count: number) => Math.floor(random() * count);
    // A short list, gone through again and again, makes a fault meet many steps of a run.
    const faults = Array.from(
      { length: 8 + below(33) },
      () => mixed[below(mixed.length)] ?? 'none',
    );
    const crash = random() < 0.5 ? { crashAfter: 1 + below(60) } : {};
    let performs = 0;
    const fault = () => faults[performs++ % faults.length] ?? 'none';
    const rehearsal = await rehearsed(subject, { seed, fault, ...crash });
    await assertSafeAfterAll(rehearsal, `mixture of seed ${seed}`);
  }
}

/** What every plan keeps in every world on virtual time. */
export const planProperties: readonly PlanProperty[] = [
  {
    name: 'is done, and keeps the rules',
    run: async (subject) => {
      const rehearsal = await rehearsed(subject);
      assertStatus(rehearsal, ['done'], 'all well');
      assertSafe(rehearsal, 'all well');
    },
  },
  ...(
    ['fails', 'request-lost', 'reply-lost', 'no-answer', 'twice', 'without-facts', 'late'] as const
  ).map(eachStepOnce),
  ...(['fails', 'refused', 'late'] as const).map(eachStepForGood),
  {
    name: 'cancelled at any time: nothing is left held, half moved or unguarded',
    run: saidAtAnyTime('cancel', ['cancelled', 'went-back', 'done']),
  },
  {
    name: 'a way back that fails is given up: it ends, holds nothing, and hinders no recovery',
    run: (subject) => givenUp(subject, seedFirst),
  },
  {
    name: 'paused at any time: a handover is ended first, then it stands still',
    run: saidAtAnyTime('pause', ['paused', 'done']),
  },
  {
    name: 'an older epoch is refused whatever it asks for',
    run: async (subject) => {
      const { plan, scenario } = subject;
      if (!plan.takesEpoch) return;
      const { memory } = await rehearsed(subject);
      const before = standingOf(memory);
      for (const { action, id } of plan.steps) {
        if (action.verb === 'approve') continue;
        const context = { run: 'stale', step: id, attempt: 1, epoch: scenario.topology.epoch };
        const { kind } = await memory.time.until(memory.world.perform(action, context));
        assertThat(kind === 'refused' || kind === 'unknown', id, `an older epoch is ${kind}`);
      }
      const after = standingOf(memory);
      assertThat(after === before, 'a stale controller', `it changed ${before} to ${after}`);
    },
  },
  {
    name: 'the makespan is the critical path',
    run: async (subject) => {
      const { memory, run } = await rehearsed(subject);
      const { makespanMs, criticalPathMs } = makespanOf(subject.plan, memory.records(run));
      const wrong = `it takes ${makespanMs} ms, its longest chain ${criticalPathMs} ms`;
      assertThat(makespanMs <= criticalPathMs * 1.02, 'all well', wrong);
    },
  },
  { name: 'anything at all, in any order, twice', run: anythingAtAll },
  {
    name: 'the controller dies after each record, another goes on',
    run: async (subject) => {
      const { memory, run } = await rehearsed(subject);
      const count = memory.records(run).length;
      for (let crashAfter = 1; crashAfter <= count; crashAfter += 1) {
        const seed = seedFirst + crashAfter;
        const rehearsal = await rehearsed(subject, { seed, crashAfter });
        const what = `crash after record ${crashAfter}, seed ${seed}`;
        assertStatus(rehearsal, ['done'], what);
        assertSafe(rehearsal, what);
      }
    },
  },
  {
    name: 'two controllers: one stops, the other ends it',
    run: async (subject) => {
      const lasts = await lastsMs(subject);
      for (const share of [0.0005, 0.002, 0.015, 0.1, 0.3, 0.7]) {
        const secondControllerAfterMs = lasts * share;
        const rehearsal = await rehearsed(subject, { secondControllerAfterMs });
        const what = `second controller after ${secondControllerAfterMs} ms, seed ${seedFirst}`;
        const statuses = [rehearsal.result.status, rehearsal.first?.status ?? 'none'];
        // Whoever appends first has the run; the other stops, or comes before or after all of it.
        assertThat(statuses.includes('done'), what, `nobody ends it: ${statuses.join()}`);
        const known = statuses.every((one) => ['done', 'stopped', 'refused'].includes(one));
        assertThat(known, what, `they end ${statuses.join()}`);
        assertSafe(rehearsal, what);
      }
    },
  },
];
