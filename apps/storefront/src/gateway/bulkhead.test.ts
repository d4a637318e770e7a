import { expect, it, vi } from 'vitest';
import { createBulkhead } from './bulkhead.ts';

function held(): { promise: Promise<void>; finish: () => void } {
  let finish: () => void = () => {};
  const promise = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { promise, finish };
}

it('refuses what is too much at once where nobody may wait, and takes the next later', async () => {
  const bulkhead = createBulkhead({ runningMax: 2, waitMsMax: 0 });
  const { promise, finish } = held();
  const first = bulkhead.run(() => promise);
  const second = bulkhead.run(() => promise.then(() => Promise.reject(new Error('no'))));
  await expect(bulkhead.run(() => promise)).rejects.toMatchObject({
    status: 503,
    outcome: 'refused',
  });
  finish();
  await first;
  await expect(second).rejects.toThrow('no');
  await expect(bulkhead.run(async () => 'again')).resolves.toBe('again');
});

it('lets those who wait go in their order, never more than may be at once', async () => {
  const bulkhead = createBulkhead({ runningMax: 2, waitMsMax: 60_000 });
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const task = (number: number) => async () => {
    order.push(number);
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    if (number === 1) throw new Error('one fails');
  };
  const all = [0, 1, 2, 3, 4, 5].map((number) => bulkhead.run(task(number)));
  const results = await Promise.allSettled(all);
  expect(results.map(({ status }) => status)).toEqual(
    [0, 1, 2, 3, 4, 5].map((number) => (number === 1 ? 'rejected' : 'fulfilled')),
  );
  expect(order).toEqual([0, 1, 2, 3, 4, 5]);
  expect(most).toBe(2);
  expect(bulkhead.isBusy).toBe(false);
});

it('refuses who waited too long without having begun it, and only those', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  try {
    const bulkhead = createBulkhead({ runningMax: 1, waitMsMax: 1_000 });
    const { promise, finish } = held();
    const first = bulkhead.run(() => promise);
    let begun = false;
    const early = bulkhead.run(async () => {
      begun = true;
    });
    const refusal = expect(early).rejects.toMatchObject({ status: 503, outcome: 'refused' });
    await vi.advanceTimersByTimeAsync(600);
    const late = bulkhead.run(async () => 'late');
    await vi.advanceTimersByTimeAsync(400);
    await refusal;
    expect(begun).toBe(false);
    finish();
    await first;
    await expect(late).resolves.toBe('late');
  } finally {
    vi.useRealTimers();
  }
});
