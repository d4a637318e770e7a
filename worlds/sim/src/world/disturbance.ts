import type { Platform } from '@outrigger/model';
import type {
  Action,
  DirectWorld,
  Duration,
  Loss,
  MemoryWorld,
  Moment,
  PerformContext,
  Plan,
} from '@outrigger/recovery';
import type { Figure, RunDraws } from './figure.ts';

/** A plan, and the platform that it is for. */
export interface Where {
  readonly plan: Plan;
  readonly platform: Platform;
}

/** What a disturbance finds when a run begins, at the moment of the failure. */
export interface Stage extends Where {
  readonly memory: MemoryWorld;
  readonly draws: RunDraws;
  /** One call of a control plane, ms, drawn under a name. */
  readonly callMs: (name: string) => number;
  /** Until a call that nobody answers is given up. */
  readonly noAnswerMs: number;
  /**
   * More is lost than was known, while the recovery runs: it is noticed, and planned anew. False
   * where clients are served already: that loss is another recovery's, and does not happen.
   */
  readonly spreads: (loss: Loss) => boolean;
  /** It has befallen the run, for the tally. */
  readonly befalls: () => void;
}

/** What something takes in one run, ms, and how that is known. */
export interface Taken {
  readonly ms: number;
  readonly duration: Duration;
}

/** How a run differs where it is disturbed; what is left out stays as it is. */
export interface Interference {
  /** When the failure is noticed, ms after it. */
  readonly detectMs?: (ms: number) => number;
  /** How long something after the last step takes: `serve`, `ttl`, `forget`. */
  readonly moment?: (id: Moment['id'], so: Taken) => Taken;
  /** How far a store's copies are behind, ms. */
  readonly lagMs?: (component: string, ms: number) => number;
  /** How long an effect takes from now on, and how that is known. */
  readonly effect?: (action: Action, context: PerformContext, so: Taken) => Taken;
  /** The world as the controller meets it. */
  readonly world?: (inner: DirectWorld) => DirectWorld;
}

/** One thing that goes wrong in a real recovery, as data with its sources and what it does. */
export interface Disturbance {
  readonly name: string;
  /** One line, for `--help`. */
  readonly about: string;
  readonly figures: { readonly [figure: string]: Figure };
  /** How often a year it is to be expected, where its figures tell. */
  readonly perYear?: (where: Where) => number | null;
  /** Of one run; it may let things happen at any time from then on. */
  readonly disturb: (stage: Stage) => Interference;
}
