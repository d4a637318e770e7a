import { decideApproval, isFenceWithoutProof } from './approval.ts';
import { obey } from './command.ts';
import { judge, subjectOf } from './conditions.ts';
import type { EngineIntervals, RunEvent, Timer } from './effect.ts';
import { isSettled, isUnderWay, type StepLife } from './life.ts';
import { handoverOf, isWayBackGivenUp, type RunState, readyPositions } from './run-state.ts';
import type { Question } from './transition.ts';
import {
  type Current,
  epochOf,
  isTurning,
  mayStart,
  questionOf,
  type Stepped,
  Turn,
} from './turn.ts';
import type { Observation, Outcome } from './world.ts';

/**
 * One event in, the next state and what to do about it out. It is deterministic and total: what
 * comes late, twice or for an attempt that is over changes nothing. All records of one call are one
 * append, which comes before every other effect.
 */
export function step(state: RunState, event: RunEvent, intervals: EngineIntervals): Stepped {
  const turn = new Turn(state, event.now, intervals);
  switch (event.type) {
    case 'started':
      turn.start(readyPositions(state));
      break;
    case 'taken-over':
      takeOver(turn, event.controller);
      break;
    case 'command':
      obey(turn, event.command);
      break;
    default: {
      const one = currentOf(turn, event);
      if (one === null) break;
      if (event.type === 'outcome') onOutcome(turn, one, event.outcome);
      else if (event.type === 'observed') onObserved(turn, one, event.observations);
      else onTimer(turn, one, event.timer);
    }
  }
  considerGoingBack(turn);
  considerEnd(turn);
  return turn.finish();
}

function considerGoingBack(turn: Turn) {
  const { state } = turn;
  if (handoverOf(state) !== 'open' || !isTurning(state)) return;
  if (state.index.inside.some((position) => isUnderWay(state.lives.at(position).is))) return;
  const failed = state.index.inside.find((position) => state.lives.at(position).is === 'failed');
  const step = failed === undefined ? undefined : state.index.steps[failed];
  const why = step === undefined ? 'the run was cancelled' : `${step.id} failed`;
  turn.record({ type: 'going-back', why });
}

function considerEnd(turn: Turn) {
  const { lives, index, mode, goingBack, ended } = turn.state;
  if (ended !== null) return;
  if (goingBack ? isBack(turn.state) : lives.settled === index.steps.length) {
    const isGivenUp = goingBack ? isWayBackGivenUp(turn.state) : mode === 'cancelled';
    const status = isGivenUp ? 'cancelled' : goingBack ? 'went-back' : 'done';
    turn.record({ type: 'ended', status });
  } else if (mode === 'cancelled' && !goingBack && isStill(turn.state)) {
    turn.record({ type: 'ended', status: 'cancelled' });
  }
}

/** What failed on the way forward once there was no way but back does not keep it from ending. */
function isBack({ index, lives }: RunState): boolean {
  if (lives.underWay > 0) return false;
  for (let position = index.backFrom; position < index.steps.length; position += 1) {
    if (!isSettled(lives.at(position).is)) return false;
  }
  return true;
}

/** Nothing is under way: only a person can move the run on. */
export function isStill(state: RunState): boolean {
  if (state.lives.underWay > 0) return false;
  return state.lives.ready === 0 || state.mode === 'paused';
}

type Attempted = Current & { readonly life: Extract<StepLife, { readonly since: number }> };

/** The step that an event is about; null where it comes late, or of another attempt. */
function currentOf(
  turn: Turn,
  event: { readonly step: string; readonly attempt: number },
): Current | null {
  const one = turn.current(event.step);
  if (one === null || turn.state.ended !== null) return null;
  return 'attempt' in one.life && one.life.attempt === event.attempt ? one : null;
}

function isAttempted(one: Current): one is Attempted {
  return 'since' in one.life;
}

function onOutcome(turn: Turn, one: Current, outcome: Outcome) {
  if (!isAttempted(one)) return;
  const { is } = one.life;
  if (is !== 'running' && is !== 'checking') return;
  switch (outcome.kind) {
    case 'done':
      return onDone(turn, one, outcome);
    case 'accepted':
      return look(turn, one, 'accepted', false, outcome.handle);
    case 'unknown':
      return look(turn, one, outcome.why, true);
    case 'refused':
      return turn.record({ type: 'failed', step: one.step.id, why: `refused: ${outcome.why}` });
    case 'failed':
      return tryAgain(turn, one, outcome.why);
  }
}

function onDone(turn: Turn, one: Attempted, outcome: Extract<Outcome, { kind: 'done' }>) {
  const subject = subjectOf(one.step.action);
  const facts = outcome.facts ?? {};
  const seen: Observation = { subject, at: outcome.at, status: 'known', facts };
  if (isFenceWithoutProof(one.step, facts)) return turn.ask(one, 'two-writers', facts);
  const verdict = judge(one.step.check, [seen], context(turn, one));
  if (verdict.kind === 'met') {
    return turn.record({ type: 'done', step: one.step.id, by: 'outcome', facts });
  }
  look(turn, one, 'done, but not yet seen', false);
}

function context(turn: Turn, one: Attempted) {
  return { notBefore: one.life.since, epoch: epochOf(turn.state, one.position) };
}

/** Not failed, not proven: the check decides. */
function look(
  turn: Turn,
  one: Attempted,
  why: string,
  uncertain: boolean,
  handle: string | null = null,
) {
  if (one.life.is !== 'running') return;
  turn.record({ type: 'checking', step: one.step.id, why, uncertain, handle });
  turn.observe(one.step, one.life.attempt);
}

function onObserved(turn: Turn, one: Current, observations: readonly Observation[]) {
  if (one.life.is === 'ready') return onGuard(turn, one, observations);
  if (!isAttempted(one) || (one.life.is !== 'checking' && one.life.is !== 'running')) return;
  if (one.step.action.verb === 'approve') return decideApproval(turn, one, observations);
  const verdict = judge(one.step.check, observations, context(turn, one));
  if (
    verdict.kind === 'met' &&
    (one.step.check.length > 0 || one.life.is !== 'checking' || one.life.uncertain === 'no')
  ) {
    return turn.record({
      type: 'done',
      step: one.step.id,
      by: 'observation',
      facts: verdict.facts,
    });
  }
  const fenced = observations.find((seen) => seen.status === 'known')?.facts;
  if (fenced && isFenceWithoutProof(one.step, fenced)) return turn.ask(one, 'two-writers', fenced);
  const uncertain = one.life.is === 'checking' ? one.life.uncertain : 'no';
  if (uncertain === 'taken-over') return turn.perform(one);
  if (uncertain === 'no-answer' && verdict.kind === 'unmet') {
    return tryAgain(turn, one, verdict.why);
  }
  turn.wait(one.step, one.life.attempt, 'poll');
}

function onGuard(turn: Turn, one: Current, observations: readonly Observation[]) {
  if (one.life.is !== 'ready' || !mayStart(turn.state, one.position)) return;
  const { epoch } = turn.state;
  const verdict = judge(one.step.guard, observations, { notBefore: 0, epoch });
  if (verdict.kind === 'met') turn.perform(one);
  else turn.wait(one.step, one.life.attempt, 'poll');
}

function tryAgain(turn: Turn, one: Attempted, why: string) {
  const within = turn.state.index.inside.includes(one.position);
  const turning = within && handoverOf(turn.state) === 'open' && isTurning(turn.state);
  // A cancel gives up the way forward; the way back is tried as often as any other.
  const cancelled = turn.state.mode === 'cancelled' && one.position < turn.state.index.backFrom;
  if (turning || cancelled || one.life.attempt >= one.life.lastAttempt) {
    return turn.record({ type: 'failed', step: one.step.id, why });
  }
  turn.record({ type: 'retrying', step: one.step.id, why });
  turn.wait(one.step, one.life.attempt, 'backoff');
}

function onTimer(turn: Turn, one: Current, timer: Timer) {
  const { step, life } = one;
  if (timer === 'poll') {
    if (life.is === 'ready') turn.observe(step, life.attempt, step.guard);
    else if (life.is === 'checking') turn.observe(step, life.attempt);
    return;
  }
  if (!isAttempted(one)) return;
  if (timer === 'backoff') {
    if (life.is !== 'retrying') return;
    if (isTurning(turn.state) && turn.state.index.inside.includes(one.position)) {
      return turn.record({ type: 'failed', step: step.id, why: 'the handover is given up' });
    }
    return turn.perform(one);
  }
  if (life.is === 'running') {
    look(turn, one, 'no answer in time', true);
    turn.wait(step, one.life.attempt, 'patience');
  } else if (life.is === 'checking') {
    if (step.action.verb === 'approve') return decideApproval(turn, one, []);
    tryAgain(turn, one, 'the check was not met in time');
  }
}

/** Looks first, performs again only what isn't there. */
function takeOver(turn: Turn, controller: string) {
  if (turn.state.ended !== null) return;
  turn.record({ type: 'taken-over', controller });
  for (const [position, life] of turn.state.lives.all()) {
    const step = turn.state.index.steps[position];
    if (step === undefined) continue;
    if (life.is === 'checking') {
      turn.observe(step, life.attempt);
      turn.wait(step, life.attempt, 'patience');
    } else if (life.is === 'retrying') {
      turn.wait(step, life.attempt, 'backoff');
    } else if (life.is === 'asking') {
      const why = step.action.verb === 'fence' ? 'two-writers' : String(step.action.arguments.why);
      turn.add({ type: 'ask', question: questionOf(step, asQuestion(why), {}) });
    }
  }
  holdOn(turn);
  turn.start(readyPositions(turn.state));
}

function asQuestion(why: string): Question['why'] {
  return why === 'overwrite' || why === 'two-writers' ? why : 'may-lose-data';
}

/** The limit of a hold may have passed while nobody drove: it is asked for once more. */
function holdOn(turn: Turn) {
  if (handoverOf(turn.state) !== 'open') return;
  for (const position of turn.state.index.opens) {
    const step = turn.state.index.steps[position];
    const life = turn.state.lives.at(position);
    if (step === undefined || life.is !== 'done') continue;
    const { action } = step;
    const epoch = turn.state.epoch;
    turn.add({ type: 'perform', step: step.id, attempt: life.attempt, epoch, action });
  }
}
