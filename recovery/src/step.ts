import type { Action, Json } from './action.ts';
import type { Subject } from './world.ts';

/** `{ run: 'epoch' }` stands for the run's epoch: a plan is made before its epoch is known. */
export type Expected = Json | { readonly run: 'epoch' };

/** One fact of one subject, compared. A fact that is unknown or missing is never met. */
export interface Condition {
  readonly subject: Subject;
  readonly fact: string;
  readonly is: 'equal' | 'at-least' | 'at-most' | 'one-of';
  readonly value: Expected;
}

export interface RetryPolicy {
  readonly attemptsMax: number;
  /** Name of a timing (facts about a world), not a number: a plan carries no durations. */
  readonly backoff: 'short' | 'long';
}

/** A control plane that a step needs, so that static stability can be checked. */
export interface ControlPlane {
  /** AWS's service prefix: `rds`, `eks`, `globalaccelerator`. */
  readonly service: string;
  /** The region that it runs in; `global` names the service whose control plane has one home. */
  readonly region: string;
}

export interface Step {
  /** `orders-db/promote`; unique in its plan. */
  readonly id: string;
  /** Ids of the steps that must be done first. */
  readonly after: readonly string[];
  /** All must hold before it starts, beyond `after`. Empty: it starts at once. */
  readonly guard: readonly Condition[];
  readonly action: Action;
  /** All must hold, in observations not older than the perform, for it to be done. */
  readonly check: readonly Condition[];
  readonly retry: RetryPolicy;
  readonly controlPlanes: readonly ControlPlane[];
  readonly mayLoseData: boolean;
  /** Not on the way to the first served client: redundancy, capacity beyond the minimum. */
  readonly background: boolean;
  /** In words, for the runbook: "accepts a write". */
  readonly doneWhen: string;
}
