import type { JournalRecord, Plan } from '@outrigger/recovery';
import { expect, test } from 'vitest';
import { noteOf, stepTimings } from './run-recorder.ts';

const plan: Pick<Plan, 'steps' | 'kinds'> = { steps: [], kinds: {} };

function timingsOf(events: readonly JournalRecord['event'][]) {
  const records = events.map(
    (event, sequence): JournalRecord => ({
      run: 'run',
      sequence,
      epoch: 2,
      time: '2026-01-01T00:00:00.000Z',
      monotonicMs: sequence,
      event,
    }),
  );
  return stepTimings(
    {
      run: 'run',
      plan: plan as Plan,
      expectedMs: new Map(),
      critical: new Set(),
      records,
      status: 'done',
      startedAtMs: 0,
      endedAtMs: records.length,
    },
    0,
  );
}

const byPolicy = { policy: 'lag-within-rpo', lagMs: 495.4 };

test('who approved, and at which lag, is data beside the words', () => {
  const told = timingsOf([
    { type: 'done', step: 'orders-db/approve', by: 'policy', facts: byPolicy },
    { type: 'approved', step: 'pictures/approve', who: 'the drill', when: 'now', why: '' },
    { type: 'done', step: 'orders-db/rejoin', facts: { lagMs: 12 } },
  ]);
  expect(told.map(({ approval, note }) => [approval, note])).toEqual([
    [{ by: 'policy', lagMs: 495.4 }, 'pre-approved, lag 495 ms'],
    [{ by: 'person', lagMs: null }, 'approved by the drill'],
    [undefined, 'lag 12 ms'],
  ]);
});

test('where words may be cut the figure comes first; without one none is made up', () => {
  const done = { type: 'done', step: 'orders-db/approve', by: 'policy' };
  const note = (facts: Record<string, string | number>) =>
    noteOf('orders-db/approve', { ...done, facts }, true);
  expect(note(byPolicy)).toBe('lag 495 ms, pre-approved');
  expect(note({ policy: 'nothing-lost' })).toBe('pre-approved');
});
