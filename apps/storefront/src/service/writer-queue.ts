/** Those who wait until a writer is known. */
export interface WriterQueue<Writer> {
  readonly size: number;
  /** Null when none is known after `timeoutMs`, or when too many wait already. */
  wait(timeoutMs: number): Promise<Writer | null>;
  /** Lets everybody go on; null: there will be none. */
  tell(writer: Writer | null): void;
}

export function createWriterQueue<Writer>(sizeMax: number): WriterQueue<Writer> {
  const waiting = new Set<(writer: Writer | null) => void>();
  return {
    get size() {
      return waiting.size;
    },
    wait(timeoutMs) {
      if (waiting.size >= sizeMax) return Promise.resolve(null);
      return new Promise((resolve) => {
        const end = (writer: Writer | null): void => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve(writer);
        };
        const timer = setTimeout(() => end(null), timeoutMs);
        waiting.add(end);
      });
    },
    tell(writer) {
      for (const end of waiting) end(writer);
    },
  };
}
