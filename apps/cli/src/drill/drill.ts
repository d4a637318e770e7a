import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import {
  auditWrites,
  type Load,
  type LoadStart,
  type LoadSummary,
  labJournal,
  type loadOfRate,
  makeFolder,
  monotonicMs,
  type Problem,
  startLoad,
  whyNoAudit,
} from '@outrigger/lab';
import type { Approver, JournalRecord, Timings } from '@outrigger/recovery';
import {
  type AuditFindings,
  mergeFindings,
  type RequestRecord,
  unseenAsLost,
} from '@outrigger/report';
import type { LoadedPlatform } from '../platform/load.ts';
import { openJournals } from '../runs/journals.ts';
import { calmRule, watchCalm } from './calm.ts';
import type { EffectLog } from './effect-log.ts';
import { PhaseBroken, type PhaseResult, runPhase } from './phase.ts';
import { measuredLast } from './phase-marks.ts';
import { type Prediction, predictionsIn } from './prediction.ts';
import type { Progress } from './progress.ts';
import { refuseClients } from './refuse-clients.ts';
import type { PhaseScenario } from './scenario.ts';
import type { Session } from './session.ts';

export interface DrillOptions {
  readonly loaded: LoadedPlatform;
  readonly session: Session;
  readonly stateFolder: string;
  readonly runFolder: string;
  readonly drill: string;
  readonly seed: number;
  readonly scenario: readonly PhaseScenario[];
  readonly approver: Approver;
  readonly clients: ReturnType<typeof loadOfRate>;
  /** What durations are predicted by. */
  readonly timings: Timings;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly effects: EffectLog;
  /** Told when the counted load begins: the drill's time counts from there. */
  readonly onLoad: (originMs: number) => void;
}

/** All that a drill saw, raw. Monotonic ms. */
export interface DrillResult {
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly load: Load;
  readonly clients: DrillOptions['clients'];
  readonly summary: LoadSummary;
  readonly phases: readonly PhaseResult[];
  readonly findings: AuditFindings;
  readonly latenessMs: number;
  readonly stopped: { readonly phase: string; readonly atMs: number; readonly why: string } | null;
}

/**
 * Until the processes have compiled what clients make them run, they are slower than they will be.
 */
const warmUpMs = 5_000;

/**
 * The load runs from before the first fault until after the last; each phase ends with an audit.
 */
export async function runDrill(options: DrillOptions): Promise<DrillResult> {
  const { session, drill, runFolder, seed, signal } = options;
  makeFolder(runFolder);
  options.progress.doing('clients warm the services up');
  const load = await begin(options, { ...options.clients, run: drill, runFolder, seed, warmUpMs });
  options.onLoad(load.originMs);
  if (load.withoutUploads !== null)
    options.progress.note(`no pictures are uploaded: ${load.withoutUploads}`);
  const clients = watchCalm(load);
  const phases: PhaseResult[] = [];
  let findings: AuditFindings | null = null;
  let latenessMs = 0;
  let stopped: DrillResult['stopped'] = null;
  let runs = 0;
  const journal = drillJournal(session, drill);
  for (const scenario of options.scenario) {
    const startedAtMs = monotonicMs();
    try {
      signal.throwIfAborted();
      options.progress.doing('waiting until clients are calm');
      if (!(await clients.calm(signal))) {
        options.progress.note(
          `clients were not calm after ${calmRule.limitMs / 1_000} s: going on`,
        );
      }
      const phase = await runPhase(scenario, {
        platform: options.loaded.platform,
        session,
        load,
        stateFolder: options.stateFolder,
        approver: options.approver,
        timings: options.timings,
        signal,
        nextRun: () => `${drill}-${++runs}`,
        journal,
        progress: options.progress,
        effects: options.effects,
      });
      phases.push(phase);
      options.progress.doing('looking for every acked write');
      const mark = await load.mark(scenario.name);
      latenessMs = Math.max(latenessMs, mark.lateness.p99);
      const requests = await load.requests();
      findings = await audit(options, requests, findings);
      const measured = measuredLast({ phases, originMs: load.originMs, requests, findings });
      if (measured !== null) options.progress.ended(measured);
      if (phase.problem !== null) {
        stopped = { phase: scenario.name, atMs: monotonicMs(), why: phase.problem };
        options.progress.note(`stopped: ${phase.problem}`);
        break;
      }
    } catch (thrown) {
      const error = thrown instanceof PhaseBroken ? thrown.cause : thrown;
      const why = signal.aborted
        ? 'interrupted'
        : error instanceof Error
          ? error.message
          : String(error);
      stopped = { phase: scenario.name, atMs: startedAtMs, why };
      options.progress.note(`stopped: ${why}`);
      if (thrown instanceof PhaseBroken) phases.push({ ...thrown.phase, problem: why });
      if (!signal.aborted && !isOfTheLab(error)) throw error;
      break;
    }
  }
  clients.stop();
  const summary = await load.stop();
  // What was sent between the last mark and the end is in the ledger too.
  const last = await lastAudit(options, load, findings, stopped !== null);
  return {
    startedAtMs: load.originMs,
    endedAtMs: monotonicMs(),
    load,
    clients: options.clients,
    summary,
    phases: asJournaled(phases, await readPredictions(options)),
    findings: last,
    latenessMs,
    stopped,
  };
}

/** Refuses a platform whose own services don't answer what clients or the audit need. */
async function begin(
  { loaded, session, stateFolder, runFolder }: DrillOptions,
  start: LoadStart,
): Promise<Load> {
  const started = await startLoad(stateFolder, start);
  let problem: Problem | null;
  if ('problem' in started) problem = started.problem;
  else {
    problem = await whyNoAudit(session.layout);
    if (problem === null) return started.value;
    await started.value.stop();
  }
  rmSync(runFolder, { recursive: true, force: true });
  throw refuseClients(problem, session.layout, loaded);
}

/**
 * What a lab may do to a drill, in contrast to a bug of the drill: told, and the report is written.
 */
function isOfTheLab(error: unknown): boolean {
  return error instanceof Error && error.constructor === Error;
}

async function audit(
  { session, drill }: DrillOptions,
  requests: readonly RequestRecord[],
  earlier: AuditFindings | null,
): Promise<AuditFindings> {
  const { findings } = await auditWrites({ layout: session.layout, run: drill, requests });
  return earlier === null ? findings : mergeFindings(earlier, findings);
}

/**
 * There may be no writer left to ask. What was found before stands then, and what was acked since
 * counts as lost: nobody has seen it.
 */
async function lastAudit(
  options: DrillOptions,
  load: Load,
  earlier: AuditFindings | null,
  isStopped: boolean,
): Promise<AuditFindings> {
  try {
    if (isStopped) await options.session.healAll();
    return await audit(options, await load.requests(), earlier);
  } catch (error) {
    options.progress.note(`the last audit was not possible: ${String(error)}`);
    return unseenAsLost(earlier, await load.requests());
  }
}

/**
 * The drill's own journal, beside those of its runs: what was predicted, before it was measured.
 */
function drillJournal(session: Session, drill: string) {
  const journal = labJournal(session.lab);
  let sequence = 0;
  return async (event: JournalRecord['event']): Promise<JournalRecord> => {
    const record: JournalRecord = {
      run: drill,
      sequence: sequence++,
      epoch: 0,
      time: new Date().toISOString(),
      monotonicMs: monotonicMs(),
      event,
    };
    const written = await journal.append([record]);
    if (written === 'conflict') throw new Error(`another drill writes the journal of ${drill}`);
    return record;
  };
}

/** What the drill's journal holds: at the witness, or in its file where the witness is gone. */
async function readPredictions({
  stateFolder,
  drill,
  progress,
}: DrillOptions): Promise<readonly Prediction[]> {
  try {
    const journals = await openJournals(stateFolder);
    return await journals
      .read(drill)
      .then(predictionsIn)
      .finally(() => journals.close());
  } catch (error) {
    progress.note(`the predictions can't be read from the journal: ${String(error)}`);
    return [];
  }
}

/** A report tells what stands in the journal from before a fault, and nothing that is not there. */
export function asJournaled(
  phases: readonly PhaseResult[],
  predictions: readonly Prediction[],
): readonly PhaseResult[] {
  const find = (phase: string, run: string | null) =>
    predictions.find((each) => each.phase === phase && each.run === run) ?? null;
  return phases.map((phase) => {
    const { name, intent } = phase.scenario;
    const predicted = find(name, null);
    const runs = phase.runs.map((run) => {
      const isOwn = run.plan.intent === intent || run.plan.intent === 'failover';
      const expected = isOwn ? predicted : find(name, run.run);
      return { ...run, expectedMs: expected?.expectedMs ?? new Map<string, number>() };
    });
    return { ...phase, predicted, runs };
  });
}

/**
 * `eks-failover-1121-031204`: the platform, month and day, and the time; two in a second differ.
 */
export function drillName(platform: string, now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${two(now.getUTCMonth() + 1)}${two(now.getUTCDate())}`;
  const time = `${two(now.getUTCHours())}${two(now.getUTCMinutes())}${two(now.getUTCSeconds())}`;
  return `${platform}-${day}-${time}-${randomUUID().slice(0, 4)}`;
}
