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
  const rule = { ...runInRule, roundsFirst: 20, roundsQuick: 3, now: () => nowMs };
  return createRunIn(upstreams, self, ['/api/catalog/paddle'], rule);
}

describe('a run-in', () => {
  it('asks until V8 has compiled what is asked, then a few times', async () => {
    const runIn = gateway(() => 5);
    expect(await runIn()).toEqual({ answered: 40, complete: true });
    expect(await runIn()).toEqual({ answered: 6, complete: true });
  });

  it('does not wait for a process that has just started to be quick', async () => {
    expect(await gateway(() => 500)()).toEqual({ answered: 40, complete: true });
  });

  it('asks on until so many in a row were quick', async () => {
    const slow = new Set([40, 45, 46]);
    const runIn = gateway((asked) => (slow.has(asked) ? 300 : 5));
    await runIn();
    // Rounds 1, 3 and 4 have a slow one; after the last, three in a row are quick.
    expect(await runIn()).toEqual({ answered: 14, complete: true });
  });

  it('does not ask for ever where it is never quick', async () => {
    const runIn = gateway(() => 1_000);
    await runIn();
    expect(await runIn()).toEqual({ answered: 16, complete: true });
  });

  it('is not complete when one is not answered, and begins anew', async () => {
    const runIn = gateway((asked) => (asked === 10 ? null : 5));
    expect(await runIn()).toEqual({ answered: 10, complete: false });
    expect(await runIn()).toEqual({ answered: 40, complete: true });
  });

  it('is one for all who want it at once', async () => {
    const runIn = gateway(() => 5);
    expect(await Promise.all([runIn(), runIn()])).toEqual([
      { answered: 40, complete: true },
      { answered: 40, complete: true },
    ]);
  });
});
