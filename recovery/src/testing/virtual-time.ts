/**
 * So many turns of the queue of promises without a call: nobody who is ready is left. The longest
 * way from one call to the next, through the driver, its journal and this world, takes nine.
 */
const quietTurns = 12;

/**
 * A clock that moves only when everybody waits: time is a queue of what is due. Deterministic, so
 * the same seed gives the same run, and an hour takes no time.
 */
export class VirtualTime {
  private readonly queue: {
    readonly at: number;
    readonly order: number;
    readonly due: () => void;
  }[] = [];
  private order = 0;
  private clock = 0;
  private calls = 0;

  now(): number {
    return this.clock;
  }

  /** Resolves `forMs` from now. */
  wait(forMs: number): Promise<void> {
    return new Promise((resolve) => this.at(this.clock + forMs, resolve));
  }

  after(forMs: number, due: () => void): void {
    this.at(this.clock + forMs, due);
  }

  at(time: number, due: () => void): void {
    this.calls += 1;
    const entry = { at: Math.max(time, this.clock), order: this.order++, due };
    let index = this.queue.length;
    while (index > 0 && isLater(this.queue[index - 1], entry)) index -= 1;
    this.queue.splice(index, 0, entry);
  }

  /** Moves time on until it is over or nothing is due, where nobody waits by a promise. */
  run(isOver: () => boolean): void {
    while (!isOver()) {
      const next = this.queue.pop();
      if (next === undefined) return;
      this.clock = next.at;
      next.due();
    }
  }

  /** Moves time on until the promise settles; what would wait for ever is an error. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const end = () => {
      settled = true;
    };
    promise.then(end, end);
    for (;;) {
      await this.quiet();
      if (settled) return promise;
      const next = this.queue.pop();
      if (next === undefined) throw new Error(`nothing is due at ${this.clock} ms, yet one waits`);
      this.clock = next.at;
      next.due();
    }
  }

  /** Lets everything that is due later but is not waited for happen too. */
  async drain(): Promise<void> {
    for (;;) {
      await this.quiet();
      const next = this.queue.pop();
      if (next === undefined) return;
      this.clock = next.at;
      next.due();
    }
  }

  /** Until no promise that is ready makes another call. */
  private async quiet(): Promise<void> {
    let seen = this.calls;
    for (let turn = 0; turn < quietTurns; turn += 1) {
      await null;
      if (seen === this.calls) continue;
      seen = this.calls;
      turn = -1;
    }
  }
}

/** The queue is kept with what is due first at its end. */
function isLater(
  one: { readonly at: number; readonly order: number } | undefined,
  other: { readonly at: number; readonly order: number },
): boolean {
  if (one === undefined) return false;
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

/** A small generator of numbers in [0, 1): the same seed, the same numbers. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
