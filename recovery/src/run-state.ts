import type { Facts } from './conditions.ts';
import { type Life, Lives, type StepLife, underWay } from './life.ts';
import type { Plan } from './plan.ts';
import type { Step } from './step.ts';
import type { Topology } from './topology.ts';
import type { EndStatus, RunTransition, StepTransition, Transition } from './transition.ts';

/** A run so far: what its journal says, and nothing else. A value; `apply` makes the next one. */
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

/** What never changes in a run: its steps in order (the way back last), and who waits for whom. */
export interface PlanIndex {
  readonly steps: readonly Step[];
  readonly positions: ReadonlyMap<string, number>;
  readonly dependents: readonly (readonly number[])[];
  /** How many steps each waits for. */
  readonly waits: readonly number[];
  /** By position, where there are any: approvals that it waits for which may lapse. */
  readonly lapsing: ReadonlyMap<number, readonly number[]>;
  /** Positions of the steps by which data is lost, if any is. */
  readonly takeovers: readonly number[];
  /** Positions from here on are the way back. */
  readonly backFrom: number;
  readonly opens: readonly number[];
  readonly inside: readonly number[];
  readonly closes: readonly number[];
  readonly insideOrClosing: ReadonlySet<number>;
}

export interface Applied {
  readonly state: RunState;
  /** Positions of the steps that this made ready. */
  readonly ready: readonly number[];
}

/** The one function that changes a run. An illegal transition names itself. */
export function apply(state: RunState, transition: Transition, now: number): Applied {
  if (state.ended !== null) throw illegal(transition, `the run has ended: ${state.ended}`);
  if ('step' in transition) return applyToStep(state, transition, now);
  return applyToRun({ ...state, sequence: state.sequence + 1 }, transition, now);
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

function applyToStep(state: RunState, transition: StepTransition, now: number): Applied {
  const position = state.index.positions.get(transition.step);
  if (position === undefined) throw illegal(transition, 'the plan has no such step');
  const life = state.lives.at(position);
  if (!legalFrom[transition.type].includes(life.is)) {
    throw illegal(transition, `the step is ${life.is}`);
  }
  const step = state.index.steps[position];
  switch (transition.type) {
    case 'performing': {
      const lastAttempt = lastAttemptOf(life, step);
      const { attempt } = transition;
      return become(state, position, { is: 'running', attempt, lastAttempt, since: now });
    }
    case 'checking': {
      const uncertain = transition.uncertain ? 'no-answer' : 'no';
      return become(state, position, { is: 'checking', ...attempted(life, step, now), uncertain });
    }
    case 'retrying':
    case 'failed':
    case 'asking':
      return become(state, position, { is: transition.type, ...attempted(life, step, now) });
    case 'denied':
      return become(state, position, { is: 'cancelled' });
    case 'retried': {
      const attempt = attemptOf(life);
      const lastAttempt = attempt + (step?.retry.attemptsMax ?? 1);
      const ready = become(state, position, { is: 'ready', attempt, lastAttempt });
      return { state: ready.state, ready: [position] };
    }
    case 'done':
      return settle(state, position, doneLife(attemptOf(life), transition.facts, now));
    case 'lapsed':
      return unsettle(state, position, life);
    case 'approved': {
      const facts = { approvedBy: transition.who };
      return settle(state, position, doneLife(attemptOf(life), facts, now));
    }
    case 'skipped':
      return settle(state, position, { is: 'skipped' });
  }
}

const none: readonly number[] = [];

function become(state: RunState, position: number, life: StepLife): Applied {
  return { state: withLives(state, state.lives.with(position, life)), ready: none };
}

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

/** The run after a record of one of its steps. */
function withLives(state: RunState, lives: Lives): RunState {
  return { ...state, lives, sequence: state.sequence + 1 };
}

/** Done or skipped: who waits for it waits for one less. */
function settle(state: RunState, position: number, life: StepLife): Applied {
  const changes: [position: number, life: StepLife][] = [[position, life]];
  const ready: number[] = [];
  for (const dependent of state.index.dependents[position] ?? none) {
    const waiting = state.lives.at(dependent);
    if (waiting.is !== 'waiting') continue;
    const pending = waiting.pending - 1;
    if (pending === 0) ready.push(dependent);
    changes.push([dependent, pending > 0 ? { is: 'waiting', pending } : fresh(state, dependent)]);
  }
  return { state: withLives(state, state.lives.withAll(changes)), ready };
}

/** Not done any more: who has not begun waits for it again. Its next attempt is not its first. */
function unsettle(state: RunState, position: number, life: StepLife): Applied {
  const attempt = ('attempt' in life ? life.attempt : 0) + 1;
  const lastAttempt = attempt + (state.index.steps[position]?.retry.attemptsMax ?? 1);
  const changes: [position: number, life: StepLife][] = [
    [position, { is: 'ready', attempt, lastAttempt }],
  ];
  for (const dependent of state.index.dependents[position] ?? none) {
    const waiting = state.lives.at(dependent);
    if (waiting.is === 'waiting') {
      changes.push([dependent, { is: 'waiting', pending: waiting.pending + 1 }]);
    } else if (waiting.is === 'ready') changes.push([dependent, { is: 'waiting', pending: 1 }]);
  }
  return { state: withLives(state, state.lives.withAll(changes)), ready: [position] };
}

function fresh(state: RunState, position: number): StepLife {
  const lastAttempt = state.index.steps[position]?.retry.attemptsMax ?? 1;
  return { is: 'ready', attempt: 0, lastAttempt };
}

function applyToRun(state: RunState, transition: RunTransition, now: number): Applied {
  switch (transition.type) {
    case 'started':
      throw illegal(transition, 'the run has started already');
    case 'taken-over':
      return { state: takeOver(state, now), ready: [] };
    case 'paused':
      if (state.mode !== 'running') throw illegal(transition, `the run is ${state.mode}`);
      return { state: { ...state, mode: 'paused' }, ready: [] };
    case 'resumed':
      if (state.mode !== 'paused') throw illegal(transition, `the run is ${state.mode}`);
      return { state: { ...state, mode: 'running' }, ready: readyPositions(state) };
    case 'cancelled': {
      const why = whyNoCancel(state);
      if (why !== null) throw illegal(transition, why);
      return { state: cancel({ ...state, mode: 'cancelled' }), ready: [] };
    }
    case 'going-back':
      if (state.goingBack) throw illegal(transition, 'the run is going back already');
      return goBack(state);
    case 'ended':
      return { state: { ...state, ended: transition.status }, ready: [] };
  }
}

/** What was under way is looked at before it is performed again, and by this controller's clock. */
function takeOver(state: RunState, now: number): RunState {
  let { lives } = state;
  for (const [position, life] of state.lives.all()) {
    if (life.is !== 'running' && life.is !== 'checking') continue;
    const { attempt, lastAttempt } = life;
    const uncertain = 'taken-over';
    lives = lives.with(position, { is: 'checking', attempt, lastAttempt, since: now, uncertain });
  }
  return { ...state, lives, takenOver: true };
}

/** What has not begun never will, save the end of a handover that is past turning back. */
function cancel(state: RunState): RunState {
  const keep = new Set(handoverOf(state) === 'closing' ? state.index.closes : []);
  return cancelWhere(state, (position, life) => !keep.has(position) && idle.has(life.is));
}

const idle: ReadonlySet<Life> = new Set<Life>(['waiting', 'ready', 'retrying', 'asking', 'failed']);

function goBack(state: RunState): Applied {
  const stopped = cancelWhere(
    state,
    (position, life) => position < state.index.backFrom && idle.has(life.is),
  );
  let { lives } = stopped;
  const ready: number[] = [];
  for (let position = state.index.backFrom; position < state.index.steps.length; position += 1) {
    const pending = state.index.waits[position] ?? 0;
    lives = lives.with(position, pending > 0 ? { is: 'waiting', pending } : fresh(state, position));
    if (pending === 0) ready.push(position);
  }
  return { state: { ...stopped, lives, goingBack: true }, ready };
}

function cancelWhere(
  state: RunState,
  which: (position: number, life: StepLife) => boolean,
): RunState {
  let { lives } = state;
  for (const [position, life] of state.lives.all()) {
    if (which(position, life)) lives = lives.with(position, { is: 'cancelled' });
  }
  return { ...state, lives };
}

export function readyPositions(state: RunState): readonly number[] {
  const ready: number[] = [];
  if (state.lives.count('ready') === 0) return ready;
  for (const [position, life] of state.lives.all()) if (life.is === 'ready') ready.push(position);
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
  const hasFailed = back.includes('failed') && !back.some((is) => underWay.includes(is));
  return hasFailed ? null : 'the run is going back already';
}

/** Whether a person gave up the way back of this run: nobody may write, and writes may be held. */
export function isWayBackGivenUp(state: RunState): boolean {
  return livesOfWayBack(state).includes('cancelled');
}

function livesOfWayBack({ index, lives }: RunState): readonly Life[] {
  return index.steps.slice(index.backFrom).map((_, one) => lives.at(index.backFrom + one).is);
}

function illegal(transition: Transition, why: string): Error {
  const of = 'step' in transition ? ` of ${transition.step}` : '';
  return new Error(`illegal transition '${transition.type}'${of}: ${why}`);
}

/** Whether data is lost by it, if any is, or another store's: all move together. */
function takesOver({ action: { verb }, mayLoseData }: Step): boolean {
  return verb === 'promote' || (mayLoseData && verb !== 'approve');
}

export function indexOf(plan: Plan): PlanIndex {
  const back = plan.handover?.back ?? [];
  const steps = [...plan.steps, ...back];
  const positions = new Map(steps.map((step, position) => [step.id, position]));
  const position = (id: string): number => {
    const found = positions.get(id);
    if (found === undefined) throw new Error(`the plan has no step ${id}`);
    return found;
  };
  const mayLapse = steps.flatMap((step, own) => (isByLag(step) ? [own] : []));
  const takeovers = steps.flatMap((step, own) => (takesOver(step) ? [own] : []));
  const dependents: number[][] = steps.map(() => []);
  const lapsing = new Map<number, readonly number[]>();
  const waits = steps.map((step, own) => {
    const before = new Set(step.after.map(position));
    // All move together or not at all, and a plan leaves out what goes without saying.
    if (takeovers.includes(own)) for (const approval of mayLapse) before.add(approval);
    for (const one of before) dependents[one]?.push(own);
    const found = mayLapse.filter((approval) => before.has(approval));
    if (found.length > 0) lapsing.set(own, found);
    return before.size;
  });
  const inside = (plan.handover?.inside ?? []).map(position);
  const closes = (plan.handover?.closes ?? []).map(position);
  return {
    steps,
    positions,
    dependents,
    waits,
    lapsing,
    takeovers,
    backFrom: plan.steps.length,
    opens: (plan.handover?.opens ?? []).map(position),
    inside,
    closes,
    insideOrClosing: new Set([...inside, ...closes]),
  };
}

/** Whether a lag may stand for a yes; nothing comes before it, so no circle comes of waiting. */
function isByLag({ action, after }: Step): boolean {
  return (
    action.verb === 'approve' && action.arguments.policy === 'lag-within-rpo' && after.length === 0
  );
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
    lives: Lives.of(lives),
    mode: 'running',
    goingBack: false,
    ended: null,
    sequence: 1,
    takenOver: false,
  };
}
