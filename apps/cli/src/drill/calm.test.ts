import type { LoadStatus } from '@outrigger/lab';
import { describe, expect, test } from 'vitest';
import { calmRule, watchCalm } from './calm.ts';

const never = new AbortController().signal;

function clients(rule = { ...calmRule, forMs: 400, limitMs: 60_000 }) {
  let listener: (status: LoadStatus) => void = () => {};
  let atMs = 0;
  const watch = watchCalm(
    {
      onStatus(given) {
        listener = given;
        return () => {
          listener = () => {};
        };
      },
    },
    rule,
  );
  const status = (p99: number | null, failed: number): LoadStatus => ({
    type: 'status',
    atMs,
    answered: 80,
    failed,
    latencyMs: p99 === null ? null : { p50: 2, p99 },
    inFlight: 1,
    lastWriteAckMs: null,
    lastReadAckMs: null,
    lastFailedDueMs: null,
    errors: {},
    epoch: 1,
    direct: {},
  });
  const tell = (p99: number | null, failed = 0): void => {
    atMs += 200;
    listener(status(p99, failed));
  };
  return { watch, tell };
}

async function isDone(promise: Promise<unknown>): Promise<boolean> {
  const open = Symbol('open');
  return (await Promise.race([promise, Promise.resolve(open)])) !== open;
}

describe('clients are calm', () => {
  test('at once, when they have been for long enough', async () => {
    const { watch, tell } = clients();
    for (const p99 of [20, 30, 20]) tell(p99);
    expect(await watch.calm(never)).toBe(true);
  });

  test.each([
    ['a request fails', 20, 1],
    ['answers are slow', 300, 0],
    ['nobody is answered', null, 0],
  ] as const)('not before long enough has passed since %s', async (_, p99, failed) => {
    const { watch, tell } = clients();
    for (const usual of [20, 30, 20]) tell(usual);
    tell(p99, failed);
    const calm = watch.calm(never);
    tell(20);
    tell(20);
    expect(await isDone(calm)).toBe(false);
    tell(20);
    expect(await calm).toBe(true);
  });

  test('or never on this machine: then somebody is told', async () => {
    const { watch, tell } = clients({ ...calmRule, limitMs: 1 });
    tell(1_000);
    expect(await watch.calm(never)).toBe(false);
  });

  test('is not waited for again where it was in vain, until they have been calm', async () => {
    const { watch, tell } = clients({ ...calmRule, forMs: 400, limitMs: 1 });
    expect(await watch.calm(never)).toBe(false);
    expect(await isDone(watch.calm(never))).toBe(true);
    for (const p99 of [20, 20, 20]) tell(p99);
    tell(1_000);
    const again = watch.calm(never);
    expect(await isDone(again)).toBe(false);
    for (const p99 of [20, 20, 20]) tell(p99);
    expect(await again).toBe(true);
  });

  test('unless somebody wants to stop', async () => {
    const { watch } = clients();
    const stop = new AbortController();
    const calm = watch.calm(stop.signal);
    stop.abort(new Error('enough'));
    await expect(calm).rejects.toThrow('enough');
  });
});
