import type { Load, LoadStatus } from '@outrigger/lab';

/**
 * Nothing is broken or moved while clients still suffer from what was before: what a phase measures
 * would be that of two. A machine that has no processor to spare may take seconds to serve what
 * waited; one that has finds its clients calm when the phase before ends.
 */
export const calmRule = {
  /** For so long no request failed and none was slow, ms. */
  forMs: 1_000,
  /** Of the clients' answers, p99 in ms: several times what it is with nothing broken. */
  p99MsMax: 250,
  /**
   * A machine on which clients are never calm is drilled all the same, ms. Once that was waited for
   * in vain, nobody waits again before they have been calm.
   */
  limitMs: 15_000,
};

export interface CalmWatch {
  /** Resolves when clients are calm, with true; with false when they are not after `limitMs`. */
  calm(signal: AbortSignal): Promise<boolean>;
  stop(): void;
}

/** Follows the clients from now on, so that whoever asks need not wait for what has been seen. */
export function watchCalm(load: Pick<Load, 'onStatus'>, rule = calmRule): CalmWatch {
  let sinceMs: number | null = null;
  let isCalm = false;
  let isInVain = false;
  let waiting: (() => void)[] = [];

  const stop = load.onStatus((status) => {
    if (!isWell(status, rule.p99MsMax)) {
      sinceMs = null;
      isCalm = false;
      return;
    }
    sinceMs ??= status.atMs;
    isCalm = status.atMs - sinceMs >= rule.forMs;
    if (!isCalm) return;
    isInVain = false;
    const woken = waiting;
    waiting = [];
    for (const wake of woken) wake();
  });

  return {
    stop,
    calm(signal) {
      if (isCalm || isInVain) return Promise.resolve(isCalm);
      return new Promise((resolve, reject) => {
        const limit = setTimeout(() => {
          isInVain = true;
          end(() => resolve(false));
        }, rule.limitMs);
        const onAbort = (): void => end(() => reject(signal.reason));
        const end = (settle: () => void): void => {
          clearTimeout(limit);
          signal.removeEventListener('abort', onAbort);
          settle();
        };
        signal.addEventListener('abort', onAbort, { once: true });
        waiting.push(() => end(() => resolve(true)));
      });
    },
  };
}

function isWell({ failed, latencyMs }: LoadStatus, p99MsMax: number): boolean {
  return failed === 0 && latencyMs !== null && latencyMs.p99 <= p99MsMax;
}
