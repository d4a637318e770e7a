import type { MemoryModel } from '@outrigger/recovery';

/** Two who acknowledged writes of one store at the same time. */
export interface TwoWriters {
  readonly component: string;
  readonly detail: string;
}

/** Of these at most can one still believe in its lease: each new writer begins after a fence. */
const newestHeld = 4;

/**
 * Whether anybody answers beside somebody else, looked at again and again while it goes on: each
 * pair is told once.
 */
export class Writers {
  private readonly told = new Set<string>();

  check(model: MemoryModel): readonly TwoWriters[] {
    const found: TwoWriters[] = [];
    for (const component of model.stores.keys()) {
      const truth = model.truthOf(component);
      if (truth === null) continue;
      truth.settle();
      const now = model.now();
      const held = truth.lease.held.slice(-newestHeld);
      for (const [index, one] of held.entries()) {
        for (const other of held.slice(index + 1)) {
          if (one.member === other.member) continue;
          const until = Math.min(one.toMs, other.toMs, now);
          if (until <= Math.max(one.fromMs, other.fromMs)) continue;
          const detail = `${one.member} and ${other.member} both wrote ${component}`;
          if (this.told.has(detail)) continue;
          this.told.add(detail);
          found.push({ component, detail });
        }
      }
    }
    return found;
  }
}
