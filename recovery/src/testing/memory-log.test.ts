import { expect, test } from 'vitest';
import { AckedLog } from './memory-log.ts';

test('a copy of a branch that nobody followed has what both branches began with', () => {
  const held = [
    { epoch: 1, member: 'a', fromMs: 0, toMs: 100 },
    { epoch: 2, member: 'b', fromMs: 100, toMs: 120 },
    { epoch: 3, member: 'c', fromMs: 130, toMs: 150 },
  ];
  const log = new AckedLog(held, 1, 'a');
  log.reach('c', 90);
  log.reach('b', 100);
  log.fork('b', 2);
  log.reach('a', 110);
  log.fork('c', 3);
  // Of the 110 writes that count by now, 90 are of the time before the branches part.
  expect([log.lackedBy('a', 150), log.isAhead('a')]).toEqual([20, true]);
  expect([log.lackedBy('c', 150), log.isAhead('c')]).toEqual([20, false]);
});
