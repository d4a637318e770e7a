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
  | {
      readonly is: 'done';
      readonly attempt: number;
      readonly facts: Facts;
      /** This controller's monotonic ms; before it took over, longer ago than it can tell. */
      readonly at: number;
    }
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
export const underWay: readonly Life[] = ['running', 'checking', 'retrying'];
/** The lives in which a step is no longer in the way of the run's end. */
export const settled: readonly Life[] = ['done', 'skipped', 'cancelled', 'dormant'];

/** Where each life is counted. */
const places: { readonly [L in Life]: number } = {
  waiting: 0,
  ready: 1,
  running: 2,
  checking: 3,
  retrying: 4,
  asking: 5,
  failed: 6,
  done: 7,
  skipped: 8,
  cancelled: 9,
  dormant: 10,
};

/** About as many as a plan of 1,000 steps has chunks, so that a change copies the least. */
const chunkSize = 16;

/**
 * The lives of all steps by position, as a value: changing one copies its chunk and the list of
 * chunks, never the run. 1,000 steps are 63 chunks.
 */
export class Lives {
  private readonly chunks: readonly (readonly StepLife[])[];
  private readonly counts: readonly number[];

  private constructor(chunks: readonly (readonly StepLife[])[], counts: readonly number[]) {
    this.chunks = chunks;
    this.counts = counts;
  }

  static of(lives: readonly StepLife[]): Lives {
    const chunks: StepLife[][] = [];
    for (let start = 0; start < lives.length; start += chunkSize) {
      chunks.push(lives.slice(start, start + chunkSize));
    }
    const counts = Object.values(places).map(
      (place) => lives.filter(({ is }) => places[is] === place).length,
    );
    return new Lives(chunks, counts);
  }

  at(position: number): StepLife {
    const life = this.chunks[Math.floor(position / chunkSize)]?.[position % chunkSize];
    if (life === undefined) throw new Error(`no step at position ${position}`);
    return life;
  }

  with(position: number, life: StepLife): Lives {
    return this.withAll([[position, life]]);
  }

  /** Several at once, each of another step. */
  withAll(changes: readonly (readonly [position: number, life: StepLife])[]): Lives {
    const chunks = this.chunks.slice();
    const counts = this.counts.slice();
    let copied = -1;
    let chunk: StepLife[] = [];
    for (const [position, life] of changes) {
      const which = Math.floor(position / chunkSize);
      const from = places[this.at(position).is];
      const to = places[life.is];
      if (which !== copied) {
        chunk = (chunks[which] ?? []).slice();
        chunks[which] = chunk;
        copied = which;
      }
      chunk[position % chunkSize] = life;
      counts[from] = (counts[from] ?? 0) - 1;
      counts[to] = (counts[to] ?? 0) + 1;
    }
    return new Lives(chunks, counts);
  }

  count(is: Life): number {
    return this.counts[places[is]] ?? 0;
  }

  countOf(which: readonly Life[]): number {
    let sum = 0;
    for (const is of which) sum += this.count(is);
    return sum;
  }

  /** Every life with its position; for what happens once a run, not once an event. */
  *all(): Iterable<readonly [position: number, life: StepLife]> {
    let position = 0;
    for (const chunk of this.chunks) for (const life of chunk) yield [position++, life];
  }
}
