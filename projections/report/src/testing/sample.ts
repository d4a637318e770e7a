/**
 * An invented drill of 48 s with the shape of a real one, for tests and the preview. Its counts are
 * counted from its requests, so they add up as a real report's must.
 */
import { headline } from '../headline.ts';
import type { DrillReport, LostWrite, Phase } from '../types.ts';
import { worstMoments } from '../worst.ts';
import {
  type Disturbance,
  latencyFigures,
  type SampleRequest,
  sampleBins,
  sampleLens,
  sampleRequests,
  seeded,
} from './sample-load.ts';
import { samplePhases } from './sample-phases.ts';

const drillMs = 48_000;
const writes = [1, 2] as const;
const all = [0, 1, 2] as const;

/** When a planned move's writes wait, relative to its start: from its hold step. */
function holdMs(phase: Phase): number {
  return (phase.steps.find((step) => step.id === 'gateway/hold-writes')?.startMs ?? 0) + 2;
}

function disturbances(phases: readonly Phase[]): readonly Disturbance[] {
  const moves = phases
    .filter((phase) => phase.faultAtMs === null && phase.intent !== null)
    .map((phase): Disturbance => {
      const fromMs = phase.startMs + holdMs(phase);
      const toMs = fromMs + phase.measured.writeOutageMs;
      return { fromMs, toMs, operations: writes, effect: 'hold' };
    });
  return [
    { fromMs: 5996, toMs: 6531, operations: writes, effect: 'fail' },
    { fromMs: 6531, toMs: 6662, operations: writes, effect: 'hold' },
    { fromMs: 11_200, toMs: 13_100, operations: all, effect: 'slow' },
    { fromMs: 16_992, toMs: 17_561, operations: all, effect: 'fail' },
    { fromMs: 17_561, toMs: 17_613, operations: [0], effect: 'hold' },
    { fromMs: 17_561, toMs: 17_704, operations: writes, effect: 'hold' },
    { fromMs: 23_300, toMs: 26_400, operations: all, effect: 'slow' },
    ...moves,
  ];
}

/** The phase that a request belongs to; the last one takes what is due at the very end. */
function requestsOf(phase: Phase, requests: readonly SampleRequest[]): readonly SampleRequest[] {
  const early = phase.faultAtMs === null ? 0 : 10;
  return requests.filter((request) => {
    const inside = request.dueMs >= phase.startMs && request.dueMs < phase.endMs;
    // A request due just before a fault that fails by it counts for the fault.
    const before = request.dueMs >= phase.startMs - early && request.dueMs < phase.startMs;
    const after = request.dueMs >= phase.endMs - 10 && request.dueMs < phase.endMs;
    return (inside && !(after && !request.answered)) || (before && !request.answered);
  });
}

function lostWrites(): readonly LostWrite[] {
  const rows: readonly (readonly [number, string, number])[] = [
    [3391, '7f3a-02-c1-44d1', 31.2],
    [3392, '91c2-02-9b-0c08', 28.7],
    [3393, 'c04e-01-77-a19a', 25.6],
    [3394, '2be8-04-13-e047', 16.5],
    [3395, 'e519-03-a2-55f2', 12.6],
    [3396, '0ad7-01-5e-906b', 10.2],
  ];
  return rows.map(([number, key, beforeFaultMs], index) => ({
    id: `ord-${number}`,
    key,
    client: `client-${(index % 4) + 1}`,
    beforeFaultMs,
    salvaged: true,
  }));
}

function counted(phase: Phase, requests: readonly SampleRequest[]): Phase {
  const own = requestsOf(phase, requests);
  const sent = own.filter((request) => request.operation !== 0);
  const acked = sent.filter((request) => request.answered);
  const figures = latencyFigures(
    own.filter((request) => request.answered).map((request) => request.latencyMs),
  );
  const lost = phase.name === 'region-loss' ? lostWrites() : [];
  return {
    ...phase,
    lostWrites: lost,
    measured: {
      ...phase.measured,
      clientErrors: own.filter((request) => !request.answered).length,
      sentWrites: sent.length,
      ackedWrites: acked.length,
      ackedLost: lost.length,
      latencyMs: { p50: figures?.[0] ?? 0, p99: figures?.[1] ?? 0, max: figures?.[2] ?? 0 },
    },
  };
}

const writers = [
  ['us-east-1a', 1, 0, 6000],
  ['us-east-1b', 2, 6600, 17_000],
  ['us-west-2a', 3, 17_637, 30_249],
  ['us-east-1b', 4, 30_262, 37_253],
  ['us-west-2a', 5, 37_264, 43_257],
  ['us-east-1b', 6, 43_270, drillMs],
] as const;

const recoveries = [
  ['0.68 s', 6000, 6675, false],
  ['re-seed', 11_000, 13_100, true],
  ['0.74 s', 17_000, 17_738, false],
  ['re-seed', 23_000, 26_400, true],
  ['88 ms stall', 30_000, 32_100, false],
  ['84 ms stall', 37_000, 39_000, false],
  ['91 ms stall', 43_000, 45_000, false],
] as const;

function invariants(): DrillReport['invariants'] {
  const rows: readonly (readonly [string, string, string, string])[] = [
    [
      'one-writer',
      'Never two writers',
      '0 ms',
      '6 epochs, each began after the lease before it ended',
    ],
    [
      'capacity-first',
      'Capacity and data before traffic',
      '7 of 7',
      'no request reached a region before its checks passed',
    ],
    [
      'lost-region-unused',
      'Nothing needs the lost region',
      '0 of 46',
      'control-plane calls to us-east-1 while it was down',
    ],
    [
      'no-global-control-plane',
      'Nothing needs a global control plane',
      '0 of 46',
      'traffic moved by health checks, not by an API call',
    ],
    [
      'approved-loss',
      'A person decides where data may be lost',
      '1 of 1',
      'pre-approved by platform.ts: lag 41 ms, allowed 1 min',
    ],
    [
      'journal-first',
      'Journal before effect',
      '68 of 68',
      'every effect was recorded before it was performed',
    ],
  ];
  return rows.map(([name, title, figure, detail]) => ({ name, title, held: true, figure, detail }));
}

function environment(seed: number): DrillReport['environment'] {
  return {
    world: 'lab, 2 regions, 4 zones, 31 processes',
    database: 'PostgreSQL 18.4, writer + synchronous standby, asynchronous across regions',
    link: '30 ms each way, 1 Gbit/s',
    load: 'open loop, 200 writes/s and 400 reads/s, 48 s',
    machine: 'Linux x64, 2 cores, 7.8 GiB; steal 1.2 %',
    versions: 'Outrigger 0.1.0, Node 24.21.0',
    plan: '34 steps, sha256 9b1e…c7d0; epochs 1 to 6',
    folded: ['us-east-1 runs 2 of its 3 zones.'],
    standIns: [],
    measurementErrorMs: 2,
    reproduce: [
      { comment: 'this drill again', command: `npm start -- --seed ${seed}` },
      {
        comment: 'its journal, record by record',
        command: 'npx outrigger runs show eks-failover-1121-031204',
      },
      {
        comment: 'twenty region losses: median, min, max',
        command: 'npm run bench -- lab --repeat 20',
      },
    ],
    settings: {
      probeIntervalMs: 250,
      probeThreshold: 3,
      leaseMs: 400,
      linkOneWayMs: 30,
      writesPerSecond: 200,
      readsPerSecond: 400,
    },
  };
}

export function sampleReport(seed = 7041): DrillReport {
  const planned = samplePhases();
  const requests = sampleRequests(seeded(seed), drillMs, disturbances(planned));
  const phases = planned.map((phase) => counted(phase, requests));
  const sent = phases.reduce((total, phase) => total + phase.measured.sentWrites, 0);
  const acked = phases.reduce((total, phase) => total + phase.measured.ackedWrites, 0);
  const unknown = 5;
  const report: Omit<DrillReport, 'worst'> = {
    schemaVersion: 1,
    run: 'eks-failover-1121-031204',
    platform: 'eks-failover',
    world: 'lab',
    seed,
    startedAt: '2026-11-21T03:12:04Z',
    totalMs: 56_300,
    peakMemoryBytes: 1.12 * 1024 ** 3,
    phases,
    audit: {
      sent,
      acked,
      found: acked - 6,
      lost: 6,
      duplicated: 0,
      outOfOrder: 0,
      refused: sent - acked - unknown,
      refusedPresent: 0,
      unknown,
      unknownPresent: 3,
      duplicatedWrites: [],
      outOfOrderWrites: [],
      refusedPresentWrites: [],
      unknownPresentWrites: ['drill.c03.411', 'drill.c11.412', 'drill.c15.p7'],
    },
    invariants: invariants(),
    environment: environment(seed),
    version: '0.1.0',
    stopped: null,
    aws: predictedOnAws,
    timeline: timelineOf(requests),
  };
  return { ...report, headline: headline(report).title, worst: worstMoments(report) };
}

const predictedOnAws: NonNullable<DrillReport['aws']> = {
  phase: 'region-loss',
  rtoMs: 370_000,
  p90Ms: 580_000,
  objectiveMs: 900_000,
  mostly: 'the RDS promotion',
  phases: [
    {
      phase: 'zone-loss',
      rtoMs: 95_000,
      p90Ms: 130_000,
      objectiveMs: 120_000,
      mostly: null,
      assumedShare: 0.1,
    },
    {
      phase: 'region-loss',
      rtoMs: 370_000,
      p90Ms: 580_000,
      objectiveMs: 900_000,
      mostly: 'the RDS promotion',
      assumedShare: 0.02,
    },
    {
      phase: 'switchover',
      rtoMs: 361_000,
      p90Ms: 720_000,
      objectiveMs: 5_000,
      mostly: 'the handover of the database',
      assumedShare: 0.01,
    },
  ],
  sources: [
    {
      basis: 'documented',
      source: 'RDS guide: several minutes or longer',
      steps: ['orders-db/promote', 'orders-db/transfer'],
    },
    { basis: 'assumed', source: 'one call, answered', steps: ['orders-db/fence'] },
  ],
};

function timelineOf(requests: ReturnType<typeof sampleRequests>): DrillReport['timeline'] {
  return {
    ...sampleBins(requests, drillMs, 100),
    writers: writers.map(([zone, epoch, fromMs, toMs]) => ({
      member: `orders-db@${zone}`,
      zone,
      epoch,
      fromMs,
      toMs,
    })),
    recoveries: recoveries.map(([label, fromMs, toMs, background]) => ({
      label,
      fromMs,
      toMs,
      background,
    })),
    lenses: [
      sampleLens(requests, 'zone-loss', 5000, 10_000),
      sampleLens(requests, 'region-loss', 16_000, 21_000),
      sampleLens(requests, 'failback', 29_500, 33_000),
      sampleLens(requests, 'switchover', 36_500, 40_000),
      sampleLens(requests, 'switchback', 42_500, 46_000),
    ],
  };
}
