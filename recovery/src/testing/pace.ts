import type { Action, Verb } from '../action.ts';
import type { EngineIntervals } from '../effect.ts';
import type { PerformContext } from '../world.ts';
import { leaseMs } from './memory-lease.ts';

/** How long everything takes in a world on virtual time, ms. */
export interface Pace {
  /** One way, between a controller and any place. */
  readonly legMs: number;
  /** Until what was appended to a journal is on disk. */
  readonly flushMs: number;
  /** Until what is late comes, and until what is slow is answered. */
  readonly lateMs: number;
  readonly slowMs: number;
  /** Until a look that is slow is answered: longer than an attempt may take. */
  readonly slowSightMs: number;
  readonly intervals: EngineIntervals;
  /** Longest that a gateway holds writes which nobody releases. */
  readonly holdMsMax: number;
  /** From the arrival of a request until its effect; asked once for each that arrives. */
  effectMs(action: Action, context: PerformContext): number;
  /** How far a store's copies in other regions are behind now, where they are not faithful. */
  lagMs(component: string): number;
}

/** How long the effects take, ms: of the order of the lab's, only so that time passes. */
const effectMs: { readonly [V in Verb]?: number } = {
  fence: 60,
  promote: 14,
  transfer: 40,
  salvage: 200,
  rejoin: 500,
  'attach-replication': 500,
  scale: 550,
};

export const memoryIntervals: EngineIntervals = {
  pollMs: 20,
  patienceMs: { short: 400, long: 2000 },
  backoffMs: { short: 30, long: 100 },
};

/** The pace of a test bed: nothing of it says how long anything takes anywhere else. */
export function memoryPace(random: () => number, isFaithful: boolean): Pace {
  return {
    legMs: 5,
    flushMs: 2,
    lateMs: 20_000,
    slowMs: 3000,
    slowSightMs: 2500,
    intervals: memoryIntervals,
    holdMsMax: 2000,
    effectMs: (action) => {
      const base = effectMs[action.verb] ?? 5;
      // Without renewals to wait for, a fence waits as long as a lease can last.
      const lease = action.verb === 'fence' && !isFaithful ? leaseMs : 0;
      return lease + base * (1 + 0.1 * random());
    },
    lagMs: () => 40,
  };
}
