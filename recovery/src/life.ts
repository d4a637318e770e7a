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

/** Whether something is under way, and will report back. */
export function isUnderWay(is: Life): boolean {
  return is === 'running' || is === 'checking' || is === 'retrying';
}

/** Whether a step is no longer in the way of the run's end. */
export function isSettled(is: Life): boolean {
  return is === 'done' || is === 'skipped' || is === 'cancelled' || is === 'dormant';
}

/** About as many as a plan of 1,000 steps has chunks, so that a change copies the least. */
const chunkBits = 4;
const chunkSize = 2 ** chunkBits;

/** How many steps live so: what is asked for after each event. */
interface Counts {
  readonly ready: number;
  readonly underWay: number;
  readonly settled: number;
}

/** The lives of all steps by position, as a value. */
export interface Lives extends Counts {
  at(position: number): StepLife;
  /** Whether any step lives so; for what happens once a run, not once an event. */
  some(is: Life): boolean;
  /** Every life with its position; for what happens once a run, not once an event. */
  all(): Iterable<readonly [position: number, life: StepLife]>;
  /** A copy to be changed; these lives stay as they are. */
  draft(): LivesDraft;
}

export function livesOf(lives: readonly StepLife[]): Lives {
  const chunks: StepLife[][] = [];
  for (let start = 0; start < lives.length; start += chunkSize) {
    chunks.push(lives.slice(start, start + chunkSize));
  }
  return new LivesDraft(chunks, {
    ready: lives.filter(({ is }) => is === 'ready').length,
    underWay: lives.filter(({ is }) => isUnderWay(is)).length,
    settled: lives.filter(({ is }) => isSettled(is)).length,
  });
}

/**
 * Lives that their only holder changes, until it gives them out as a value. It copies the list of
 * chunks, then each chunk that it changes, never the run: 1,000 steps are 63 chunks.
 */
export class LivesDraft implements Lives {
  ready: number;
  underWay: number;
  settled: number;
  private readonly chunks: (readonly StepLife[])[];
  /** The chunk that was changed last: a copy of ours. */
  private own: StepLife[] | null = null;
  private ownAt = -1;

  constructor(chunks: readonly (readonly StepLife[])[], { ready, underWay, settled }: Counts) {
    this.chunks = chunks.slice();
    this.ready = ready;
    this.underWay = underWay;
    this.settled = settled;
  }

  draft(): LivesDraft {
    return new LivesDraft(this.chunks, this);
  }

  at(position: number): StepLife {
    const life = this.chunks[position >> chunkBits]?.[position % chunkSize];
    if (life === undefined) throw new Error(`no step at position ${position}`);
    return life;
  }

  set(position: number, life: StepLife): void {
    this.count(this.at(position).is, -1);
    this.count(life.is, 1);
    const at = position >> chunkBits;
    if (this.own === null || at !== this.ownAt) {
      this.own = (this.chunks[at] ?? []).slice();
      this.ownAt = at;
      this.chunks[at] = this.own;
    }
    this.own[position % chunkSize] = life;
  }

  some(which: Life): boolean {
    return this.chunks.some((chunk) => chunk.some(({ is }) => is === which));
  }

  *all(): Iterable<readonly [position: number, life: StepLife]> {
    let position = 0;
    for (const chunk of this.chunks) for (const life of chunk) yield [position++, life];
  }

  private count(is: Life, by: number): void {
    if (is === 'ready') this.ready += by;
    else if (isUnderWay(is)) this.underWay += by;
    else if (isSettled(is)) this.settled += by;
  }
}
