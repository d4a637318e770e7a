import type { Verdict } from '@outrigger/recovery';

export interface Detection {
  readonly verdict: Verdict;
  /** Monotonic ms of the verdict. */
  readonly atMs: number;
}

/** Verdicts that nobody has waited for yet. */
export interface VerdictQueue {
  add(detection: Detection): void;
  /** Resolves with the oldest one; rejects when `signal` aborts while there is none. */
  next(signal?: AbortSignal): Promise<Detection>;
  clear(): void;
}

export function createVerdictQueue(): VerdictQueue {
  const pending: Detection[] = [];
  let wake: () => void = () => {};
  return {
    add(detection) {
      pending.push(detection);
      wake();
    },
    async next(signal) {
      for (;;) {
        const detection = pending.shift();
        if (detection !== undefined) return detection;
        signal?.throwIfAborted();
        await new Promise<void>((resolve) => {
          wake = resolve;
          signal?.addEventListener('abort', () => resolve(), { once: true });
        });
      }
    },
    clear() {
      pending.length = 0;
    },
  };
}
