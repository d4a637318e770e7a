import { decideApproval, lapsedBefore } from './approval.ts';
import { subjectOf, subjectsOf } from './conditions.ts';
import type { Effect, EngineIntervals, NewRecord, Timer } from './effect.ts';
import type { StepLife } from './life.ts';
import { apply, draftOf, handoverOf, type RunDraft, type RunState } from './run-state.ts';
import type { Step } from './step.ts';
import type { Question, Transition } from './transition.ts';

export interface Stepped {
  readonly state: RunState;
  readonly effects: readonly Effect[];
}

/** One step where it stands. */
export interface Current {
  readonly position: number;
  readonly step: Step;
  readonly life: StepLife;
}

/** What one call of `step` has decided so far. Lives as long as the call. */
export class Turn {
  state: RunState;
  /** What `state` is once something has changed: a value that nobody else has yet. */
  private draft: RunDraft | null = null;
  readonly now: number;
  readonly intervals: EngineIntervals;
  private readonly records: NewRecord[] = [];
  private effects: Effect[] = [];

  constructor(state: RunState, now: number, intervals: EngineIntervals) {
    this.state = state;
    this.now = now;
    this.intervals = intervals;
  }

  /** Journals a transition, applies it, and starts what it made ready. */
  record(event: Transition): void {
    // Whatever came before it: a record is on disk before any effect begins.
    if (this.records.length === 0) {
      this.effects = [{ type: 'append', records: this.records }, ...this.effects];
    }
    const { sequence } = this.state;
    const epoch = this.state.epoch + (this.state.goingBack ? 1 : 0);
    this.records.push({ sequence, epoch, monotonicMs: this.now, event });
    this.draft ??= draftOf(this.state);
    this.state = this.draft;
    this.start(apply(this.draft, event, this.now));
  }

  add(effect: Effect): void {
    this.effects.push(effect);
  }

  current(id: string): Current | null {
    const position = this.state.index.positions.get(id);
    const step = position === undefined ? undefined : this.state.index.steps[position];
    if (position === undefined || step === undefined) return null;
    return { position, step, life: this.state.lives.at(position) };
  }

  start(positions: readonly number[]): void {
    for (const position of positions) {
      const step = this.state.index.steps[position];
      const life = this.state.lives.at(position);
      if (step === undefined || life.is !== 'ready' || !mayStart(this.state, position)) continue;
      if (this.lapse(position)) continue;
      if (step.action.verb === 'approve') decideApproval(this, { position, step, life });
      else if (step.guard.length > 0) this.observe(step, life.attempt, step.guard);
      else this.perform({ position, step, life });
    }
  }

  /** Whether it has to wait, since what it was approved by is not so any more for all we know. */
  private lapse(position: number): boolean {
    const lapsed = lapsedBefore(this, position);
    for (const { id } of lapsed) {
      this.record({ type: 'lapsed', step: id, why: 'more may be lost by now than the RPO allows' });
    }
    return lapsed.length > 0;
  }

  perform({ position, step, life }: Current): void {
    const attempt = ('attempt' in life ? life.attempt : 0) + 1;
    this.record({ type: 'performing', step: step.id, attempt });
    const epoch = epochOf(this.state, position);
    this.add({ type: 'perform', step: step.id, attempt, epoch, action: step.action });
    this.wait(step, attempt, 'patience');
  }

  observe(step: Step, attempt: number, conditions = step.check): void {
    const subjects = subjectsOf(conditions);
    const seen = subjects.length > 0 ? subjects : [subjectOf(step.action)];
    this.add({ type: 'observe', step: step.id, attempt, subjects: seen });
  }

  wait(step: Step, attempt: number, timer: Timer): void {
    const { pollMs, backoffMs, patienceMs } = this.intervals;
    const { backoff } = step.retry;
    const forMs =
      timer === 'poll' ? pollMs : timer === 'backoff' ? backoffMs[backoff] : patienceMs[backoff];
    const subject = subjectOf(step.action);
    this.add({ type: 'wait', step: step.id, attempt, timer, forMs, subject });
  }

  ask({ step }: Current, why: Question['why'], facts: Question['facts']): void {
    this.record({ type: 'asking', step: step.id, question: why, facts });
    this.add({ type: 'ask', question: questionOf(step, why, facts) });
  }

  finish(): Stepped {
    const { effects, state } = this;
    return { state, effects };
  }
}

export function questionOf(step: Step, why: Question['why'], facts: Question['facts']): Question {
  return { step: step.id, component: step.action.component, why, facts };
}

/** The way back runs under the epoch after the run's: nothing late of the way forward is obeyed. */
export function epochOf(state: RunState, position: number): number {
  return state.epoch + (position >= state.index.backFrom ? 1 : 0);
}

/** A pause holds everything back but a handover under way: writes are never left held by it. */
export function mayStart(state: RunState, position: number): boolean {
  const back = position >= state.index.backFrom;
  if (state.goingBack) return back;
  const within = state.index.insideOrClosing.has(position);
  const phase = handoverOf(state);
  if (within && phase === 'open' && isTurning(state)) return false;
  if (state.mode === 'running') return true;
  return within && (phase === 'closing' || (phase === 'open' && state.mode === 'paused'));
}

/** Whether an open handover can't be finished any more. */
export function isTurning(state: RunState): boolean {
  if (state.mode === 'cancelled') return true;
  return state.index.inside.some((position) => {
    const { is } = state.lives.at(position);
    return is === 'failed' || is === 'cancelled';
  });
}
