import type { Verb } from './action.ts';
import { type RunState, whyNoCancel } from './run-state.ts';
import type { Command } from './transition.ts';
import { type Current, mayStart, type Turn } from './turn.ts';

/** Steps that nobody may leave out: each guards data or keeps a handover whole. */
const unskippable: ReadonlySet<Verb> = new Set<Verb>([
  'approve',
  'fence',
  'salvage',
  'hold-writes',
  'transfer',
  'release-writes',
]);

/** An operator's word: obeyed and journaled, or rejected with the reason. */
export function obey(turn: Turn, command: Command) {
  const reject = (why: string) => turn.add({ type: 'reject', command, why });
  const { ended, mode } = turn.state;
  const whyNot = whyNoCancel(turn.state);
  if (ended !== null) return reject(`the run has ended: ${ended}`);
  const { who, when } = command;
  switch (command.kind) {
    case 'pause':
      if (mode !== 'running') return reject(`the run is ${mode}`);
      return turn.record({ type: 'paused', who, when });
    case 'resume':
      if (mode !== 'paused') return reject(`the run is ${mode}`);
      return turn.record({ type: 'resumed', who, when });
    case 'cancel':
      if (whyNot !== null) return reject(whyNot);
      return turn.record({ type: 'cancelled', who, when, why: command.why });
    default:
      return obeyForStep(turn, command, reject);
  }
}

const givenUp = 'is given up: the run is not going there';

type StepCommand = Extract<Command, { readonly step: string }>;

function obeyForStep(turn: Turn, command: StepCommand, reject: (why: string) => void) {
  const one = turn.current(command.step);
  if (one === null) return reject(`the plan has no step ${command.step}`);
  const { step, who, when, why } = command;
  const { is } = one.life;
  switch (command.kind) {
    case 'approve':
      if (is !== 'asking' && !isFailedFence(one))
        return reject(`${step} asks nothing: it is ${is}`);
      return turn.record({ type: 'approved', step, who, when, why });
    case 'deny':
      if (is !== 'asking') return reject(`${step} asks nothing: it is ${is}`);
      turn.record({ type: 'denied', step, who, when, why });
      if (turn.state.mode === 'cancelled') return;
      return turn.record({ type: 'cancelled', who, when, why: `${step} was denied: ${why}` });
    case 'retry':
      if (is !== 'failed') return reject(`${step} has not failed: it is ${is}`);
      if (isGivenUp(turn.state, one.position)) return reject(`${step} ${givenUp}`);
      return turn.record({ type: 'retried', step, who, when, why });
    case 'skip':
      if (unskippable.has(one.step.action.verb) && !isBlockedBack(turn, one)) {
        if (isGivenUp(turn.state, one.position)) return reject(`${step} ${givenUp}`);
        const orCancel = whyNoCancel(turn.state) === null ? ', or cancel the run' : '';
        return reject(`${step} may not be skipped: retry it${orCancel}`);
      }
      if (['running', 'checking', 'done', 'skipped', 'cancelled', 'dormant'].includes(is)) {
        return reject(`${step} can't be skipped: it is ${is}`);
      }
      return turn.record({ type: 'skipped', step, who, when, why });
  }
}

/** It would never start: the run goes back, or was cancelled. */
function isGivenUp(state: RunState, position: number): boolean {
  if (state.goingBack) return position < state.index.backFrom;
  return state.mode === 'cancelled' && !mayStart(state, position);
}

/** Ids of the steps that have failed and may be tried again. */
export function retriableSteps(state: RunState): readonly string[] {
  if (state.ended !== null) return [];
  return state.index.steps.flatMap(({ id }, position) =>
    state.lives.at(position).is === 'failed' && !isGivenUp(state, position) ? [id] : [],
  );
}

/**
 * The old side can't take over again, since it is not what it was: somebody else has become the
 * writer meanwhile. A person may leave that to the next run, or this one would never end.
 */
function isBlockedBack({ state }: Turn, { life, position, step }: Current): boolean {
  if (position < state.index.backFrom || life.is !== 'failed') return false;
  return step.action.verb === 'transfer';
}

function isFailedFence({ step, life }: Current): boolean {
  return step.action.verb === 'fence' && life.is === 'failed';
}
