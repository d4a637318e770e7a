import { planFor } from '@outrigger/components';
import { resolve } from '@outrigger/model';
import {
  estimate,
  type JournalRecord,
  type Json,
  type Plan,
  type PlanRequest,
  startTopology,
  type Timings,
} from '@outrigger/recovery';
import { expect, test } from 'vitest';
import smallLab from '../../testdata/platforms/small-lab.ts';
import { asJournaled } from './drill.ts';
import type { PhaseResult } from './phase.ts';
import { predictionOf, predictionsIn } from './prediction.ts';
import { plannedDrill } from './scenario.ts';

const timings: Timings = {
  world: 'lab',
  timings: [
    {
      kind: '*',
      verb: 'promote',
      distribution: { kind: 'lognormal', medianMs: 50, p99Ms: 90 },
      basis: 'measured',
      source: 'ten drills',
    },
  ],
};

function planOf(request: PlanRequest): Plan {
  const resolved = resolve(smallLab);
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const { platform } = resolved;
  const { plan, problems } = planFor({ platform, topology: startTopology(platform), request });
  if (plan === undefined) throw new Error(JSON.stringify(problems));
  return plan;
}

const move = planOf({ intent: 'switchover' });
const loss = planOf({
  intent: 'failover',
  failure: { kind: 'region-loss', region: 'us-east-1', zone: null },
});

/** As a journal gives it back. */
function record(
  event: { readonly type: string } & { readonly [field: string]: Json },
  monotonicMs: number,
): JournalRecord {
  const written = { run: 'drill', sequence: 0, epoch: 0, time: '', monotonicMs, event };
  return JSON.parse(JSON.stringify(written));
}

test.each([
  ['a failover', loss],
  ['a planned move', move],
])('what is journaled of %s is what was estimated, step by step', (_, plan) => {
  const of = { phase: 'a phase', run: null };
  const [read] = predictionsIn([record(predictionOf(plan, timings, of), 1_000)]);
  const { criticalPath, detectionMs, servedMs, pauseMs, steps } = estimate(plan, timings);
  const expectedMs = new Map(steps.map((step) => [step.id, step.expectedMs]));
  expect(read).toEqual({
    ...of,
    journaledAtMs: 1_000,
    detectionMs,
    servedMs,
    pauseMs,
    expectedMs,
    critical: new Set(criticalPath),
    moved: { from: plan.from, to: plan.to },
    source: expect.stringContaining('no timing is known'),
  });
});

test('what is no prediction, or is an older one without its figures, is left out', () => {
  const { servedMs: _, ...older } = predictionOf(move, timings, { phase: 'a', run: null });
  expect(predictionsIn([record({ type: 'noted' }, 0), record({ ...older }, 0)])).toEqual([]);
});

test('a report tells what the journal holds, and nothing that it does not', () => {
  const [, scenario] = plannedDrill;
  if (scenario === undefined) throw new Error('no such phase');
  const run = {
    run: 'drill-1',
    plan: move,
    expectedMs: new Map([['made up', 7]]),
    critical: new Set<string>(),
    records: [],
    status: 'done',
    startedAtMs: 0,
    endedAtMs: 1,
  };
  const phase: PhaseResult = {
    scenario,
    what: '',
    startMs: 0,
    endMs: 1,
    faultAtMs: null,
    healedAtMs: null,
    detection: null,
    fault: null,
    predicted: null,
    runs: [run],
    problem: null,
    needsApproval: null,
  };
  const journal = [
    record(predictionOf(move, timings, { phase: scenario.name, run: null }), 5),
    record(predictionOf(loss, timings, { phase: 'another', run: null }), 6),
  ];
  const [told] = asJournaled([phase], predictionsIn(journal));
  expect(told?.predicted?.journaledAtMs).toBe(5);
  const expected = estimate(move, timings).steps.map((step) => [step.id, step.expectedMs]);
  expect([...(told?.runs[0]?.expectedMs ?? [])]).toEqual(expected);
  const [untold] = asJournaled([phase], []);
  expect(untold?.predicted).toBeNull();
  expect(untold?.runs[0]?.expectedMs.size).toBe(0);
});
