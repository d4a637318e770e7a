import { expect, test } from 'vitest';
import { Announced } from './announced.ts';
import type { JournalRecord } from './journal.ts';

function record(event: JournalRecord['event']): JournalRecord {
  return { run: 'one', sequence: 1, epoch: 2, time: '', monotonicMs: 0, event };
}

test('an attempt counts as journaled by its own record alone', () => {
  const announced = new Announced();
  const attempt = (number: number) => ({ run: 'one', step: 'db/promote', attempt: number });
  expect(announced.has(attempt(1))).toBe(false);
  announced.add([record({ type: 'performing', step: 'db/promote', attempt: 1 })]);
  expect(announced.has(attempt(1))).toBe(true);
  expect(announced.has(attempt(2))).toBe(false);
  announced.add([record({ type: 'retrying', step: 'db/promote', attempt: 2, why: 'refused' })]);
  expect(announced.has(attempt(2))).toBe(false);
  announced.add([record({ type: 'performing', step: 'db/promote', attempt: 2 })]);
  expect(announced.has(attempt(2))).toBe(true);
  expect(announced.has({ ...attempt(2), run: 'two' })).toBe(false);
  expect(announced.has({ ...attempt(2), step: 'db/fence' })).toBe(false);
});
