import { keptKeys, labTiming, readSalvaged } from '@outrigger/lab';
import { objectiveFor, type Platform } from '@outrigger/model';
import { checkInvariants, type JournalRecord } from '@outrigger/recovery';
import {
  type Audit,
  type AuditFindings,
  auditTotals,
  type DirectAck,
  type DrillReport,
  headline,
  measurePhase,
  missesOf,
  type Phase,
  type PhaseMarks,
  type RequestRecord,
  requestsByPhase,
  type StepTiming,
  timeline,
  worstMoments,
} from '@outrigger/report';
import { awsPrediction, type PhasePlan } from './aws-prediction.ts';
import type { DrillResult } from './drill.ts';
import { environmentOf } from './environment.ts';
import type { PhaseResult } from './phase.ts';
import { marksOf } from './phase-marks.ts';
import { busyShare } from './processors.ts';
import type { ReportInput } from './report-input.ts';
import { type RecordedRun, stepTimings } from './run-recorder.ts';

const binMs = 100;
const lens = { beforeMs: 500, afterMs: 3_000 } as const;

/** From what a drill saw to what it says. Everything here is counted from ledgers and journals. */
export async function buildReport(input: ReportInput): Promise<DrillReport> {
  const { result, loaded } = input;
  const [requests, directAcks, salvaged] = await Promise.all([
    result.load.requests(),
    result.load.directAcks(),
    readSalvaged(input.stateFolder),
  ]);
  const { findings } = result;
  const kept = keptKeys(requests, findings, salvaged);
  const marks = result.phases.map((phase) => marksOf(phase, result.startedAtMs));
  const split = requestsByPhase(requests, marks);
  const processors = input.session.processors();
  const phases = result.phases.map((phase, index): Phase => {
    const own = split[index] ?? [];
    const mark = marks[index] as PhaseMarks;
    const measurement = measurePhase({
      phase: mark,
      requests: own,
      allRequests: requests,
      directAcks,
      findings,
      salvaged: hasSalvaged(result.phases.slice(index).flatMap(({ runs }) => runs)) ? kept : null,
    });
    const told = phaseOf(phase, mark, measurement, loaded.platform, own, findings, result);
    return { ...told, busyShare: busyShare(processors, phase.startMs, phase.endMs) };
  });
  const picture = timelineOf(input, requests, directAcks, marks);
  const totals: Audit = auditTotals(requests, findings);
  const invariants = checkInvariants({
    runs: result.phases.flatMap((phase) => phase.runs.map((run) => run.records)),
    writings: picture.writers.map((writer) => ({
      component: writer.member.split('@')[0] ?? '',
      member: writer.member,
      epoch: writer.epoch,
      fromMs: writer.fromMs,
      toMs: writer.toMs,
    })),
    effects: input.effects.seen(),
  });
  const report: DrillReport = {
    schemaVersion: 1,
    run: input.drill,
    platform: loaded.platform.name,
    world: 'lab',
    seed: input.seed,
    startedAt: input.startedAt,
    totalMs: result.endedAtMs - result.startedAtMs,
    peakMemoryBytes: input.memory.bytes,
    phases,
    audit: totals,
    invariants,
    worst: [],
    environment: environmentOf(input),
    timeline: picture,
    version: input.version,
    stopped:
      result.stopped === null
        ? null
        : { ...result.stopped, atMs: result.stopped.atMs - result.startedAtMs },
    aws: awsPrediction(result.phases.flatMap(planOf)),
  };
  const whole = { ...report, worst: worstMoments(report) };
  return { ...whole, headline: headline(whole).title };
}

/** What of a run tells whether it looked for what was lost. */
interface RunSeen {
  readonly plan: {
    readonly intent: RecordedRun['plan']['intent'];
    readonly steps: readonly { readonly id: string; readonly action: { readonly verb: string } }[];
  };
  readonly records: readonly Pick<JournalRecord, 'event'>[];
  readonly status: string;
}

/**
 * Whether what a phase lost has been looked for by one of the runs since: a salvage is done, or a
 * run home, which has to have one. A drill that ends before its heal leaves it where it is.
 */
export function hasSalvaged(since: readonly RunSeen[]): boolean {
  return since.some(({ plan, records, status }) => {
    if (plan.intent === 'failback' && status === 'done') return true;
    const salvages = new Set(
      plan.steps.filter(({ action }) => action.verb === 'salvage').map(({ id }) => id),
    );
    return records.some(({ event }) => event.type === 'done' && salvages.has(String(event.step)));
  });
}

/** Whether what was broken should stop nobody. */
export function isHarmless({ fault, scenario }: Pick<PhaseResult, 'fault' | 'scenario'>): boolean {
  return fault !== null && scenario.detects === 'nothing';
}

/** The plan that a phase is about: what mended a zone after its heal is none. */
function planOf({ scenario, runs }: PhaseResult): PhasePlan[] {
  const run = runs.findLast((each) => each.plan.intent === scenario.intent);
  return run === undefined ? [] : [{ phase: scenario.name, plan: run.plan }];
}

/** Longest pause of writes that the lab allows a planned move, ms: clients rarely wait for less. */
const plannedMoveMsMax = 5_000;

function phaseOf(
  phase: PhaseResult,
  mark: PhaseMarks,
  { measured, lostWrites, salvaged }: ReturnType<typeof measurePhase>,
  platform: Platform,
  own: readonly RequestRecord[],
  findings: AuditFindings,
  result: DrillResult,
): Phase {
  const { scenario } = phase;
  const objective = scenario.scope === null ? null : objectiveFor(platform, scenario.scope);
  const expected = phase.predicted?.pauseMs ?? phase.predicted?.servedMs ?? null;
  const baseMs = phase.faultAtMs ?? phase.startMs;
  const keys = new Set(own.map((request) => request.key));
  const told: Phase = {
    name: scenario.name,
    what: phase.what,
    fault: phase.fault === null ? null : phase.fault.kind,
    intent: scenario.intent,
    ...(isHarmless(phase) ? { harmless: true } : {}),
    startMs: mark.startMs,
    endMs: mark.endMs,
    faultAtMs: mark.faultAtMs,
    healedAtMs: phase.healedAtMs === null ? null : phase.healedAtMs - result.startedAtMs,
    objective: {
      rtoMs: objective && (objective.rtoMs ?? plannedMoveMsMax),
      rpoMs: objective?.rpoMs ?? null,
    },
    predicted: {
      rtoMs: expected?.p50 ?? null,
      p10Ms: expected?.p10 ?? null,
      p90Ms: expected?.p90 ?? null,
      ...journaledFrom(phase, result),
    },
    ...movedOf(phase),
    measured,
    steps: [
      ...detectionStep(phase, baseMs),
      ...phase.runs.flatMap((run) => stepTimings(run, baseMs)),
    ],
    met: objective === null ? null : phase.problem === null,
    lostWrites,
    dangling: findings.dangling.filter((each) => keys.has(each.from)),
    salvaged,
    runs: phase.runs.map((run) => run.run),
  };
  // A machine that reads `met` hears the same as a person that reads the report.
  return { ...told, met: told.met && missesOf(told).length === 0 };
}

/** When, and by whose durations, it was predicted. */
function journaledFrom({ predicted }: PhaseResult, { startedAtMs }: DrillResult) {
  if (predicted === null) return {};
  const { journaledAtMs, source } = predicted;
  return { journaledAtMs: journaledAtMs - startedAtMs, source };
}

/** Where the run that the phase is about brought the writes. */
function movedOf({ scenario, runs }: PhaseResult): Pick<Phase, 'moved'> {
  const wanted = scenario.intent ?? 'failover';
  const plan = runs.findLast((each) => each.plan.intent === wanted)?.plan;
  return plan === undefined ? {} : { moved: { from: plan.from, to: plan.to } };
}

function detectionStep(phase: PhaseResult, baseMs: number): StepTiming[] {
  if (phase.detection === null) return [];
  const { verdict, atMs } = phase.detection;
  return [
    {
      id: `detect ${verdict.zone ?? verdict.region}`,
      startMs: 0,
      endMs: atMs - baseMs,
      expectedMs: phase.predicted?.detectionMs ?? null,
      outcome: 'done',
      critical: true,
      background: false,
      note: `${labTiming.probeThreshold} probes missed, each a question and a write`,
    },
  ];
}

function timelineOf(
  input: ReportInput,
  requests: readonly RequestRecord[],
  directAcks: readonly DirectAck[],
  marks: readonly PhaseMarks[],
): DrillReport['timeline'] {
  const { result } = input;
  const origin = result.startedAtMs;
  const recoveries = result.phases.flatMap((phase) =>
    phase.runs.flatMap((run, index) => {
      const served = run.records.findLast(
        ({ event }) =>
          typeof event.step === 'string' && event.step.endsWith('/verify') && event.type === 'done',
      );
      const fromMs = index === 0 && phase.faultAtMs !== null ? phase.faultAtMs : run.startedAtMs;
      const toMs = served?.monotonicMs ?? run.endedAtMs;
      const own = {
        label: phase.scenario.name,
        fromMs: fromMs - origin,
        toMs: toMs - origin,
        background: index > 0,
      };
      if (run.endedAtMs - toMs < binMs) return [own];
      return [
        own,
        {
          label: 'redundancy',
          fromMs: toMs - origin,
          toMs: run.endedAtMs - origin,
          background: true,
        },
      ];
    }),
  );
  const zones = new Map(
    input.session.layout.databases.flatMap((database) =>
      database.members.map((member) => [member.id, member.zone] as const),
    ),
  );
  return timeline({
    requests,
    directAcks,
    phases: marks,
    recoveries,
    zoneOf: (member) => zones.get(member) ?? member,
    totalMs: result.endedAtMs - origin,
    binMs,
    lens,
  });
}
