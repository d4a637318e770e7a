import { refused } from '../service/outcome.ts';
import {
  type Change,
  type Command,
  type Course,
  courseOf,
  expireHold,
  type GateState,
  obey,
} from './gate-state.ts';

/** How a write goes on; `leave` must be called when it has ended, however it ended. */
export interface Pass {
  readonly course: Extract<Course, { readonly kind: 'here' | 'forward' }>;
  readonly leave: () => void;
}

/**
 * The gate that every write goes through: it counts those in flight, and queues them during a hold.
 */
export interface Gate {
  readonly state: GateState;
  readonly held: number;
  /** Let through and not ended; while writes are held, only those that were let through before. */
  readonly inFlight: number;
  /** When a command was last obeyed, or the process began; `performance.now()`. */
  readonly toldAtMs: number;
  /**
   * Resolves when the write may go on; rejects with `refused`. An aborted wait leaves the queue.
   */
  enter(forwardedIn: number | null, gone: AbortSignal): Promise<Pass>;
  obey(command: Command, deadlineMs?: number): Change;
  /** Resolves when `inFlight` is 0, or after `timeoutMs`. */
  quiet(timeoutMs: number): Promise<void>;
  close(): void;
}

export const gateLimits = {
  heldMax: 2_000,
  /** Writes of the queue that are on their way at one time, when it drains. */
  drainingMax: 64,
  holdDeadlineMs: 5_000,
};

interface Held {
  readonly forwardedIn: number | null;
  readonly go: (course: Course) => void;
}

export function createGate(options: {
  readonly initial: GateState;
  readonly onExpire: () => void;
  readonly limits?: Partial<typeof gateLimits>;
}): Gate {
  const limits = { ...gateLimits, ...options.limits };
  let state = options.initial;
  let inFlight = 0;
  /** Of those in flight, how many began before the last hold did. */
  let before = 0;
  let holds = 0;
  let draining = 0;
  let toldAtMs = performance.now();
  let deadline: NodeJS.Timeout | undefined;
  // A Set keeps the order of arrival, and forgets a client that went away at no cost.
  const queue = new Set<Held>();
  const listeners = new Set<() => void>();

  function pass(course: Course, fromQueue: boolean): Pass {
    if (course.kind === 'refuse') throw refused(course.why);
    if (course.kind === 'wait') throw new Error('a held write was let through');
    inFlight += 1;
    if (fromQueue) draining += 1;
    let left = false;
    const begunIn = holds;
    const leave = (): void => {
      if (left) return;
      left = true;
      inFlight -= 1;
      if (begunIn < holds) before -= 1;
      if (fromQueue) draining -= 1;
      drain();
      if (waitedFor() === 0) for (const listener of listeners) listener();
    };
    return { course, leave };
  }

  const waitedFor = (): number => (state.mode.kind === 'holding' ? before : inFlight);

  function drain(): void {
    for (const held of queue) {
      if (draining >= limits.drainingMax) return;
      const course = courseOf(state, held.forwardedIn);
      if (course.kind === 'wait') return;
      queue.delete(held);
      held.go(course);
    }
  }

  function change(next: GateState): void {
    if (next.mode.kind === 'holding' && state.mode.kind !== 'holding') {
      holds += 1;
      before = inFlight;
    }
    state = next;
    if (state.mode.kind !== 'holding') clearTimeout(deadline);
    drain();
  }

  return {
    get state() {
      return state;
    },
    get held() {
      return queue.size;
    },
    get inFlight() {
      return waitedFor();
    },
    get toldAtMs() {
      return toldAtMs;
    },
    async enter(forwardedIn, gone) {
      const course = courseOf(state, forwardedIn);
      // Whoever comes while the queue drains goes to its end, so that nobody is overtaken.
      if (course.kind !== 'wait' && queue.size === 0) return pass(course, false);
      if (queue.size >= limits.heldMax) {
        throw refused(`${limits.heldMax} writes are held already during a handover`);
      }
      return await new Promise<Pass>((resolve, reject) => {
        const held: Held = {
          forwardedIn,
          go: (decided) => {
            gone.removeEventListener('abort', leaveQueue);
            try {
              resolve(pass(decided, true));
            } catch (error) {
              reject(error);
            }
          },
        };
        const leaveQueue = (): void => {
          queue.delete(held);
          reject(refused('the client went away while its write was held'));
        };
        gone.addEventListener('abort', leaveQueue, { once: true });
        queue.add(held);
      });
    },
    obey(command, deadlineMs = limits.holdDeadlineMs) {
      const result = obey(state, command);
      if (result.kind !== 'changed') return result;
      toldAtMs = performance.now();
      if (command.kind === 'hold') {
        clearTimeout(deadline);
        deadline = setTimeout(() => {
          options.onExpire();
          change(expireHold(state));
        }, deadlineMs);
      }
      change(result.state);
      return result;
    },
    quiet(timeoutMs) {
      if (waitedFor() === 0) return Promise.resolve();
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
    /** The process stops: what is held is let go the way it would have gone without the hold. */
    close() {
      clearTimeout(deadline);
      change(expireHold(state));
    },
  };
}
