import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monotonicMs } from '@outrigger/lab';
import type { JournalRecord, Plan } from '@outrigger/recovery';
import type { Measured } from '@outrigger/report';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { viewRun } from '../runs/run-view.ts';
import { expectGolden, testdata } from '../testing.ts';
import { type Progress, quietProgress, type RunBegun, terminalProgress } from './progress.ts';

/** The records of a failover in a real lab. */
const recorded: readonly JournalRecord[] = JSON.parse(
  readFileSync(join(testdata, 'lab', 'run-done.json'), 'utf8'),
).records;
const firstMs = recorded[0]?.monotonicMs ?? 0;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const measured: Measured = {
  detectionMs: 492,
  writeOutageMs: 320,
  afterDetectionMs: 100,
  readOutageMs: 0,
  rtoMs: 924,
  rpoMs: 0,
  clientErrors: 58,
  sentWrites: 900,
  ackedWrites: 842,
  ackedLost: 6,
  duplicated: 0,
  dualWriterMs: 0,
  latencyMs: { p50: 3.3, p99: 11, max: 40 },
};
const calm: Measured = { ...measured, clientErrors: 0, ackedLost: 0 };

function planOf(): Plan {
  const plan = viewRun(recorded)?.plan;
  if (plan === null || plan === undefined) throw new Error('no plan');
  return plan;
}

/** Each step is expected to take 40 ms, so that a lab calibrated anew changes no golden. */
function begun(plan: Plan, baseMs: number): RunBegun {
  return {
    run: 'run-1',
    plan,
    expectedMs: new Map(plan.steps.map(({ id }) => [id, 40])),
    critical: new Set(plan.steps.map(({ id }) => id)),
    baseMs,
  };
}

function terminal() {
  const written: string[] = [];
  let words = (): string => '';
  const progress = terminalProgress({
    lines: {
      write: (line) => written.push(line),
      beneath: (next) => {
        words = next;
      },
      held: (question) => question(),
      [Symbol.dispose]: () => undefined,
    },
    options: { color: false, columns: 80 },
    sinceStart: () => 5_300,
  });
  return { progress, written, beneath: () => words() };
}

/** The same records as of a run that is planned, each step as long as `tookMs` says. */
function planned(tookMs: number): { plan: Plan; records: readonly JournalRecord[] } {
  const records = recorded.map((record, index) => ({
    ...record,
    monotonicMs: firstMs + index * tookMs,
  }));
  return { plan: { ...planOf(), intent: 'switchover' }, records };
}

function move(progress: Progress, name: string, tookMs: number): void {
  progress.phase(name, 'us-east-1 → us-west-2, planned', 'planned');
  const { plan, records } = planned(tookMs);
  progress.run(begun(plan, firstMs))(records);
  progress.ended(calm);
}

test('a drill in few lines: the steps that clients wait for, and what they had', () => {
  const { progress, written } = terminal();
  progress.phase('steady', 'nothing broken', 'baseline');
  progress.ended(calm);
  progress.phase('region-loss', 'us-east-1 killed, all of it', 'fault');
  progress.detected('us-east-1', 492, 478);
  const tell = progress.run(begun(planOf(), firstMs - 496));
  for (const record of recorded) {
    if (record.event.step === 'edge/verify' && record.event.type === 'done')
      progress.served('first write accepted', 615, 123);
    tell([record]);
  }
  progress.note(
    'not every client was served again, which is told in a sentence of more than eighty columns',
  );
  progress.ended(measured);
  move(progress, 'failback', 2_700);
  move(progress, 'switchover', 20);
  move(progress, 'switchback', 20);
  const text = `${written.join('\n')}\n`;
  expectGolden('drills/progress.txt', text);
  for (const line of text.split('\n')) expect([...line].length).toBeLessThanOrEqual(80);
});

test('a step is told the moment that it ends, and what runs until then stands beneath', () => {
  const { progress, written, beneath } = terminal();
  progress.phase('region-loss', 'us-east-1 killed, all of it', 'fault');
  const tell = progress.run(begun(planOf(), firstMs));
  const [started, performing, done] = recorded;
  if (started === undefined || performing === undefined || done === undefined)
    throw new Error('too few records');
  tell([started, { ...performing, monotonicMs: monotonicMs() - 3_400 }]);
  const retrying = { type: 'retrying', step: 'orders-db/fence', why: 'not yet' };
  tell([{ ...performing, event: retrying }]);
  vi.runAllTimers();
  expect(written.join('\n')).not.toContain('orders-db/fence');
  expect(beneath()).toMatch(/^ 5\.3 s {2}region loss {2}orders-db\/fence 3,4\d\d ms of 40 ms exp/);
  tell([{ ...done, monotonicMs: monotonicMs() }]);
  vi.advanceTimersByTime(100);
  expect(written.at(-1)).toContain('✓ orders-db/fence');
  expect(beneath()).toBe(' 5.3 s  region loss  us-east-1 killed, all of it');
});

test('the lines of a phase are in the order of their times, also what was journaled later', () => {
  const { progress, written } = terminal();
  progress.phase('region-loss', 'us-east-1 killed, all of it', 'fault');
  const tell = progress.run(begun(planOf(), firstMs));
  const last = recorded.findIndex(
    ({ event }) => event.type === 'done' && event.step === 'edge/verify',
  );
  tell(recorded.slice(0, last));
  progress.served('first write accepted', 150, 20);
  tell(recorded.slice(last));
  progress.note('the end');
  const times = written.flatMap((line) => /^ *\+([\d,]+) ms {2}✓/.exec(line)?.[1] ?? []);
  const sorted = times.map((each) => Number(each.replace(',', '')));
  expect(sorted).toHaveLength(6);
  expect(sorted).toEqual([...sorted].sort((one, other) => one - other));
});

test('with --json a line for what happens, and none for each step', () => {
  const written: string[] = [];
  const progress = quietProgress((line) => written.push(line));
  progress.phase('switchover', 'us-east-1 → us-west-2, planned', 'planned');
  progress.run(begun(planOf(), firstMs))(recorded);
  progress.ended(calm);
  expect(written).toEqual([
    'switchover: us-east-1 → us-west-2, planned',
    '  run-1 done',
    '  0.32 s pause, 0 errors, 0 lost',
  ]);
});
