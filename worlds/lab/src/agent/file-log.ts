import { type FSWatcher, mkdirSync, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** A file of the store: content-addressed, so it is written once and never changed. */
export interface FileChange {
  readonly sha256: string;
  /** Monotonic ms at which this agent saw it. */
  readonly atMs: number;
}

/**
 * Which files a region's store holds, in the order in which this agent saw them appear. The folder
 * is the region's (as EFS is), so every agent of the region keeps the same list by itself.
 */
export interface FileLog {
  length(): number;
  after(sequence: number): readonly FileChange[];
  has(sha256: string): boolean;
  path(sha256: string): string;
  /** Resolves when there is a change after `sequence`, or after `waitMs`. */
  wait(sequence: number, waitMs: number): Promise<void>;
  close(): void;
}

const sha256Name = /^[0-9a-f]{64}$/;

/** The first two hex digits of a file's name are its folder: made ahead, so each can be watched. */
export const prefixes: readonly string[] = Array.from({ length: 256 }, (_, index) =>
  index.toString(16).padStart(2, '0'),
);

export function openFileLog(folder: string, now: () => number): FileLog {
  const changes: FileChange[] = [];
  const known = new Set<string>();
  const watchers: FSWatcher[] = [];
  let waiters: (() => void)[] = [];

  const see = (name: string | null): void => {
    if (name === null || !sha256Name.test(name) || known.has(name)) return;
    known.add(name);
    changes.push({ sha256: name, atMs: now() });
    const woken = waiters;
    waiters = [];
    for (const resolve of woken) resolve();
  };
  for (const prefix of prefixes) {
    const sub = join(folder, prefix);
    mkdirSync(sub, { recursive: true });
    // Watch before listing: a file that appears in between is seen twice and counted once.
    watchers.push(watch(sub, (_, name) => see(name)));
    for (const name of readdirSync(sub)) see(name);
  }
  return {
    length: () => changes.length,
    after: (sequence) => changes.slice(sequence),
    has: (sha256) => known.has(sha256),
    path: (sha256) => join(folder, sha256.slice(0, 2), sha256),
    wait(sequence, waitMs) {
      if (changes.length > sequence || waitMs <= 0) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, waitMs);
        waiters.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
    close: () => {
      for (const watcher of watchers) watcher.close();
    },
  };
}
