import type { Kind } from '@outrigger/model';
import type { Intent, Loss, PlanObjective } from './request.ts';
import type { Step } from './step.ts';

/**
 * What will be done, as plain data. It carries no durations (`estimate` adds a world's), no ids and
 * no digests (the run adds them), so the same plan is simulated, rehearsed and run for real.
 */
export interface Plan {
  readonly schemaVersion: 1;
  readonly platform: string;
  readonly intent: Intent;
  readonly failure: Loss | null;
  /** The region that writes leave; null when the writer's region stays. */
  readonly from: string | null;
  /** The region that writes when the plan is done. */
  readonly to: string;
  /**
   * Whether the run owns a new epoch. If so its epoch is one above the highest known, and the one
   * after it is reserved for the way back of a handover. If not it runs under the epoch that is.
   */
  readonly takesEpoch: boolean;
  readonly objective: PlanObjective | null;
  /** The kind of each component that a step names: what timings and adapters are looked up by. */
  readonly kinds: { readonly [component: string]: Kind };
  /** Each step comes later than all it is `after`. */
  readonly steps: readonly Step[];
  /** The stretch in which writes are held; null when none are. */
  readonly handover: Handover | null;
  /** What a reader should know; nothing is wrong. */
  readonly notes: readonly string[];
  /** Shown in red: what the plan needs and should not, or what it can't keep. */
  readonly redFlags: readonly string[];
}

/**
 * From the first hold to the last release a plan either gets through or goes back: when a step
 * inside fails for good (or the run is cancelled), every step inside that has begun is waited for,
 * then `back` is run, under the next epoch, so that nothing late of the way forward is obeyed.
 */
export interface Handover {
  /** Steps that hold writes. */
  readonly opens: readonly string[];
  /** Steps that release them on the new side. From the first of them on there is no way back. */
  readonly closes: readonly string[];
  /** `opens` and what moves the data; without `closes`. */
  readonly inside: readonly string[];
  /** Data goes back to where it was, then writes are released there. */
  readonly back: readonly Step[];
}
