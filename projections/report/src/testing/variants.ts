/**
 * Invented drills that went otherwise: missed, stopped, empty, crowded. For tests and the preview.
 */
import { headline } from '../headline.ts';
import type { DrillReport, LostWrite, Phase } from '../types.ts';
import { worstMoments } from '../worst.ts';
import { sampleReport } from './sample.ts';

/** What the report says about itself is derived anew. */
function completed(report: DrillReport): DrillReport {
  return { ...report, headline: headline(report).title, worst: worstMoments(report) };
}

function withPhase(
  report: DrillReport,
  name: string,
  change: (phase: Phase) => Phase,
): DrillReport {
  const phases = report.phases.map((phase) => (phase.name === name ? change(phase) : phase));
  return { ...report, phases };
}

/** Objectives missed, an invariant broken, two writers, losses that salvage did not keep. */
export function missedReport(): DrillReport {
  const tight = withPhase(sampleReport(), 'region-loss', (phase) => ({
    ...phase,
    met: false,
    objective: { rtoMs: 500, rpoMs: 20 },
    salvaged: false,
    lostWrites: phase.lostWrites.map((write, index) => ({ ...write, salvaged: index > 1 })),
    measured: { ...phase.measured, dualWriterMs: 12, rpoByStore: { rows: 41, files: 380 } },
    dangling: [
      { from: 'ord-3388', to: 'sha256-9b1ec7d0aa41' },
      { from: 'ord-3389', to: 'sha256-77aa01bc9d3e' },
    ],
  }));
  const slow = withPhase(tight, 'switchover', (phase) => ({
    ...phase,
    met: false,
    steps: phase.steps.map((step) =>
      step.id === 'entry/admit'
        ? {
            ...step,
            outcome: 'failed' as const,
            note: 'the entry answered 409: epoch 5 is older than 6',
          }
        : step,
    ),
    objective: { rtoMs: 60, rpoMs: 0 },
  }));
  return completed({
    ...slow,
    invariants: slow.invariants.map((invariant) =>
      invariant.name === 'one-writer'
        ? {
            ...invariant,
            held: false,
            figure: '12 ms',
            detail: 'epoch 2 acked 12 ms after epoch 3 had begun',
          }
        : invariant,
    ),
  });
}

/** RTO missed and nothing else: the service never came back within the phase. */
export function unservedReport(): DrillReport {
  return completed(
    withPhase(sampleReport(), 'region-loss', (phase) => ({
      ...phase,
      met: false,
      measured: { ...phase.measured, rtoMs: 13_000, writeOutageMs: 13_000, recovered: false },
    })),
  );
}

/** Ctrl-C, 8 s after the region was lost. */
export function stoppedReport(): DrillReport {
  const whole = sampleReport();
  const atMs = 19_000;
  const bins = atMs / whole.timeline.binMs;
  const phases = whole.phases
    .filter((phase) => phase.startMs < atMs)
    .map((phase) =>
      phase.endMs > atMs
        ? {
            ...phase,
            endMs: atMs,
            healedAtMs: null,
            met: null,
            salvaged: null,
            lostWrites: phase.lostWrites.map((write) => ({ ...write, salvaged: null })),
          }
        : phase,
    );
  const acked = phases.reduce((total, phase) => total + phase.measured.ackedWrites, 0);
  const shorter = <T extends { readonly fromMs: number; readonly toMs: number }>(
    items: readonly T[],
  ) =>
    items
      .filter((item) => item.fromMs < atMs)
      .map((item) => ({ ...item, toMs: Math.min(item.toMs, atMs) }));
  return completed({
    ...whole,
    phases,
    totalMs: 27_400,
    stopped: { phase: 'region-loss', atMs, why: 'stopped by Ctrl-C after 19 s' },
    invariants: whole.invariants.map((invariant, index) =>
      index % 2 === 0
        ? { ...invariant, asked: 3 }
        : { ...invariant, asked: 0, figure: '0 of 0', detail: '' },
    ),
    audit: {
      ...whole.audit,
      acked,
      found: acked - 6,
      sent: acked + whole.audit.refused + whole.audit.unknown,
    },
    timeline: {
      ...whole.timeline,
      answered: whole.timeline.answered.slice(0, bins),
      failed: whole.timeline.failed.slice(0, bins),
      latency: whole.timeline.latency.slice(0, bins),
      writers: shorter(whole.timeline.writers),
      recoveries: shorter(whole.timeline.recoveries),
      lenses: whole.timeline.lenses.filter((lens) => lens.fromMs < atMs),
    },
  });
}

/** No client could send, no fault was injected: every figure is empty. */
export function emptyReport(): DrillReport {
  const whole = sampleReport();
  const nothing = { p50: 0, p99: 0, max: 0 };
  return completed({
    ...whole,
    phases: whole.phases.slice(0, 1).map((phase) => ({
      ...phase,
      measured: { ...phase.measured, sentWrites: 0, ackedWrites: 0, latencyMs: nothing },
    })),
    audit: {
      sent: 0,
      acked: 0,
      found: 0,
      lost: 0,
      duplicated: 0,
      outOfOrder: 0,
      refused: 0,
      refusedPresent: 0,
      unknown: 0,
      unknownPresent: 0,
    },
    invariants: [],
    aws: null,
    timeline: {
      binMs: 100,
      answered: [],
      failed: [],
      latency: [],
      writers: [],
      recoveries: [],
      lenses: [],
    },
  });
}

/** Nothing was broken: a baseline of 6 s. */
export function steadyReport(): DrillReport {
  const whole = sampleReport();
  const [steady] = whole.phases;
  const acked = steady?.measured.ackedWrites ?? 0;
  return completed({
    ...whole,
    phases: whole.phases.slice(0, 1),
    audit: {
      ...whole.audit,
      sent: acked,
      acked,
      found: acked,
      lost: 0,
      refused: 0,
      unknown: 0,
      unknownPresent: 0,
      unknownPresentWrites: [],
    },
    timeline: {
      ...whole.timeline,
      answered: whole.timeline.answered.slice(0, 59),
      failed: whole.timeline.failed.slice(0, 59),
      latency: whole.timeline.latency.slice(0, 59),
      writers: whole.timeline.writers.slice(0, 1),
      recoveries: [],
      lenses: [],
    },
  });
}

/** One for every other fault, after the last one of a drill. */
function morePhases(last: Phase | undefined): readonly Phase[] {
  const extra = ['partition', 'witness-loss', 'frozen', 'slow-link', 'process-crash', 'heal-zone'];
  if (last === undefined) return [];
  return extra.map((name, index) => {
    const isBroken = name !== 'heal-zone';
    const measured = { clientErrors: 0, ackedLost: 0, writeOutageMs: 0, rtoMs: 0 };
    return {
      ...last,
      name,
      fault: name,
      intent: null,
      what: `${name} in us-east-1, for 2 s`,
      startMs: 48_000 + index * 3000,
      endMs: 51_000 + index * 3000,
      faultAtMs: isBroken ? 48_200 + index * 3000 : null,
      healedAtMs: isBroken ? 50_200 + index * 3000 : null,
      measured: { ...last.measured, ...measured },
      met: isBroken ? true : null,
      steps: [],
    };
  });
}

/** Long names, markup in names, hundreds of losses, hours of outage, more phases than a screen. */
export function crowdedReport(): DrillReport {
  const whole = sampleReport();
  const long = 'analytics-and-reporting-warehouse-of-the-european-branch';
  const losses: readonly LostWrite[] = Array.from({ length: 437 }, (_, index) => ({
    id: `order-with-a-very-long-identifier-${index}`,
    key: `idempotency-key-of-client-${index}-and-so-on`,
    client: `client-with-a-long-name-${index % 12}`,
    beforeFaultMs: 12_345_678 / (index + 1),
    salvaged: true,
  }));
  const crowded = withPhase(whole, 'region-loss', (phase) => ({
    ...phase,
    what: `${long} & <script>alert("x")</script> killed, all of it`,
    objective: { rtoMs: 86_400_000, rpoMs: 14_400_000 },
    predicted: { rtoMs: 3_600_000, p10Ms: 1_800_000, p90Ms: 7_200_000 },
    lostWrites: losses,
    measured: {
      ...phase.measured,
      rtoMs: 12_345_678,
      writeOutageMs: 12_300_000,
      detectionMs: 600_000,
      rpoMs: 12_345_678,
      clientErrors: 123_456_789,
      ackedLost: 437,
    },
    steps: phase.steps.map((step) => ({
      ...step,
      id: `${long}/${step.id.split('/').at(-1)}`,
      startMs: step.startMs * 16_000,
      endMs: step.endMs * 16_000,
      expectedMs: (step.expectedMs ?? 0) * 15_000,
      note:
        `${step.note}; and a remark that is much longer than any space that a picture could ` +
        'have for it',
    })),
  }));
  const phases = [...crowded.phases, ...morePhases(whole.phases.at(-1))];
  return completed({
    ...crowded,
    platform: `peccy-${long}`,
    run: `peccy-${long}-1121-031204`,
    phases,
    audit: { ...whole.audit, acked: 9_377_123, found: 9_376_686, lost: 437, sent: 9_380_000 },
    environment: {
      ...whole.environment,
      folded: [
        'Each region runs 2 of its 3 zones.',
        'Each service runs 1 of its 6 replicas a zone.',
      ],
      standIns: [
        'MySQL is played by PostgreSQL.',
        'The web and app servers are played by the storefront.',
      ],
      reproduce: [
        {
          comment: 'this\nrm -rf',
          command: `npx outrigger drill ${long} --failure region-loss:us-east-1 --seed 7041`,
        },
      ],
    },
  });
}

export function variants(): { readonly [name: string]: DrillReport } {
  return {
    sample: sampleReport(),
    missed: missedReport(),
    unserved: unservedReport(),
    stopped: stoppedReport(),
    empty: emptyReport(),
    steady: steadyReport(),
    crowded: crowdedReport(),
  };
}
