import { setTimeout } from 'node:timers/promises';
import { headerNames } from '../service/respond.ts';
import type { Upstreams } from '../service/upstream.ts';

/** `complete`: every one of them was answered as it should be. */
export type RunIn = () => Promise<{ readonly answered: number; readonly complete: boolean }>;

export const runInRule = {
  /** After some hundred requests V8 has compiled what they run. */
  roundsFirst: 300,
  /** Once it has, so many in a row that were quick show that all is well. */
  roundsQuick: 10,
  /**
   * Longer than this an answer waited for a processor: it takes 5 ms to 15 ms. To move clients to
   * where everybody waits costs them requests (measured in the lab: 800 to 1,600 of them).
   */
  quickMs: 100,
  /** Where it never gets quick it is not better later, ms. */
  quickLimitMs: 10_000,
  /**
   * A round that took longer shared a processor with clients: as long as it took they have it for
   * themselves. Without that, two gateways that ran in took clients from 10 ms to 1 s (in the lab).
   */
  sharedMs: 25,
  now: (): number => performance.now(),
  pause: (ms: number): Promise<void> => setTimeout(ms),
};
const timeoutMs = 2_000;

const order = Buffer.from(
  JSON.stringify({ client: 'run-in', number: 1, sku: 'paddle', quantity: 1 }),
);

/**
 * Sends rehearsals of writes, and reads, through this gateway, as clients would. A process that has
 * just started interprets its code and takes several times as long for a request; one that gets a
 * region's whole traffic at once falls behind and stays there. One after the other, since clients
 * of the region may be served meanwhile. `reads`: what else is asked with each write, if anything.
 */
export function createRunIn(
  upstreams: Upstreams,
  self: URL,
  reads: readonly string[],
  rule = runInRule,
): RunIn {
  let running: ReturnType<RunIn> | null = null;
  let isWarm = false;

  const ask = async (method: 'GET' | 'POST', path: string, number: number): Promise<boolean> => {
    const body = method === 'POST' ? order : null;
    const headers: Record<string, string> =
      body === null
        ? {}
        : {
            'content-type': 'application/json',
            'content-length': String(body.length),
            [headerNames.idempotencyKey]: `run-in-${number}`,
            [headerNames.rehearsal]: '1',
          };
    try {
      const answer = await upstreams.call(self, { method, path, headers, body, timeoutMs });
      return answer.status === 200;
    } catch {
      return false;
    }
  };

  const paths = [['POST', '/api/orders'] as const, ...reads.map((path) => ['GET', path] as const)];
  /** The slowest answer of one of each, ms; null when one was not answered as it should be. */
  const round = async (number: number): Promise<number | null> => {
    let slowestMs = 0;
    for (const [method, path] of paths) {
      const sentMs = rule.now();
      // A region whose database is not there yet can't rehearse: it is asked again later.
      if (!(await ask(method, path, number))) return null;
      slowestMs = Math.max(slowestMs, rule.now() - sentMs);
    }
    return slowestMs;
  };

  /** A round, and what clients are left of a processor that it shared with them. */
  const paced = async (number: number): ReturnType<typeof round> => {
    const startedMs = rule.now();
    const slowestMs = await round(number);
    const tookMs = rule.now() - startedMs;
    if (slowestMs !== null && tookMs > rule.sharedMs) await rule.pause(tookMs);
    return slowestMs;
  };

  const run = async (): ReturnType<RunIn> => {
    const roundsFirst = isWarm ? 0 : rule.roundsFirst;
    let number = 0;
    const ended = (complete: boolean) => ({ answered: number * paths.length, complete });
    for (; number < roundsFirst; number += 1) {
      if ((await paced(number)) === null) return ended(false);
    }
    const untilMs = rule.now() + rule.quickLimitMs;
    for (let quick = 0; quick < rule.roundsQuick; number += 1) {
      const slowestMs = await paced(number);
      if (slowestMs === null) return ended(false);
      quick = slowestMs <= rule.quickMs || rule.now() > untilMs ? quick + 1 : 0;
    }
    isWarm = true;
    return ended(true);
  };

  return () => {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
}
