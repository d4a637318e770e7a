import type { Action } from '../action.ts';
import { judge, subjectKey, subjectOf } from '../conditions.ts';
import type { Condition } from '../step.ts';
import type { Observation, Outcome, PerformContext, Subject, World } from '../world.ts';

/** A world with enough in it to be tried out, without harm to what runs there. */
export interface ConformanceSubject {
  readonly world: World;
  /** A run of its own: its keys are new to the world. */
  readonly run: string;
  /** One that the world accepts, at least 2. */
  readonly epoch: number;
  /** An action that may be repeated, such as `verify` of a database, and what it then tells. */
  readonly harmless: { readonly action: Action; readonly check: readonly Condition[] };
  /** Can be seen now. */
  readonly reachable: Subject;
  /** Can't be: a place that is lost or was never there. */
  readonly unreachable: Subject;
  /** An action on what can't be reached. */
  readonly lost: Action;
  /** Longest that the world may take to say that it got no answer, ms. */
  readonly patienceMs: number;
}

export interface ConformanceCase {
  readonly name: string;
  /** Throws with what is wrong. */
  readonly run: (subject: ConformanceSubject) => Promise<void>;
}

function assert(isTrue: boolean, wrong: string): asserts isTrue {
  if (!isTrue) throw new Error(wrong);
}

function contextOf(subject: ConformanceSubject, step: string, attempt = 1): PerformContext {
  return { run: subject.run, step, attempt, epoch: subject.epoch };
}

function performHarmless(subject: ConformanceSubject, step: string, attempt = 1) {
  return subject.world.perform(subject.harmless.action, contextOf(subject, step, attempt));
}

async function expectSeen(subject: ConformanceSubject, outcome: Outcome, from: number) {
  const { action, check } = subject.harmless;
  assert(outcome.kind === 'done', `expected done, got ${JSON.stringify(outcome)}`);
  assert(outcome.at >= from, `it was seen at ${outcome.at}, before it was asked at ${from}`);
  const facts = outcome.facts;
  assert(facts !== undefined, 'it was done, but tells no facts: each would cost a round trip');
  const seen: Observation = { subject: subjectOf(action), at: outcome.at, status: 'known', facts };
  const verdict = judge(check, [seen], { notBefore: from, epoch: subject.epoch });
  assert(verdict.kind === 'met', `its facts don't meet its check: ${JSON.stringify(verdict)}`);
}

/** What every world promises the engine. The same cases run against each. */
export const conformance: readonly ConformanceCase[] = [
  {
    name: 'time never runs backwards',
    run: async ({ world }) => {
      const before = world.now();
      await world.wait(1);
      assert(world.now() >= before, 'now() went back');
    },
  },
  {
    name: 'a wait lasts as long as it was asked to',
    run: async ({ world }) => {
      const before = world.now();
      await world.wait(20);
      // Timers of real machines may fire up to a millisecond early.
      assert(world.now() - before >= 19, `20 ms took ${world.now() - before} ms`);
    },
  },
  {
    name: 'an observation is no older than the asking',
    run: async ({ world, reachable }) => {
      const from = world.now();
      const seen = await world.observe(reachable);
      assert(seen.status === 'known', `it is not known: ${JSON.stringify(seen)}`);
      assert(seen.at >= from, `asked at ${from}, seen at ${seen.at}`);
      assert(subjectKey(seen.subject) === subjectKey(reachable), 'it is of another subject');
    },
  },
  {
    name: 'what can’t be reached is unknown, and nothing is thrown',
    run: async ({ world, unreachable, patienceMs }) => {
      const from = world.now();
      const seen = await world.observe(unreachable);
      assert(seen.status === 'unknown', `it claims to know: ${JSON.stringify(seen)}`);
      assert(world.now() - from <= patienceMs, `it took ${world.now() - from} ms`);
    },
  },
  {
    name: 'done tells facts that were seen after the effect',
    run: async (subject) => {
      const from = subject.world.now();
      await expectSeen(subject, await performHarmless(subject, 'conformance/facts'), from);
    },
  },
  {
    name: 'an observation afterwards tells the same',
    run: async (subject) => {
      await performHarmless(subject, 'conformance/observe');
      const from = subject.world.now();
      const seen = await subject.world.observe(subjectOf(subject.harmless.action));
      const { check } = subject.harmless;
      const verdict = judge(check, [seen], { notBefore: from, epoch: subject.epoch });
      assert(verdict.kind === 'met', JSON.stringify(verdict));
    },
  },
  {
    name: 'the same action again has the same effect',
    run: async (subject) => {
      await performHarmless(subject, 'conformance/again');
      const from = subject.world.now();
      await expectSeen(subject, await performHarmless(subject, 'conformance/again', 2), from);
    },
  },
  {
    name: 'an older epoch is refused',
    run: async (subject) => {
      await performHarmless(subject, 'conformance/newer');
      const context = { ...contextOf(subject, 'conformance/older'), epoch: subject.epoch - 1 };
      const outcome = await subject.world.perform(subject.harmless.action, context);
      assert(outcome.kind === 'refused', `an older epoch was obeyed: ${JSON.stringify(outcome)}`);
    },
  },
  {
    name: 'a verb that makes no sense is refused',
    run: async (subject) => {
      const action: Action = { ...subject.harmless.action, verb: 'suspend-automation' };
      const outcome = await subject.world.perform(action, contextOf(subject, 'conformance/verb'));
      assert(outcome.kind === 'refused', `expected refused, got ${JSON.stringify(outcome)}`);
    },
  },
  {
    name: 'no answer is unknown, not failed',
    run: async (subject) => {
      const { lost, patienceMs, world } = subject;
      const from = world.now();
      const outcome = await world.perform(lost, contextOf(subject, 'conformance/lost'));
      assert(outcome.kind === 'unknown', `expected unknown, got ${JSON.stringify(outcome)}`);
      assert(world.now() - from <= patienceMs, `it took ${world.now() - from} ms`);
    },
  },
];
