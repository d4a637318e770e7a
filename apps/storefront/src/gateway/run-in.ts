import { headerNames } from '../service/respond.ts';
import type { Upstreams } from '../service/upstream.ts';

/** `complete`: every one of them was answered as it should be. */
export type RunIn = () => Promise<{ readonly answered: number; readonly complete: boolean }>;

/**
 * After some hundred requests V8 has compiled what they run; once it has, a few show that all is
 * well.
 */
const rounds = { first: 300, later: 10 } as const;
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
export function createRunIn(upstreams: Upstreams, self: URL, reads: readonly string[]): RunIn {
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

  const run = async (): ReturnType<RunIn> => {
    let answered = 0;
    const wanted = isWarm ? rounds.later : rounds.first;
    for (let round = 0; round < wanted; round += 1) {
      const gets = reads.map((path) => ['GET', path] as const);
      for (const [method, path] of [['POST', '/api/orders'] as const, ...gets]) {
        // A region whose database is not there yet can't rehearse: it is asked again later.
        if (!(await ask(method, path, round))) return { answered, complete: false };
        answered += 1;
      }
    }
    isWarm = true;
    return { answered, complete: true };
  };

  return () => {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
}
