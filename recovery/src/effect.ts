import type { Action } from './action.ts';
import type { Command, Question, Transition } from './transition.ts';
import type { Observation, Outcome, Subject } from './world.ts';

/** What the engine wants done, as data. `append` comes first and is flushed before the others. */
export type Effect =
  | { readonly type: 'append'; readonly records: readonly NewRecord[] }
  | {
      readonly type: 'perform';
      readonly step: string;
      readonly attempt: number;
      readonly epoch: number;
      readonly action: Action;
    }
  | {
      readonly type: 'observe';
      readonly step: string;
      readonly attempt: number;
      readonly subjects: readonly Subject[];
    }
  | {
      readonly type: 'wait';
      readonly step: string;
      readonly attempt: number;
      readonly timer: Timer;
      readonly forMs: number;
      readonly subject: Subject;
    }
  | { readonly type: 'ask'; readonly question: Question }
  /** An operator's word that can't be obeyed now; nothing was journaled. */
  | { readonly type: 'reject'; readonly command: Command; readonly why: string };

/** A journal record but for what the driver adds: the run's id and the wall clock. */
export interface NewRecord {
  readonly sequence: number;
  readonly epoch: number;
  readonly monotonicMs: number;
  readonly event: Transition;
}

/** `poll`: look again. `backoff`: try again. `patience`: this attempt has had its time. */
export type Timer = 'poll' | 'backoff' | 'patience';

/** What happened. `now` is the world's monotonic time, in ms. */
export type RunEvent = { readonly now: number } & (
  | { readonly type: 'started' }
  | { readonly type: 'taken-over'; readonly controller: string }
  | {
      readonly type: 'outcome';
      readonly step: string;
      readonly attempt: number;
      readonly outcome: Outcome;
    }
  | {
      readonly type: 'observed';
      readonly step: string;
      readonly attempt: number;
      readonly observations: readonly Observation[];
    }
  | {
      readonly type: 'timer';
      readonly step: string;
      readonly attempt: number;
      readonly timer: Timer;
    }
  | { readonly type: 'command'; readonly command: Command }
);

/** A world's intervals, in ms. A plan carries none, so they come with the driver. */
export interface EngineIntervals {
  /** Between two looks at a check that isn't met. */
  readonly pollMs: number;
  /** How long one attempt may take before it is looked at, then before it is tried again. */
  readonly patienceMs: { readonly short: number; readonly long: number };
  readonly backoffMs: { readonly short: number; readonly long: number };
}
