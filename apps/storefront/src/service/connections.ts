import { type Connection, StatementError } from './connection.ts';

/** The open connections to one member, and those who wait for a free one. */
export interface Connections {
  readonly count: number;
  readonly busy: number;
  /** How many wait for a free one. */
  readonly waiting: number;
  /** Whether a statement has been without an answer since before `atMs`, `performance.now()`. */
  hasRunSince(atMs: number): boolean;
  /** A free one; rejects when none became free in time. */
  take(timeoutMs: number): Promise<Connection>;
  /** A new one, or one that was taken. What is more than is wanted now is closed. */
  put(connection: Connection): void;
  /** It was lost; when it was the last one, whoever waits has nothing to wait for. */
  drop(connection: Connection): void;
  /** Drops those that wait for an answer. */
  abandon(): void;
  close(): void;
}

interface Waiter {
  readonly take: (connection: Connection) => void;
  readonly fail: (error: StatementError) => void;
}

/** `size`: how many are wanted now. `onWait`: somebody begins to wait. */
export function createConnections(size: () => number, onWait: () => void): Connections {
  const idle: Connection[] = [];
  const running = new Map<Connection, number>();
  const waiters = new Set<Waiter>();
  const count = (): number => idle.length + running.size;

  function failAll(why: string): void {
    for (const waiter of waiters) waiter.fail(new StatementError(why, 'closed'));
    waiters.clear();
  }

  function waitFor(timeoutMs: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiters.delete(waiter);
        reject(new StatementError('no connection became free in time', 'waiting'));
      }, timeoutMs);
      const waiter: Waiter = {
        take: (given) => {
          clearTimeout(timer);
          resolve(given);
        },
        fail: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      waiters.add(waiter);
      onWait();
    });
  }

  return {
    get count() {
      return count();
    },
    get busy() {
      return running.size;
    },
    get waiting() {
      return waiters.size;
    },
    hasRunSince(atMs) {
      for (const startedAt of running.values()) if (startedAt < atMs) return true;
      return false;
    },
    take(timeoutMs) {
      const connection = idle.pop();
      if (connection !== undefined) {
        running.set(connection, performance.now());
        return Promise.resolve(connection);
      }
      if (count() > 0) return waitFor(timeoutMs);
      return Promise.reject(new StatementError('no connection to the member', 'closed'));
    },
    put(connection) {
      running.delete(connection);
      if (!connection.alive) return;
      const next = waiters.values().next();
      if (next.done === true) {
        if (count() >= size()) connection.destroy();
        else idle.push(connection);
        return;
      }
      waiters.delete(next.value);
      running.set(connection, performance.now());
      next.value.take(connection);
    },
    drop(connection) {
      const at = idle.indexOf(connection);
      if (at >= 0) idle.splice(at, 1);
      running.delete(connection);
      if (count() === 0) failAll('every connection to the member was lost');
    },
    abandon() {
      for (const connection of [...running.keys()]) connection.destroy();
    },
    close() {
      for (const connection of [...idle, ...running.keys()]) connection.destroy();
      failAll('the service stops');
    },
  };
}
