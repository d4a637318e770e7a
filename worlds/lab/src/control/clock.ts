/**
 * Monotonic time in ms, the same for every process of one machine (CLOCK_MONOTONIC), so that
 * instants taken in different processes can be compared. It goes on while a process is stopped.
 */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
