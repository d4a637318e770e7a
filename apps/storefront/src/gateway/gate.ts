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
import { countInFlight } from './in-flight.ts';

/** How a write goes on; `leave` must be called when it has ended, however it ended. */
export interface Pass {
  readonly course: Extract<Course, { readonly kind: 'here' | 'scout' | 'forward' }>;
  /**
   * `refused`: a scout met no writer, and no other would now. `failed`: nobody knows what became of
   * it. Neither lets more of the queue go.
   */
  readonly leave: (how?: 'refused' | 'failed' | 'answered') => void;
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
   * `mayScout`: it can be sent again after a refusal, and has not been refused yet.
   */
  enter(forwardedIn: number | null, gone: AbortSignal, mayScout?: boolean): Promise<Pass>;
  obey(command: Command, deadlineMs?: number): Change;
  /** Resolves when `inFlight` is 0, or after `timeoutMs`. */
  quiet(timeoutMs: number): Promise<void>;
  close(): void;
}

export const gateLimits = {
  heldMax: 2_000,
  /** Writes of the queue that are on their way at one time, when it drains. */
  drainingMax: 64,
  /**
   * Of them, so many at first; each that is answered lets one more go. All at once they share the
   * machine, and the first is answered hardly before the last (measured in the lab: 70 ms after a
   * release instead of 30).
   */
  drainingAtFirst: 2,
  holdDeadlineMs: 5_000,
};

interface Held {
  readonly forwardedIn: number | null;
  readonly mayScout: boolean;
  readonly go: (course: Course) => void;
}

export function createGate(options: {
  readonly initial: GateState;
  readonly onExpire: () => void;
  readonly limits?: Partial<typeof gateLimits>;
}): Gate {
  const limits = { ...gateLimits, ...options.limits };
  let state = options.initial;
  let toldAtMs = performance.now();
  let deadline: NodeJS.Timeout | undefined;
  // A Set keeps the order of arrival, and forgets a client that went away at no cost.
  const queue = new Set<Held>();
  const inFlight = countInFlight(drain);
  let drainingNow = limits.drainingAtFirst;

  function pass(course: Course, fromQueue: boolean): Pass {
    if (course.kind === 'refuse') throw refused(course.why);
    if (course.kind === 'wait') throw new Error('a held write was let through');
    const end = inFlight.begin(fromQueue);
    const leave: Pass['leave'] = (how = 'answered') => {
      if (fromQueue && how === 'answered')
        drainingNow = Math.min(limits.drainingMax, drainingNow + 1);
      end();
    };
    return { course, leave };
  }

  function drain(): void {
    for (const held of queue) {
      const course = courseOf(state, held.forwardedIn);
      if (course.kind === 'wait') return;
      // What goes over a link is on its way for long, and costs nothing here.
      const most = course.kind === 'forward' ? limits.drainingMax : drainingNow;
      if (inFlight.fromQueue >= most) return;
      if (course.kind === 'scout' && !held.mayScout) continue;
      queue.delete(held);
      held.go(course);
    }
  }

  function change(next: GateState): void {
    // Scouts may be on their way where the region gives away what it was about to receive.
    if (receives(state) && !receives(next)) inFlight.endHold();
    state = next;
    if (state.mode.kind === 'holding') {
      if (inFlight.beginHold()) drainingNow = limits.drainingAtFirst;
    } else {
      inFlight.endHold();
      clearTimeout(deadline);
    }
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
      return inFlight.count;
    },
    get toldAtMs() {
      return toldAtMs;
    },
    async enter(forwardedIn, gone, mayScout = false) {
      const course = courseOf(state, forwardedIn);
      const waits = course.kind === 'wait' || course.kind === 'scout';
      // Whoever comes while the queue drains goes to its end, so that nobody is overtaken.
      if (!waits && queue.size === 0) return pass(course, false);
      if (queue.size >= limits.heldMax) {
        throw refused(`${limits.heldMax} writes are held already during a handover`);
      }
      const passed = queueUp(queue, { forwardedIn, mayScout }, gone, (each) => pass(each, true));
      drain();
      return await passed;
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
    quiet: inFlight.quiet,
    /** The process stops: what is held is let go the way it would have gone without the hold. */
    close() {
      clearTimeout(deadline);
      change(expireHold(state));
    },
  };
}

/** The last in the queue: it passes when its turn comes, unless its client goes away before. */
function queueUp(
  queue: Set<Held>,
  write: Pick<Held, 'forwardedIn' | 'mayScout'>,
  gone: AbortSignal,
  pass: (course: Course) => Pass,
): Promise<Pass> {
  return new Promise((resolve, reject) => {
    const held: Held = {
      ...write,
      go: (decided) => {
        gone.removeEventListener('abort', leaveQueue);
        try {
          resolve(pass(decided));
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
}

/** Whether writes wait here for the epoch that this region is to get. */
function receives({ mode, region }: GateState): boolean {
  return mode.kind === 'holding' && mode.to === region;
}
