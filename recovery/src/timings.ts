import type { Action, Verb } from './action.ts';
import type { Plan } from './plan.ts';

/** All in ms. `lognormal` by its median and p99: mu = ln(median), sigma = ln(p99/median)/2.3263. */
export type Distribution =
  | { readonly kind: 'constant'; readonly ms: number }
  | { readonly kind: 'uniform'; readonly lowMs: number; readonly highMs: number }
  | { readonly kind: 'lognormal'; readonly medianMs: number; readonly p99Ms: number };

/** What is timed and is no verb of its own. */
export type MomentName =
  | 'detect'
  | 'backoff-short'
  | 'backoff-long'
  | 'serve'
  | 'forget'
  | 'first-write'
  | 'promote-in-sync'
  | 'start'
  | 'lag'
  | 'backup-age'
  | 'load'
  | 'person'
  | 'poll'
  | 'patience-short'
  | 'patience-long'
  | 'hold-limit'
  | 'call'
  | 'no-answer';

/** One duration with where it comes from. What is assumed is printed as assumed. */
export interface Timing {
  /** A component kind, or `*` for what no kind changes (detection, approval, backoff). */
  readonly kind: string;
  /**
   * Besides the verbs: `detect`, `serve` and `forget` are timed by the kind of the entry, where a
   * world knows it. `serve` is from a failover's last step until every client is served, `forget`
   * from the end of a name's time to live until the last client has asked for it again (a world
   * that times none has no name servers). `first-write` is from the release of held writes until
   * one of them is answered, `start` a `scale` of a service of which nothing runs yet,
   * `promote-in-sync` a `promote` that loses nothing: a managed database does that by itself, and
   * faster. A world without these two takes the verb's. `lag` is how far a store's copy in another
   * region is behind at the moment of a failure: what a failover may lose; `backup-age` the same of
   * its newest backup there. `load` is one GiB of a backup until it is loaded. `person` is from a
   * question until somebody has answered it; a world without it answers as `approve` is timed.
   * `poll`, `patience-…` and `backoff-…` are the engine's own intervals there. `call` is one call
   * of a control plane until it is answered, `no-answer` until one that nobody answers is given up,
   * `hold-limit` the longest that writes are held which nobody releases.
   */
  readonly verb: Verb | MomentName;
  /** The checks that it counts with, where these decide; a plan's entry may check otherwise. */
  readonly checks?: Checks;
  /** The only recoveries that it is for; all others have the row without it. */
  readonly during?: During;
  readonly distribution: Distribution;
  readonly basis: 'measured' | 'documented' | 'assumed';
  readonly source: string;
}

/** How an entry looks at a region: every so often, until so many answers in a row are alike. */
export interface Checks {
  readonly intervalMs: number;
  readonly threshold: number;
}

/** Recoveries of one intent, towards one region: what they take may differ from the others. */
export type During = Pick<Plan, 'intent' | 'to'>;

/** One duration that was measured, under the names by which a world times it. */
export interface MeasuredTime extends Pick<Timing, 'kind' | 'verb'> {
  readonly during: During;
  readonly ms: number;
}

/** A world's timing data. Lab timings never judge an AWS objective. */
export interface Timings {
  readonly world: 'sim' | 'lab' | 'aws';
  /**
   * Whether a region in which writes stay serves its clients before it is admitted anew. In the lab
   * it did in every drill. AWS's documents leave open where clients are sent while no region is
   * healthy, so there (absent: no) clients wait for it.
   */
  readonly staysAdmitted?: boolean;
  /**
   * Kinds that this world plays by another, and so times as that one where they have no row of
   * their own: the lab's PostgreSQL stands in for Aurora.
   */
  readonly playedBy?: { readonly [kind: string]: string };
  readonly timings: readonly Timing[];
}

/** How much an action brings back from a backup, GiB: so many times it is timed; null: nothing. */
export function gibLoaded({ arguments: { gib } }: Action): number | null {
  return typeof gib === 'number' ? gib : null;
}

/** The name under which a world times an action. */
export function timedAs(action: Action): Timing['verb'] {
  const { verb, arguments: given } = action;
  if (gibLoaded(action) !== null) return 'load';
  const isStart = verb === 'scale' && given.before === 0 && Number(given.replicas ?? 0) > 0;
  return isStart ? 'start' : verb;
}

/** The names to look an action's duration up by: the first that a world has timed counts. */
export function timingNames(action: Action): readonly Timing['verb'][] {
  const name = timedAs(action);
  if (name === 'load') return [name];
  const losesNothing = name === 'promote' && action.arguments.lossless === true;
  return [...(losesNothing ? ['promote-in-sync' as const] : []), name, action.verb];
}
