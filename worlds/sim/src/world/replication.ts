/** What goes over a link, as a share of what it takes. */
export interface Replicated {
  /** How far a copy is behind when there is room to spare, ms. */
  readonly ms: number;
  /** What is written, as a share of what the link takes: above 1 more comes than goes. */
  readonly busy: number;
  /** How long it has been so, ms. */
  readonly troubleMs: number;
  /** So busy the queue is as long as it gets, but for what does not come through at all. */
  readonly fullShare: number;
}

/**
 * How far a copy is behind, ms: each write waits in a queue, which is longer the busier the link
 * is; of what is more than it takes, all that came since then waits too.
 */
export function behindMs({ ms, busy, troubleMs, fullShare }: Replicated): number {
  const queuedMs = ms / (1 - Math.min(busy, fullShare));
  const backlogMs = busy > 1 ? troubleMs * (1 - 1 / busy) : 0;
  return queuedMs + backlogMs;
}
