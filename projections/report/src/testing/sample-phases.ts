import type { Phase, StepTiming } from '../types.ts';

/**
 * [id, start, took, expected, on the critical path, in the background, note]; ms from the origin.
 */
type Row = readonly [string, number, number, number, boolean, boolean, string];

function steps(rows: readonly Row[]): readonly StepTiming[] {
  return rows.map(([id, startMs, took, expectedMs, critical, background, note]) => ({
    id,
    startMs,
    endMs: startMs + took,
    expectedMs,
    outcome: 'done',
    critical,
    background,
    note,
  }));
}

export const zoneLossSteps = steps([
  [
    'detect us-east-1a',
    0,
    531,
    530,
    true,
    false,
    '3 probes missed, each a fresh connection and a write',
  ],
  ['orders-db/fence', 531, 55, 60, true, false, 'lease of epoch 1 lapsed + 20 ms margin'],
  ['orders-db/promote', 586, 14, 16, true, false, 'us-east-1b, epoch 2'],
  ['entry/verify', 600, 62, 64, true, false, 'first client write, fresh connections'],
  ['orders-db/rebuild', 5000, 2100, 1900, false, true, 'us-east-1a seeded anew, streams again'],
]);

export const regionLossSteps = steps([
  [
    'detect us-east-1',
    0,
    561,
    560,
    true,
    false,
    '3 probes missed, each a fresh connection and a write',
  ],
  ['orders-db/approve', 561, 3, 4, true, false, 'pre-approved: lag 41 ms, allowed 1 min'],
  ['orders-db/fence', 564, 59, 70, true, false, 'lease of epoch 2 lapsed + 20 ms margin'],
  ['pictures/detach-replication', 564, 7, 10, false, false, 'replica writable'],
  ['eks-west/verify', 562, 24, 30, false, false, '2 of 2 replicas ready'],
  ['entry/shift-reads', 586, 27, 40, false, false, 'reads answered from us-west-2'],
  ['orders-db/promote', 623, 14, 16, true, false, 'epoch 3'],
  ['orders-db/verify', 637, 11, 12, true, false, 'canary write read back'],
  ['entry/shift-writes', 648, 31, 34, true, false, 'one link delay'],
  ['entry/verify', 679, 25, 30, true, false, 'first client write, fresh connections'],
  ['gateway/scale 2 → 4', 613, 592, 550, false, true, 'after reads, not urgent'],
  ['orders/scale 2 → 4', 704, 564, 550, false, true, 'after traffic, not urgent'],
]);

/** A planned move; `shiftMs` moves its hold, so that the three moves are not one picture. */
export function plannedSteps(from: string, to: string, epoch: number, shiftMs: number) {
  const hold = 160 + shiftMs;
  return steps([
    ['orders-db/verify', 0, 34, 30, true, false, `${to} streams, lag 32 ms`],
    ['gateway/verify', 4, 96, 110, false, false, `2 of 2 ready in ${to}`],
    ['orders/scale 2 → 4', 34, hold - 38, 120, true, false, `4 of 4 ready in ${to}`],
    ['gateway/hold-writes', hold, 9, 8, true, false, 'queue opened, none in flight'],
    ['orders-db/fence', hold + 9, 15, 16, true, false, `${from} stopped cleanly`],
    ['orders-db/await', hold + 24, 31, 34, true, false, 'shutdown record replayed'],
    ['orders-db/promote', hold + 55, 14, 16, true, false, `epoch ${epoch}`],
    ['gateway/release-writes', hold + 69, 15, 18, true, false, `to ${to}`],
    ['entry/admit', hold + 84, 64, 70, true, false, `dial of ${to} at 100 %`],
    [
      'orders-db/rejoin',
      hold + 90,
      410,
      400,
      false,
      true,
      `${from} streams again, fresh LSN replayed`,
    ],
  ]);
}

const nothing: Phase['measured'] = {
  detectionMs: null,
  writeOutageMs: 0,
  afterDetectionMs: null,
  readOutageMs: 0,
  rtoMs: 0,
  recovered: true,
  rpoMs: 0,
  clientErrors: 0,
  sentWrites: 0,
  ackedWrites: 0,
  ackedLost: 0,
  duplicated: 0,
  dualWriterMs: 0,
  latencyMs: { p50: 0, p99: 0, max: 0 },
};

const source = 'measured in 12 drills of eks-failover, 2026-11-20';

const base: Phase = {
  name: 'steady',
  what: '600 requests/s, nothing broken',
  fault: null,
  intent: null,
  startMs: 0,
  endMs: 6000,
  faultAtMs: null,
  healedAtMs: null,
  objective: { rtoMs: null, rpoMs: null },
  predicted: { rtoMs: null, p10Ms: null, p90Ms: null },
  measured: nothing,
  steps: [],
  met: null,
  lostWrites: [],
  dangling: [],
  salvaged: null,
  runs: [],
  busyShare: 0.58,
};

function planned(
  name: string,
  intent: 'failback' | 'switchover',
  regions: readonly [string, string],
  span: readonly [number, number],
  pauseMs: number,
  epoch: number,
): Phase {
  const [from, to] = regions;
  return {
    ...base,
    name,
    what: `${from} → ${to}, planned`,
    intent,
    startMs: span[0],
    endMs: span[1],
    objective: { rtoMs: 5000, rpoMs: 0 },
    predicted: { rtoMs: 96, p10Ms: 90, p90Ms: 130, journaledAtMs: span[0] - 8, source },
    measured: { ...nothing, writeOutageMs: pauseMs, rtoMs: pauseMs },
    steps: plannedSteps(from, to, epoch, epoch * 4),
    met: true,
    runs: [`r-${name}`],
  };
}

/** The phases without what is counted from requests: `sample.ts` fills that in. */
export function samplePhases(): readonly Phase[] {
  return [
    base,
    {
      ...base,
      name: 'zone-loss',
      what: 'us-east-1a killed, with the writer',
      fault: 'zone-loss',
      intent: 'failover',
      startMs: 6000,
      endMs: 17_000,
      faultAtMs: 6000,
      healedAtMs: 11_000,
      objective: { rtoMs: 120_000, rpoMs: 0 },
      predicted: { rtoMs: 690, p10Ms: 640, p90Ms: 760, journaledAtMs: 5_992, source },
      measured: {
        ...nothing,
        detectionMs: 531,
        writeOutageMs: 662,
        afterDetectionMs: 131,
        rtoMs: 675,
      },
      steps: zoneLossSteps,
      met: true,
      runs: ['r-zone-loss'],
    },
    {
      ...base,
      name: 'region-loss',
      what: 'us-east-1 killed, all of it',
      fault: 'region-loss',
      intent: 'failover',
      startMs: 17_000,
      endMs: 30_000,
      faultAtMs: 17_000,
      healedAtMs: 23_000,
      objective: { rtoMs: 900_000, rpoMs: 60_000 },
      predicted: { rtoMs: 770, p10Ms: 700, p90Ms: 940, journaledAtMs: 16_992, source },
      measured: {
        ...nothing,
        detectionMs: 561,
        writeOutageMs: 704,
        afterDetectionMs: 143,
        readOutageMs: 613,
        rtoMs: 738,
        rpoMs: 41,
        rpoByStore: { rows: 41, files: 0 },
      },
      steps: regionLossSteps,
      met: true,
      salvaged: true,
      runs: ['r-region-loss'],
    },
    planned('failback', 'failback', ['us-west-2', 'us-east-1'], [30_000, 37_000], 88, 4),
    planned('switchover', 'switchover', ['us-east-1', 'us-west-2'], [37_000, 43_000], 84, 5),
    planned('switchback', 'switchover', ['us-west-2', 'us-east-1'], [43_000, 48_000], 91, 6),
  ];
}
