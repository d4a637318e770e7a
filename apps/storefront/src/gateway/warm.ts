import { headerNames } from '../service/respond.ts';
import type { Upstreams } from '../service/upstream.ts';

/**
 * Keeps connections to the other regions open and used, because a handshake over the link costs a
 * whole round trip, and it would be paid in the middle of a handover. Returns a function that
 * stops.
 */
export function keepWarm(options: {
  readonly upstreams: Upstreams;
  readonly urls: readonly URL[];
  /**
   * Whose gateway asks: a load balancer that is out of traffic closes everybody else's
   * connections.
   */
  readonly region: string;
  /** To each address. */
  readonly connections: number;
  readonly intervalMs: number;
}): () => void {
  const { upstreams, urls, region, connections, intervalMs } = options;
  let pings = 0;
  const ping = async (url: URL): Promise<void> => {
    pings += 1;
    try {
      // Whatever it says: the connection is warm.
      await upstreams.call(url, {
        method: 'GET',
        path: '/healthz',
        headers: { [headerNames.forwarded]: region },
        body: null,
        timeoutMs: intervalMs,
      });
    } catch {
      // A region that cannot be reached now is tried again at the next turn.
    } finally {
      pings -= 1;
    }
  };
  const turn = (): void => {
    if (pings > 0) return;
    for (const url of urls) for (let at = 0; at < connections; at += 1) void ping(url);
  };
  turn();
  const timer = setInterval(turn, intervalMs);
  return () => clearInterval(timer);
}
