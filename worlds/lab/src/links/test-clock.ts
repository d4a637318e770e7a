import type { LinkClock } from './directed-link.ts';

/** Time that passes when a test says so. */
export interface ManualClock extends LinkClock {
  advance(ms: number): void;
}

export function manualClock(): ManualClock {
  let nowMs = 0;
  let calls: { atMs: number; callback: () => void }[] = [];
  return {
    now: () => nowMs,
    wake(afterMs, callback) {
      const call = { atMs: nowMs + afterMs, callback };
      calls.push(call);
      return () => {
        calls = calls.filter((other) => other !== call);
      };
    },
    advance(ms) {
      const untilMs = nowMs + ms;
      for (;;) {
        const next = calls
          .filter((call) => call.atMs <= untilMs)
          .sort((left, right) => left.atMs - right.atMs)[0];
        if (next === undefined) break;
        calls = calls.filter((call) => call !== next);
        nowMs = next.atMs;
        next.callback();
      }
      nowMs = untilMs;
    },
  };
}
