import type { Connection } from './connection.ts';

/**
 * Opens connections to a member, one after the other: it is not met with a burst of attempts,
 * neither when it is not there nor when it has just become the writer.
 */
export interface Opener {
  /** Opens one more if more are wanted: at once for the first and where somebody waits for it. */
  fill(): void;
  /** One was lost: the next attempt comes after a pause, each time a longer one. */
  failed(): void;
  /** One was lost that will not be there again soon: the next attempt comes after the longest. */
  failedForLong(): void;
  /** The member is well: the next pause is short again. */
  succeeded(): void;
  close(): void;
}

/** A closed port answers at once, so the first tries may follow each other closely. */
const reconnect = { firstMs: 20, mostMs: 250 } as const;
/**
 * Between two new connections that nobody waits for. Each costs a server process: when a writer
 * restarts as a standby, every service of the region comes back to it, and all at once they take
 * the machine from the writes that go on elsewhere.
 */
const fillPauseMs = 100;

export function createOpener(options: {
  readonly open: () => Promise<Connection>;
  readonly wanted: () => boolean;
  readonly isWaitedFor: () => boolean;
  /** True: it is the first one. */
  readonly onOpened: (connection: Connection) => boolean;
}): Opener {
  let isOpening = false;
  let backoffMs: number = reconnect.firstMs;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  function fill(): void {
    if (closed || isOpening || !options.wanted()) return;
    if (options.isWaitedFor() || retry === undefined) void openOne();
  }

  async function openOne(): Promise<void> {
    isOpening = true;
    const opened = await options.open().catch(() => null);
    isOpening = false;
    if (closed) return opened?.destroy();
    if (opened === null || !opened.alive) return failed();
    if (options.onOpened(opened)) fill();
    else later(fillPauseMs);
  }

  function failed(): void {
    if (retry !== undefined) return;
    later(backoffMs);
    backoffMs = Math.min(backoffMs * 2, reconnect.mostMs);
  }

  function later(afterMs: number): void {
    if (closed || retry !== undefined) return;
    retry = setTimeout(() => {
      retry = undefined;
      fill();
    }, afterMs);
  }

  return {
    fill,
    failed,
    failedForLong() {
      backoffMs = reconnect.mostMs;
      failed();
    },
    succeeded() {
      backoffMs = reconnect.firstMs;
    },
    close() {
      closed = true;
      clearTimeout(retry);
    },
  };
}
