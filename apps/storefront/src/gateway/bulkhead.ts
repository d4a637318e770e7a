import { refused } from '../service/outcome.ts';

/**
 * At most so many at one time; the next one is told so at once. A service that takes more than it
 * can do answers everybody too late: each client gives up, comes again on a new connection, and
 * the work that was done for it is lost. Refusing early keeps what is answered in time.
 */
export interface Bulkhead {
  /** More than half of what it takes is on its way. */
  readonly isBusy: boolean;
  run<Result>(task: () => Promise<Result>): Promise<Result>;
}

export function createBulkhead(max: number): Bulkhead {
  let running = 0;
  return {
    get isBusy() {
      return running > max / 2;
    },
    async run(task) {
      if (running >= max)
        throw refused(`${max} requests are on their way already: try again later`);
      running += 1;
      try {
        return await task();
      } finally {
        running -= 1;
      }
    },
  };
}
