import { expect, it } from 'vitest';
import { createBulkhead } from './bulkhead.ts';

it('refuses what is too much, at once, and takes the next when one has ended', async () => {
  const bulkhead = createBulkhead(2);
  let finish: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const first = bulkhead.run(() => held);
  const second = bulkhead.run(() => held.then(() => Promise.reject(new Error('no'))));
  await expect(bulkhead.run(() => held)).rejects.toMatchObject({ status: 503, outcome: 'refused' });
  finish();
  await first;
  await expect(second).rejects.toThrow('no');
  await expect(bulkhead.run(async () => 'again')).resolves.toBe('again');
});
