import type { Action } from '../action.ts';
import type { Observation, Outcome, PerformContext, Subject } from '../world.ts';

/**
 * A world on virtual time for whoever runs on the same clock: an answer is a call, made when it is
 * due, with no promise in between. It never calls back before it has returned.
 */
export interface DirectWorld {
  perform(action: Action, context: PerformContext, then: (outcome: Outcome) => void): void;
  observe(subject: Subject, then: (observation: Observation) => void): void;
}
