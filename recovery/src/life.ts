import type { Facts } from './conditions.ts';

/** A step's life. `attempt` counts from 1; `lastAttempt` is the one after which it has failed. */
export type StepLife =
  | { readonly is: 'waiting'; readonly pending: number }
  | { readonly is: 'ready'; readonly attempt: number; readonly lastAttempt: number }
  | Attempted<'running'>
  | (Attempted<'checking'> & {
      /** Whether the effect may not have happened: no answer came, or another controller asked. */
      readonly uncertain: 'no' | 'no-answer' | 'taken-over';
    })
  | Attempted<'retrying'>
  | Attempted<'asking'>
  | Attempted<'failed'>
  | { readonly is: 'done'; readonly attempt: number; readonly facts: Facts }
  | { readonly is: 'skipped' }
  | { readonly is: 'cancelled' }
  /** On the way back of a handover, which may never be gone. */
  | { readonly is: 'dormant' };

interface Attempted<Is extends string> {
  readonly is: Is;
  readonly attempt: number;
  readonly lastAttempt: number;
  /** This controller's monotonic ms when the attempt began: older observations don't count. */
  readonly since: number;
}

export type Life = StepLife['is'];

/** The lives in which something is under way and will report back. */
export const underWay: ReadonlySet<Life> = new Set<Life>(['running', 'checking', 'retrying']);
/** The lives in which a step is no longer in the way of the run's end. */
export const settled: ReadonlySet<Life> = new Set<Life>([
  'done',
  'skipped',
  'cancelled',
  'dormant',
]);

const chunkSize = 64;

/**
 * The lives of all steps by position, as a value: changing one copies its chunk and the list of
 * chunks, never the run. 1,000 steps are 16 chunks.
 */
export class Lives {
  private readonly chunks: readonly (readonly StepLife[])[];
  private readonly counts: ReadonlyMap<Life, number>;

  private constructor(chunks: readonly (readonly StepLife[])[], counts: ReadonlyMap<Life, number>) {
    this.chunks = chunks;
    this.counts = counts;
  }

  static of(lives: readonly StepLife[]): Lives {
    const chunks: StepLife[][] = [];
    const counts = new Map<Life, number>();
    for (let start = 0; start < lives.length; start += chunkSize) {
      chunks.push(lives.slice(start, start + chunkSize));
    }
    for (const { is } of lives) counts.set(is, (counts.get(is) ?? 0) + 1);
    return new Lives(chunks, counts);
  }

  at(position: number): StepLife {
    const life = this.chunks[Math.floor(position / chunkSize)]?.[position % chunkSize];
    if (life === undefined) throw new Error(`no step at position ${position}`);
    return life;
  }

  with(position: number, life: StepLife): Lives {
    const before = this.at(position);
    const which = Math.floor(position / chunkSize);
    const chunks = [...this.chunks];
    const chunk = [...(chunks[which] ?? [])];
    chunk[position % chunkSize] = life;
    chunks[which] = chunk;
    if (before.is === life.is) return new Lives(chunks, this.counts);
    const counts = new Map(this.counts);
    counts.set(before.is, this.count(before.is) - 1);
    counts.set(life.is, this.count(life.is) + 1);
    return new Lives(chunks, counts);
  }

  count(is: Life): number {
    return this.counts.get(is) ?? 0;
  }

  countOf(which: ReadonlySet<Life>): number {
    let sum = 0;
    for (const [is, count] of this.counts) if (which.has(is)) sum += count;
    return sum;
  }

  /** Every life with its position; for what happens once a run, not once an event. */
  *all(): Iterable<readonly [position: number, life: StepLife]> {
    let position = 0;
    for (const chunk of this.chunks) for (const life of chunk) yield [position++, life];
  }
}
