import type { Duration } from '@outrigger/recovery';
import type { Taken } from './disturbance.ts';

/**
 * How something that a run waits for would be another, to see what that is worth. `drawn`: it is
 * another thing, with a duration of its own. `always` and `halved`: of what it took in that run,
 * whatever disturbed it.
 */
export type Change =
  | { readonly kind: 'drawn'; readonly duration: Duration }
  | { readonly kind: 'always'; readonly ms: number }
  | { readonly kind: 'halved' };

/** By the names of draws. */
export type Changes = ReadonlyMap<string, Change>;

/** How something comes to take what it takes. */
export interface Making {
  readonly duration: Duration;
  readonly drawn: (duration: Duration) => number;
  /** Whatever the timings say; null: as they do. */
  readonly takes?: () => Taken | null;
  /** What disturbs it makes of it. */
  readonly disturbed?: (so: Taken) => Taken;
}

/** What takes part in a run, made in this order: what it is, what disturbs it, what is tried. */
export class Changed {
  private readonly changes: Changes;

  constructor(changes: Changes) {
    this.changes = changes;
  }

  taken(name: string, { disturbed, drawn, duration, takes }: Making): Taken {
    const change = this.changes.get(name);
    const another = change?.kind === 'drawn' ? change.duration : null;
    const as = (of: Duration): Taken => ({ ms: drawn(of), duration: of });
    const base = another === null ? (takes?.() ?? as(duration)) : as(another);
    const so = disturbed?.(base) ?? base;
    if (change?.kind === 'always') return { ...so, ms: change.ms };
    if (change?.kind === 'halved') return { ...so, ms: so.ms / 2 };
    return so;
  }

  /** What is not done any more cannot be disturbed either. */
  isGone(name: string): boolean {
    const change = this.changes.get(name);
    if (change?.kind !== 'drawn') return false;
    const { distribution } = change.duration;
    return distribution.kind === 'constant' && distribution.ms === 0;
  }
}
