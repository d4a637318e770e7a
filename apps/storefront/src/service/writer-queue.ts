/** Those who wait until a writer is known. */
export interface WriterQueue<Writer> {
  readonly size: number;
  /** Null when none is known after `timeoutMs`. */
  wait(timeoutMs: number): Promise<Writer | null>;
  /** Lets everybody go on; null: there will be none. */
  tell(writer: Writer | null): void;
}

export function createWriterQueue<Writer>(): WriterQueue<Writer> {
  const waiting = new Set<(writer: Writer | null) => void>();
  return {
    get size() {
      return waiting.size;
    },
    wait: (timeoutMs) =>
      new Promise((resolve) => {
        const end = (writer: Writer | null): void => {
          clearTimeout(timer);
          waiting.delete(end);
          resolve(writer);
        };
        const timer = setTimeout(() => end(null), timeoutMs);
        waiting.add(end);
      }),
    tell(writer) {
      for (const end of waiting) end(writer);
    },
  };
}
