import { EventEmitter } from 'node:events';
import type { ProcessIdentity } from './identity.ts';

/**
 * `starting`: the process runs and has not answered yet. `running`: it has answered, ready or not.
 * `crashed`: it ended by itself and waits for its restart. `stopped`: we ended it, or never began.
 */
export type ChildState = 'starting' | 'running' | 'crashed' | 'stopped';

export interface ChildStatus {
  readonly state: ChildState;
  /** Whether the newest answer of /readyz was 200. */
  readonly ready: boolean;
  readonly identity: ProcessIdentity | null;
  readonly restarts: number;
  /** How it ended the last time: `exit 1`, `SIGKILL`, or why it could not be started. */
  readonly lastEnd: string | null;
}

/** A child's status, and those who want to hear of its changes. */
export interface ToldStatus {
  now(): ChildStatus;
  change(part: Partial<ChildStatus>): void;
  /** Called after each change; answers how to stop listening. */
  onChange(listener: (status: ChildStatus) => void): () => void;
  /** Resolves true when ready, false at the limit or when it is stopped. */
  whenReady(limitMs: number): Promise<boolean>;
}

export function stoppedStatus(): ToldStatus {
  const changes = new EventEmitter<{ change: [ChildStatus] }>();
  changes.setMaxListeners(0);
  let status: ChildStatus = {
    state: 'stopped',
    ready: false,
    identity: null,
    restarts: 0,
    lastEnd: null,
  };
  return {
    now: () => status,
    change(part) {
      const before = status;
      status = { ...status, ...part };
      const told = ['state', 'ready', 'identity', 'restarts'] as const;
      if (told.some((field) => status[field] !== before[field])) changes.emit('change', status);
    },
    onChange(listener) {
      changes.on('change', listener);
      return () => changes.off('change', listener);
    },
    whenReady: (limitMs) =>
      new Promise((resolve) => {
        const look = () => {
          const { ready, state } = status;
          if (ready || state === 'stopped') finish(ready);
        };
        const limit = setTimeout(() => finish(false), limitMs);
        const finish = (ready: boolean) => {
          clearTimeout(limit);
          changes.off('change', look);
          resolve(ready);
        };
        changes.on('change', look);
        look();
      }),
  };
}
