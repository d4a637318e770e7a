import type { Action, Json } from './action.ts';

/** What can be looked at. `component` is a key in the platform. */
export type Subject =
  | { readonly kind: 'zone'; readonly region: string; readonly zone: string }
  | { readonly kind: 'region'; readonly region: string }
  | {
      readonly kind: 'component';
      readonly component: string;
      readonly region?: string;
      readonly zone?: string;
    };

/**
 * What was seen. `at` is the world's monotonic time, in ms, at which the asking began: a fact is
 * never older than `at`. What can't be reached is `unknown`, with the last time it was known.
 */
export type Observation =
  | {
      readonly subject: Subject;
      readonly at: number;
      readonly status: 'known';
      readonly facts: { readonly [fact: string]: Json };
    }
  | {
      readonly subject: Subject;
      readonly at: number;
      readonly status: 'unknown';
      /** Monotonic ms at which it was last known; null when it never was. */
      readonly since: number | null;
      readonly why: string;
    };

/** Who performs, and under which epoch. The key of an action is run and step: never the attempt. */
export interface PerformContext {
  readonly run: string;
  readonly step: string;
  /** From 1. Stated for logs; idempotency rests on run and step. */
  readonly attempt: number;
  readonly epoch: number;
}

/**
 * What came of an action. Unknown is not failed: the check decides. `facts` is what the performer
 * saw *after* the effect; it counts as an observation made at `at`.
 */
export type Outcome =
  | {
      readonly kind: 'done';
      readonly at: number;
      readonly facts?: { readonly [fact: string]: Json };
    }
  | { readonly kind: 'accepted'; readonly handle: string }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * Where a plan runs. Four functions; none of them throws for what a world may do to us.
 * Injecting faults is another interface, which the controller cannot import.
 */
export interface World {
  /** Monotonic ms. Never wall-clock time. */
  now(): number;
  observe(subject: Subject): Promise<Observation>;
  perform(action: Action, context: PerformContext): Promise<Outcome>;
  /** Resolves at `now() + forMs`, or earlier when the world has news of `subject`. */
  wait(forMs: number, subject?: Subject): Promise<void>;
}
