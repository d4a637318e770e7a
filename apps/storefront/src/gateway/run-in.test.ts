import { describe, expect, it } from 'vitest';
import type { Upstreams } from '../service/upstream.ts';
import { createRunIn, runInRule } from './run-in.ts';

const self = new URL('http://127.0.0.1:1');
const answer = { status: 200, headers: {}, body: Buffer.alloc(0) };

/** A gateway that takes so long for each request, by a clock of its own; null: it fails. */
function gateway(tookMs: (asked: number) => number | null) {
  let nowMs = 0;
  let asked = 0;
  const upstreams: Upstreams = {
    async call() {
      const took = tookMs(asked);
      asked += 1;
      nowMs += took ?? 0;
      return took === null ? { ...answer, status: 503 } : answer;
    },
    close: () => {},
  };
  const pauses: number[] = [];
  const rule = {
    ...runInRule,
    ...{ roundsFirst: 20, roundsQuick: 3, now: () => nowMs },
    pause: async (ms: number) => {
      nowMs += ms;
      pauses.push(ms);
    },
  };
  return { runIn: createRunIn(upstreams, self, ['/api/catalog/paddle'], rule), pauses };
}

describe('a run-in', () => {
  it('asks until V8 has compiled what is asked, and whether that is quick', async () => {
    const { runIn, pauses } = gateway(() => 5);
    expect(await runIn()).toEqual({ answered: 46, complete: true });
    expect(await runIn()).toEqual({ answered: 6, complete: true });
    expect(pauses).toEqual([]);
  });

  it('asks on until so many in a row were quick', async () => {
    const slow = new Set([46, 51, 52]);
    const { runIn } = gateway((asked) => (slow.has(asked) ? 300 : 5));
    await runIn();
    // Rounds 1, 3 and 4 have a slow one; after the last, three in a row are quick.
    expect(await runIn()).toEqual({ answered: 14, complete: true });
  });

  it('leaves clients as much of a machine that is busy as it takes itself', async () => {
    const { runIn, pauses } = gateway((asked) => (asked < 4 ? 20 : 5));
    await runIn();
    expect(pauses).toEqual([40, 40]);
  });

  it('does not ask for ever where it is never quick', async () => {
    const { runIn } = gateway(() => 1_000);
    // Each round takes 2 s and pauses as long: two before 10 s have passed, and three more.
    expect(await runIn()).toEqual({ answered: 40 + 10, complete: true });
    expect(await runIn()).toEqual({ answered: 10, complete: true });
  });

  it('is not complete when one is not answered, and begins anew', async () => {
    const { runIn } = gateway((asked) => (asked === 10 ? null : 5));
    expect(await runIn()).toEqual({ answered: 10, complete: false });
    expect(await runIn()).toEqual({ answered: 46, complete: true });
  });

  it('is one for all who want it at once', async () => {
    const { runIn } = gateway(() => 5);
    const once = { answered: 46, complete: true };
    expect(await Promise.all([runIn(), runIn()])).toEqual([once, once]);
  });
});
