import type { Facts } from './conditions.ts';
import {
  isUnderWay,
  type Life,
  type Lives,
  type LivesDraft,
  livesOf,
  type StepLife,
} from './life.ts';
import type { Plan } from './plan.ts';
import { indexOf, type PlanIndex } from './plan-index.ts';
import type { Step } from './step.ts';
import type { Topology } from './topology.ts';
import type { EndStatus, RunTransition, StepTransition, Transition } from './transition.ts';

/** A run so far: what its journal says, and nothing else. A value; a draft of it is changed. */
export interface RunState {
  readonly run: string;
  readonly epoch: number;
  readonly plan: Plan;
  readonly topology: Topology;
  readonly platformDigest: string;
  readonly index: PlanIndex;
  readonly lives: Lives;
  readonly mode: 'running' | 'paused' | 'cancelled';
  readonly goingBack: boolean;
  readonly ended: EndStatus | null;
  /** The sequence of the next record. */
  readonly sequence: number;
  /** Another controller began this run: what record 0 says of lag is old. */
  readonly takenOver: boolean;
}

/** A copy of a run that its only holder changes, until it gives it out as a value. */
export type RunDraft = { -readonly [Field in keyof RunState]: RunState[Field] } & {
  readonly lives: LivesDraft;
};

/** What a run can't do: in the engine a mistake of ours, in a journal one of whoever wrote it. */
export class IllegalTransition extends Error {}

export function draftOf(state: RunState): RunDraft {
  const { run, epoch, plan, topology, platformDigest, index } = state;
  const { mode, goingBack, ended, sequence, takenOver } = state;
  const lives = state.lives.draft();
  // By name: once an event, so it is worth what a spread costs more.
  return {
    run,
    epoch,
    plan,
    topology,
    platformDigest,
    index,
    lives,
    mode,
    goingBack,
    ended,
    sequence,
    takenOver,
  };
}

/**
 * The one function that changes a run. Gives the positions of the steps that this made ready. An
 * illegal transition names itself.
 */
export function apply(run: RunDraft, transition: Transition, now: number): readonly number[] {
  if (run.ended !== null) throw illegal(transition, `the run has ended: ${run.ended}`);
  const ready =
    'step' in transition ? applyToStep(run, transition, now) : applyToRun(run, transition, now);
  run.sequence += 1;
  return ready;
}

/** Which lives each transition may start from. */
const legalFrom: { readonly [T in StepTransition['type']]: readonly Life[] } = {
  performing: ['ready', 'retrying', 'checking'],
  checking: ['running'],
  done: ['ready', 'running', 'checking'],
  lapsed: ['done'],
  retrying: ['running', 'checking'],
  failed: ['running', 'checking', 'retrying'],
  asking: ['ready', 'running', 'checking'],
  approved: ['asking', 'failed'],
  denied: ['asking'],
  skipped: ['waiting', 'ready', 'retrying', 'asking', 'failed'],
  retried: ['failed'],
};

function applyToStep(run: RunDraft, transition: StepTransition, now: number): readonly number[] {
  const position = run.index.positions.get(transition.step);
  if (position === undefined) throw illegal(transition, 'the plan has no such step');
  const life = run.lives.at(position);
  if (!legalFrom[transition.type].includes(life.is)) {
    throw illegal(transition, `the step is ${life.is}`);
  }
  const step = run.index.steps[position];
  switch (transition.type) {
    case 'performing': {
      const lastAttempt = lastAttemptOf(life, step);
      const { attempt } = transition;
      run.lives.set(position, { is: 'running', attempt, lastAttempt, since: now });
      return none;
    }
    case 'checking': {
      const uncertain = transition.uncertain ? 'no-answer' : 'no';
      run.lives.set(position, { is: 'checking', ...attempted(life, step, now), uncertain });
      return none;
    }
    case 'retrying':
    case 'failed':
    case 'asking':
      run.lives.set(position, { is: transition.type, ...attempted(life, step, now) });
      return none;
    case 'denied':
      run.lives.set(position, { is: 'cancelled' });
      return none;
    case 'retried': {
      const attempt = attemptOf(life);
      const lastAttempt = attempt + (step?.retry.attemptsMax ?? 1);
      run.lives.set(position, { is: 'ready', attempt, lastAttempt });
      return [position];
    }
    case 'done':
      return settle(run, position, doneLife(attemptOf(life), transition.facts, now));
    case 'lapsed':
      return unsettle(run, position, life);
    case 'approved': {
      const facts = { approvedBy: transition.who };
      return settle(run, position, doneLife(attemptOf(life), facts, now));
    }
    case 'skipped':
      return settle(run, position, { is: 'skipped' });
  }
}

const none: readonly number[] = [];

function doneLife(attempt: number, facts: Facts, at: number): StepLife {
  return { is: 'done', attempt, facts, at };
}

function attemptOf(life: StepLife): number {
  return 'lastAttempt' in life ? life.attempt : 0;
}

function lastAttemptOf(life: StepLife, step: Step | undefined): number {
  return 'lastAttempt' in life ? life.lastAttempt : (step?.retry.attemptsMax ?? 1);
}

/** The same attempt goes on. */
function attempted(life: StepLife, step: Step | undefined, now: number) {
  const since = 'since' in life ? life.since : now;
  return { attempt: attemptOf(life), lastAttempt: lastAttemptOf(life, step), since };
}

/** Done or skipped: who waits for it waits for one less. */
function settle({ index, lives }: RunDraft, position: number, life: StepLife): readonly number[] {
  lives.set(position, life);
  let ready: number[] | null = null;
  for (const dependent of index.dependents[position] ?? none) {
    const waiting = lives.at(dependent);
    if (waiting.is !== 'waiting') continue;
    const pending = waiting.pending - 1;
    if (pending > 0) lives.set(dependent, { is: 'waiting', pending });
    else {
      lives.set(dependent, fresh(index, dependent));
      // Mostly it is one: a list of one is smaller than one that something was added to.
      if (ready === null) ready = [dependent];
      else ready.push(dependent);
    }
  }
  return ready ?? none;
}

/** Not done any more: who has not begun waits for it again. Its next attempt is not its first. */
function unsettle({ index, lives }: RunDraft, position: number, life: StepLife): readonly number[] {
  const attempt = ('attempt' in life ? life.attempt : 0) + 1;
  const lastAttempt = attempt + (index.steps[position]?.retry.attemptsMax ?? 1);
  lives.set(position, { is: 'ready', attempt, lastAttempt });
  for (const dependent of index.dependents[position] ?? none) {
    const waiting = lives.at(dependent);
    if (waiting.is === 'waiting') {
      lives.set(dependent, { is: 'waiting', pending: waiting.pending + 1 });
    } else if (waiting.is === 'ready') lives.set(dependent, { is: 'waiting', pending: 1 });
  }
  return [position];
}

function fresh({ steps }: PlanIndex, position: number): StepLife {
  return { is: 'ready', attempt: 0, lastAttempt: steps[position]?.retry.attemptsMax ?? 1 };
}

function applyToRun(run: RunDraft, transition: RunTransition, now: number): readonly number[] {
  switch (transition.type) {
    case 'started':
      throw illegal(transition, 'the run has started already');
    case 'taken-over':
      takeOver(run, now);
      return none;
    case 'paused':
      if (run.mode !== 'running') throw illegal(transition, `the run is ${run.mode}`);
      run.mode = 'paused';
      return none;
    case 'resumed':
      if (run.mode !== 'paused') throw illegal(transition, `the run is ${run.mode}`);
      run.mode = 'running';
      return readyPositions(run);
    case 'cancelled': {
      const why = whyNoCancel(run);
      if (why !== null) throw illegal(transition, why);
      cancel(run);
      return none;
    }
    case 'going-back':
      if (run.goingBack) throw illegal(transition, 'the run is going back already');
      return goBack(run);
    case 'ended':
      run.ended = transition.status;
      return none;
  }
}

/** What was under way is looked at before it is performed again, and by this controller's clock. */
function takeOver(run: RunDraft, now: number): void {
  for (const [position, life] of run.lives.all()) {
    if (life.is !== 'running' && life.is !== 'checking') continue;
    const { attempt, lastAttempt } = life;
    const uncertain = 'taken-over';
    run.lives.set(position, { is: 'checking', attempt, lastAttempt, since: now, uncertain });
  }
  run.takenOver = true;
}

/** What has not begun never will, save the end of a handover that is past turning back. */
function cancel(run: RunDraft): void {
  run.mode = 'cancelled';
  const keep = new Set(handoverOf(run) === 'closing' ? run.index.closes : []);
  cancelWhere(run, (position, life) => !keep.has(position) && idle.has(life.is));
}

const idle: ReadonlySet<Life> = new Set<Life>(['waiting', 'ready', 'retrying', 'asking', 'failed']);

function goBack(run: RunDraft): readonly number[] {
  const { index, lives } = run;
  cancelWhere(run, (position, life) => position < index.backFrom && idle.has(life.is));
  const ready: number[] = [];
  for (let position = index.backFrom; position < index.steps.length; position += 1) {
    const pending = index.waits[position] ?? 0;
    lives.set(position, pending > 0 ? { is: 'waiting', pending } : fresh(index, position));
    if (pending === 0) ready.push(position);
  }
  run.goingBack = true;
  return ready;
}

function cancelWhere(
  { lives }: RunDraft,
  which: (position: number, life: StepLife) => boolean,
): void {
  for (const [position, life] of lives.all()) {
    if (which(position, life)) lives.set(position, { is: 'cancelled' });
  }
}

export function readyPositions({ lives }: RunState): readonly number[] {
  const ready: number[] = [];
  for (let position = 0; ready.length < lives.ready; position += 1) {
    if (lives.at(position).is === 'ready') ready.push(position);
  }
  return ready;
}

export type HandoverPhase = 'none' | 'ahead' | 'open' | 'closing' | 'closed' | 'going-back';

/** Where a run stands in its handover: from `open` on writes may be held. */
export function handoverOf(state: RunState): HandoverPhase {
  const { opens, closes } = state.index;
  if (opens.length === 0) return 'none';
  if (state.goingBack) return 'going-back';
  if (!hasBegun(state, opens)) return 'ahead';
  if (!hasBegun(state, closes)) return 'open';
  return closes.every((position) => settledLife.has(state.lives.at(position).is))
    ? 'closed'
    : 'closing';
}

/** Whether any of these steps has. */
export function hasBegun({ lives }: RunState, positions: readonly number[]): boolean {
  return positions.some((position) => !untouched.has(lives.at(position).is));
}

const untouched: ReadonlySet<Life> = new Set<Life>(['waiting', 'ready', 'cancelled', 'skipped']);
const settledLife: ReadonlySet<Life> = new Set<Life>(['done', 'skipped']);

/**
 * Why a run can't be cancelled now; null: it can. One that goes back is on the way to a writer, and
 * is left alone; once that way has failed, a person may give it up too.
 */
export function whyNoCancel(state: RunState): string | null {
  const { ended, goingBack, mode } = state;
  if (ended !== null) return `the run has ended: ${ended}`;
  if (!goingBack) return mode === 'cancelled' ? 'the run is cancelled already' : null;
  const back = livesOfWayBack(state);
  const hasFailed = back.includes('failed') && !back.some(isUnderWay);
  return hasFailed ? null : 'the run is going back already';
}

/** Whether a person gave up the way back of this run: nobody may write, and writes may be held. */
export function isWayBackGivenUp(state: RunState): boolean {
  return livesOfWayBack(state).includes('cancelled');
}

function livesOfWayBack({ index, lives }: RunState): readonly Life[] {
  return index.steps.slice(index.backFrom).map((_, one) => lives.at(index.backFrom + one).is);
}

function illegal(transition: Transition, why: string): IllegalTransition {
  const of = 'step' in transition ? ` of ${transition.step}` : '';
  return new IllegalTransition(`illegal transition '${transition.type}'${of}: ${why}`);
}

/** The state after record 0. */
export function begin(input: {
  readonly run: string;
  readonly epoch: number;
  readonly plan: Plan;
  readonly topology: Topology;
  readonly platformDigest: string;
}): RunState {
  const index = indexOf(input.plan);
  const lives = index.steps.map((step, position): StepLife => {
    if (position >= index.backFrom) return { is: 'dormant' };
    const pending = index.waits[position] ?? 0;
    if (pending > 0) return { is: 'waiting', pending };
    return { is: 'ready', attempt: 0, lastAttempt: step.retry.attemptsMax };
  });
  return {
    ...input,
    index,
    lives: livesOf(lives),
    mode: 'running',
    goingBack: false,
    ended: null,
    sequence: 1,
    takenOver: false,
  };
}
