import { monotonicMs } from '../control/clock.ts';

/**
 * Monotonic ms, the same for all answers that one turn of the event loop hands over. They lay in
 * their sockets when the turn began: stamping one after the other would invent an order among
 * them, and an overlap of two writers that is only this process's own lateness.
 */
export function createTurnClock(): () => number {
  let turnMs: number | null = null;
  const forget = (): void => {
    turnMs = null;
  };
  return () => {
    if (turnMs === null) {
      turnMs = monotonicMs();
      setImmediate(forget);
    }
    return turnMs;
  };
}
