import { refused } from '../service/outcome.ts';

/**
 * So many at one time; those who come after wait for their turn, but not for long. A service that
 * takes more than it can do answers everybody too late: each client gives up, comes again on a new
 * connection, and the work that was done for it is lost. Who waits here has cost nothing yet, and
 * is refused while its client still listens.
 */
export interface Bulkhead {
  /** As many as may be are on their way. */
  readonly isBusy: boolean;
  run<Result>(task: () => Promise<Result>): Promise<Result>;
}

interface Waiting {
  readonly sinceMs: number;
  readonly go: () => void;
  readonly refuse: (why: Error) => void;
}

export function createBulkhead(options: {
  readonly runningMax: number;
  /** 0: nobody waits. */
  readonly waitMsMax: number;
}): Bulkhead {
  const { runningMax, waitMsMax } = options;
  let running = 0;
  const queue: Waiting[] = [];
  let timer: NodeJS.Timeout | null = null;

  const tooMany = (): Error =>
    refused(
      `${runningMax} requests are on their way and this one waited its time: try again later`,
    );

  /** Whoever came first has waited longest: one timer, for the first, is enough. */
  function watchFirst(): void {
    const [first] = queue;
    if (timer !== null || first === undefined) return;
    timer = setTimeout(
      () => {
        timer = null;
        refuseOld();
        watchFirst();
      },
      Math.max(1, first.sinceMs + waitMsMax - performance.now()),
    );
  }

  function refuseOld(): void {
    const oldestMs = performance.now() - waitMsMax;
    while (queue[0] !== undefined && queue[0].sinceMs <= oldestMs) queue.shift()?.refuse(tooMany());
  }

  function turn(): Promise<void> {
    if (waitMsMax === 0) return Promise.reject(tooMany());
    return new Promise((resolve, reject) => {
      queue.push({ sinceMs: performance.now(), go: resolve, refuse: reject });
      watchFirst();
    });
  }

  return {
    get isBusy() {
      return running >= runningMax;
    },
    async run(task) {
      // Whoever goes takes over the place of the one that ended, so nobody can slip in between.
      if (running < runningMax) running += 1;
      else await turn();
      try {
        return await task();
      } finally {
        refuseOld();
        const next = queue.shift();
        if (next === undefined) running -= 1;
        else next.go();
      }
    },
  };
}
