import {
  type Detection,
  type Fault,
  inject,
  type Load,
  monotonicMs,
  prepareRun,
  startRun,
} from '@outrigger/lab';
import type { Platform } from '@outrigger/model';
import {
  type Approver,
  estimate,
  type JournalRecord,
  type Loss,
  type Plan,
  type PlanRequest,
  placeOf,
  type Timings,
} from '@outrigger/recovery';
import { formatOffset } from '@outrigger/report';
import type { EffectLog } from './effect-log.ts';
import { type Heard, listen, tellFirstWrite, waitServed } from './heard.ts';
import { sortOf } from './phase-marks.ts';
import { type Prediction, predictionOf, predictionsIn } from './prediction.ts';
import type { Progress } from './progress.ts';
import type { RecordedRun } from './run-recorder.ts';
import type { PhaseScenario } from './scenario.ts';
import type { Session } from './session.ts';

/** What a phase needs besides its scenario. */
export interface PhaseContext {
  readonly platform: Platform;
  readonly session: Session;
  readonly load: Load;
  readonly stateFolder: string;
  readonly approver: Approver;
  readonly signal: AbortSignal;
  /** The next run's id. */
  readonly nextRun: () => string;
  /** What durations are predicted by. */
  readonly timings: Timings;
  /** Durable before the fault: what is predicted. Resolves to the record as it was written. */
  readonly journal: (event: JournalRecord['event']) => Promise<JournalRecord>;
  readonly progress: Progress;
  readonly effects: EffectLog;
}

/** What happened in a phase; monotonic ms. */
export interface PhaseResult {
  readonly scenario: PhaseScenario;
  readonly what: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly faultAtMs: number | null;
  readonly healedAtMs: number | null;
  readonly detection: Detection | null;
  readonly fault: Fault | null;
  readonly predicted: Prediction | null;
  readonly runs: readonly RecordedRun[];
  /** Why it did not go as it should; null when it did. */
  readonly problem: string | null;
  readonly needsApproval: RecordedRun | null;
}

/** The controller has this long for its verdict; after that the drill says that it has none. */
const detectionLimitMs = 15_000;
const leadMs = 500;
/** What a heal breaks by itself shows within this. */
const healedRestMs = 1_000;

/** A phase that was broken off, with what happened in it until then: its requests are its own. */
export class PhaseBroken extends Error {
  readonly phase: PhaseResult;
  constructor(phase: PhaseResult, cause: unknown) {
    super(`${phase.scenario.name} was broken off`, { cause });
    this.phase = phase;
  }
}

/** What happened in a phase so far. */
interface Course {
  faultAtMs: number | null;
  healedAtMs: number | null;
  detection: Detection | null;
  readonly runs: RecordedRun[];
  problem: string | null;
}

/** What a phase does, settled before it begins. */
interface Script {
  readonly scenario: PhaseScenario;
  readonly injected: ReturnType<PhaseScenario['fault']>;
  readonly request: PlanRequest | null;
  readonly predicted: Prediction | null;
  readonly startMs: number;
  /** Aborted when the phase is over. */
  readonly over: AbortSignal;
}

export async function runPhase(scenario: PhaseScenario, given: PhaseContext): Promise<PhaseResult> {
  const where = await given.session.where();
  const injected = scenario.fault(where);
  const request = requestOf(scenario, injected?.fault ?? null, given.platform);
  const predicted = request === null ? null : await predict(request, scenario, given);
  const fault = injected?.fault ?? null;
  const what = injected?.what ?? whatOf(scenario, where.region, request, predicted);
  const startMs = monotonicMs();
  given.progress.phase(scenario.name, what, sortOf({ fault, scenario }));
  const over = new AbortController();
  const course: Course = {
    faultAtMs: null,
    healedAtMs: null,
    detection: null,
    runs: [],
    problem: null,
  };
  const told = (): PhaseResult => ({
    ...course,
    scenario,
    what,
    startMs,
    endMs: monotonicMs(),
    fault,
    predicted,
    needsApproval: course.runs.find((run) => run.status === 'needs-approval') ?? null,
  });
  try {
    const script = { scenario, injected, request, predicted, startMs, over: over.signal };
    await passThrough(script, course, given);
  } catch (error) {
    throw new PhaseBroken(told(), error);
  } finally {
    over.abort();
  }
  return told();
}

async function passThrough(script: Script, course: Course, given: PhaseContext): Promise<void> {
  const { scenario, injected, request } = script;
  given.session.detector.clear();
  if (injected !== null) await breakAndRecover(injected.fault, script, course, given);
  else if (request !== null) await perform(request, script, course, given);
  const wasWatched = injected !== null && scenario.detects !== 'a-loss' && course.runs.length === 0;
  if (!wasWatched) await rest(scenario.restMs, given.signal);
  if (injected === null || !scenario.heals) return;
  await healAndMend(script, course, given);
  if (wasWatched) await rest(healedRestMs, given.signal);
  given.session.detector.clear();
}

async function breakAndRecover(
  fault: Fault,
  script: Script,
  course: Course,
  given: PhaseContext,
): Promise<void> {
  const { scenario, predicted } = script;
  // Requests that hang in the fault were due a little before it: they belong to this phase.
  await rest(leadMs, given.signal);
  const { atMs: faultAtMs } = await inject(given.stateFolder, fault);
  course.faultAtMs = faultAtMs;
  let heard = listen(given.load, faultAtMs);
  const tell = (of: Heard) =>
    void tellFirstWrite(of, given.progress, {
      baseMs: faultAtMs,
      detection: () => course.detection,
      isOver: () => script.over.aborted,
    });
  // A writer that is cut off goes on until its lease has lapsed; the next one is meant.
  const isCutOff = fault.kind === 'partition';
  if (!isCutOff && scenario.detects !== 'nothing') tell(heard);
  const watchMs = scenario.detects === 'a-loss' ? detectionLimitMs : scenario.restMs;
  // A verdict may turn out to be a part of a larger loss: the next one tells the whole.
  const until = faultAtMs + watchMs;
  for (let isDone = false; !isDone && !isWaiting(course) && monotonicMs() < until; ) {
    const next = await detect(given, until - monotonicMs());
    if (next === null) break;
    course.detection = next;
    course.problem = null;
    const took = next.atMs - faultAtMs;
    given.progress.detected(placeOfVerdict(next), took, predicted?.detectionMs ?? null);
    if (isCutOff) {
      heard = listen(given.load, next.atMs);
      tell(heard);
    }
    if (scenario.detects === 'nothing') {
      course.problem = `${placeOfVerdict(next)} was taken for lost, and is not`;
      break;
    }
    const failure = lossOf(next);
    isDone = await perform({ intent: 'failover', failure }, script, course, given);
  }
  if (scenario.detects === 'a-loss' && course.detection === null)
    course.problem = `nothing was detected in ${detectionLimitMs / 1000} s`;
  if (course.runs.length > 0 && !isWaiting(course)) await waitServed(heard, given.progress);
}

async function healAndMend(script: Script, course: Course, given: PhaseContext): Promise<void> {
  const healedAtMs = monotonicMs();
  course.healedAtMs = healedAtMs;
  const heard = listen(given.load, healedAtMs);
  given.progress.doing('healing: what was killed starts again');
  await given.session.healAll();
  // Nobody moved: the heal itself has to bring writes back.
  if (isWaiting(course)) {
    given.progress.note('nobody approved, so nothing moves; healed');
    await waitServed(heard, given.progress);
  }
  const mends = script.scenario.mends && course.runs.length > 0 && course.problem === null;
  if (!mends) return;
  const baseMs = baseOf(course, script);
  const [from, to] = [healedAtMs, monotonicMs()].map((atMs) => formatOffset(atMs - baseMs));
  given.progress.note(`healed from ${from} to ${to}; what was lost joins again`);
  await perform({ intent: 'failback' }, script, course, given);
}

function isWaiting({ runs }: Course): boolean {
  return runs.at(-1)?.status === 'needs-approval';
}

async function perform(
  request: PlanRequest,
  script: Script,
  course: Course,
  given: PhaseContext,
): Promise<boolean> {
  const run = await performRun(request, script, baseOf(course, script), given);
  if (typeof run === 'string') {
    course.problem = run;
    given.progress.note(run);
    return false;
  }
  course.runs.push(run);
  if (run.status !== 'done') course.problem = `${run.run} ended as ${run.status}`;
  return run.status === 'done';
}

/** What the times of a phase count from. */
function baseOf({ faultAtMs }: Course, { startMs }: Script): number {
  return faultAtMs ?? startMs;
}

function requestOf(
  scenario: PhaseScenario,
  fault: Fault | null,
  platform: Platform,
): PlanRequest | null {
  if (scenario.intent === null) return null;
  if (scenario.intent !== 'failover') return { intent: scenario.intent };
  const failure = fault === null ? null : lossOfFault(fault, platform);
  return failure === null ? null : { intent: 'failover', failure };
}

/** What the controller should find, for the prediction. It is never told. */
function lossOfFault(fault: Fault, platform: Platform): Loss | null {
  if (fault.kind === 'region-loss' || fault.kind === 'partition') {
    return { kind: fault.kind, region: fault.region, zone: null };
  }
  if (fault.kind === 'frozen' && 'region' in fault) {
    return { kind: 'region-loss', region: fault.region, zone: null };
  }
  if (!('zone' in fault)) return null;
  const region = Object.values(platform.regions).find((each) =>
    each.zones.some((zone) => zone.name === fault.zone),
  );
  return region === undefined ? null : { kind: 'zone-loss', region: region.name, zone: fault.zone };
}

function lossOf({ verdict }: Detection): Loss {
  return verdict.zone === null
    ? { kind: 'region-loss', region: verdict.region, zone: null }
    : { kind: verdict.kind, region: verdict.region, zone: verdict.zone };
}

function placeOfVerdict(detection: Detection): string {
  return placeOf(lossOf(detection));
}

function whatOf(
  scenario: PhaseScenario,
  region: string,
  request: PlanRequest | null,
  predicted: Prediction | null,
): string {
  if (request === null) return 'nothing broken';
  const moved = predicted?.moved ?? null;
  if (moved === null) return `${scenario.intent} from ${region}, planned`;
  return `${moved.from ?? region} → ${moved.to}, planned`;
}

/** Journaled before the fault: a prediction that is made afterwards is none. */
async function predict(
  request: PlanRequest,
  scenario: PhaseScenario,
  given: PhaseContext,
): Promise<Prediction | null> {
  const prepared = await prepareRun(given.session.controller, request);
  if (prepared.problems !== undefined) return null;
  return journalPrediction(prepared.plan, { phase: scenario.name, run: null }, given);
}

async function journalPrediction(
  plan: Plan,
  of: Pick<Prediction, 'phase' | 'run'>,
  { journal, timings }: PhaseContext,
): Promise<Prediction | null> {
  return predictionsIn([await journal(predictionOf(plan, timings, of))])[0] ?? null;
}

async function performRun(
  request: PlanRequest,
  { scenario, predicted }: Pick<Script, 'scenario' | 'predicted'>,
  baseMs: number,
  given: PhaseContext,
): Promise<RecordedRun | string> {
  const { controller } = given.session;
  const startedAtMs = monotonicMs();
  const prepared = await prepareRun(controller, request);
  if (prepared.problems !== undefined) {
    return prepared.problems.map((each) => `${each.path}: ${each.wrong}`).join('; ');
  }
  const { plan } = prepared;
  const run = given.nextRun();
  // What mends a zone after its heal is no part of the phase's own prediction. A failover waits for
  // nothing: what was not predicted of it before its fault never is.
  const isPredicted = request.intent === scenario.intent || request.intent === 'failover';
  const expected = isPredicted
    ? predicted
    : await journalPrediction(plan, { phase: scenario.name, run }, given);
  const expectedMs = expected?.expectedMs ?? new Map<string, number>();
  const critical = expected?.critical ?? new Set<string>();
  const tell = given.progress.run({ run, plan, expectedMs, critical, baseMs });
  const records: RecordedRun['records'][number][] = [];
  const drive = await startRun(controller, run, prepared, {
    approver: given.approver,
    onRecords: (fresh) => {
      given.effects.journaled(fresh);
      records.push(...fresh);
      tell(fresh);
    },
  });
  const result = await drive.finished;
  return {
    run,
    plan,
    expectedMs,
    critical: new Set(estimate(plan, given.timings).criticalPath),
    records,
    status: result.status,
    startedAtMs,
    endedAtMs: monotonicMs(),
  };
}

async function detect(given: PhaseContext, limitMs: number): Promise<Detection | null> {
  const limit = AbortSignal.any([
    given.signal,
    AbortSignal.timeout(Math.max(0, Math.round(limitMs))),
  ]);
  try {
    return await given.session.detector.next(limit);
  } catch (error) {
    given.signal.throwIfAborted();
    if (limit.aborted) return null;
    throw error;
  }
}

function rest(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
