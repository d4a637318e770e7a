import type { JournalRecord } from './journal.ts';
import type { PerformContext } from './world.ts';

/**
 * Which attempts a journal has announced. An effect is journaled before it happens, and each
 * further attempt anew: that an earlier one was says nothing of it.
 */
export class Announced {
  private readonly attempts = new Set<string>();

  /** As they are durable. */
  add(records: readonly JournalRecord[]): void {
    for (const { run, event } of records) {
      const { attempt, step, type } = event;
      if (type === 'performing') this.attempts.add(`${run} ${step} ${attempt}`);
    }
  }

  has({ run, step, attempt }: Omit<PerformContext, 'epoch'>): boolean {
    return this.attempts.has(`${run} ${step} ${attempt}`);
  }
}
