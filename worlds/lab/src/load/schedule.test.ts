import fc from 'fast-check';
import { expect, it } from 'vitest';
import { judge } from './outcome.ts';
import { createSchedule } from './schedule.ts';

const rates = { writesPerSecond: 200, uploadsPerSecond: 4, readsPerSecond: 200, clients: 20 };

it('arrives in order, at the exact rate in every second, and the same for the same seed', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.nat(5_000), (seed, fromMs) => {
      const schedule = createSchedule(rates, seed, fromMs);
      const again = createSchedule(rates, seed, fromMs);
      const arrivals = Array.from({ length: 404 * 3 }, () => schedule.next());
      let before = fromMs;
      for (const arrival of arrivals) {
        expect(arrival).toEqual(again.next());
        expect(arrival.dueMs).toBeGreaterThanOrEqual(before);
        before = arrival.dueMs;
      }
      const firstSecond = arrivals.filter((arrival) => arrival.dueMs < fromMs + 1000);
      const count = (operation: string): number =>
        firstSecond.filter((arrival) => arrival.operation === operation).length;
      expect([count('write'), count('upload'), count('read')]).toEqual([196, 4, 200]);
    }),
    { numRuns: 30 },
  );
});

it('concludes from an answer no more than it says', () => {
  const answer = {
    status: 201,
    epoch: 3 as number | null,
    region: 'east',
    told: null as string | null,
  };
  const write = (change: Partial<typeof answer>, highest: number | null = 3): string =>
    judge('write', { sent: true, answer: { ...answer, ...change } }, highest, 'reset').outcome;
  expect(write({})).toBe('acked');
  expect(write({ epoch: 4 })).toBe('acked');
  expect(write({ epoch: 2 })).toBe('unknown');
  expect(write({ epoch: null })).toBe('unknown');
  expect(write({ status: 200 }, null)).toBe('acked');
  expect(write({ status: 503, told: 'refused' })).toBe('refused');
  expect(write({ status: 503 })).toBe('unknown');
  expect(write({ status: 504, told: 'unknown' })).toBe('unknown');
  expect(write({ status: 409 })).toBe('refused');
  expect(write({ status: 409, told: 'unknown' })).toBe('unknown');
  expect(judge('write', { sent: true, answer: null }, 3, 'reset').outcome).toBe('unknown');
  expect(judge('write', { sent: false, answer: null }, 3, 'connect').outcome).toBe('refused');
  const read = (status: number): string =>
    judge('read', { sent: true, answer: { ...answer, status, epoch: 1 } }, 3, 'reset').outcome;
  expect([read(200), read(404), read(500)]).toEqual(['acked', 'acked', 'unknown']);
});
