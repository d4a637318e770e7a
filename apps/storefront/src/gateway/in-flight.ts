/**
 * Counts the writes that were let through and have not ended. While new ones are held, only those
 * count that were let through before.
 */
export interface InFlight {
  /** How many a handover has to wait for. */
  readonly count: number;
  /** How many of them have come out of the queue. */
  readonly fromQueue: number;
  /** One is let through; the answer is called when it has ended, however it ended. */
  begin(fromQueue: boolean): () => void;
  /** New ones are held from now on, until `endHold`; false when they were already. */
  beginHold(): boolean;
  endHold(): void;
  /** Resolves when `count` is 0, or after `timeoutMs`. */
  quiet(timeoutMs: number): Promise<void>;
}

/** `onEnd`: one has ended, so another may be let through. */
export function countInFlight(onEnd: () => void): InFlight {
  let all = 0;
  let fromQueue = 0;
  /** Of all, how many began before the last hold did. */
  let before = 0;
  let holds = 0;
  let isHolding = false;
  const listeners = new Set<() => void>();
  const count = (): number => (isHolding ? before : all);

  return {
    get count() {
      return count();
    },
    get fromQueue() {
      return fromQueue;
    },
    begin(isFromQueue) {
      all += 1;
      if (isFromQueue) fromQueue += 1;
      const begunIn = holds;
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        all -= 1;
        if (begunIn < holds) before -= 1;
        if (isFromQueue) fromQueue -= 1;
        onEnd();
        if (count() === 0) for (const listener of listeners) listener();
      };
    },
    beginHold() {
      if (isHolding) return false;
      isHolding = true;
      holds += 1;
      before = all;
      return true;
    },
    endHold() {
      isHolding = false;
    },
    quiet(timeoutMs) {
      if (count() === 0) return Promise.resolve();
      return new Promise((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          listeners.delete(end);
          resolve();
        };
        const timer = setTimeout(end, timeoutMs);
        listeners.add(end);
      });
    },
  };
}
