import { dirname, relative } from 'node:path';
import { labTimings, linkDelayMs, loadOfRate, monotonicMs, rateBounds, up } from '@outrigger/lab';
import type { Timings } from '@outrigger/recovery';
import {
  type DrillReport,
  openingLines,
  renderTerminal,
  servedBar,
  verdict,
} from '@outrigger/report';
import { type Context, styleOf } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { watchInterrupts } from '../interruption.ts';
import type { Places } from '../lab/fault-words.ts';
import { loadForLab } from '../lab/load-for-lab.ts';
import { labLogLevel } from '../lab/log-level.ts';
import { placesOfLab, placesOfPlatform } from '../lab/places.ts';
import { standInRun, standInSentence } from '../lab/stand-in.ts';
import { columns, hang } from '../layout.ts';
import { type LiveLines, liveLines } from '../live-lines.ts';
import { programWords } from '../operator.ts';
import type { LoadedPlatform } from '../platform/load.ts';
import { version } from '../program-version.ts';
import { refuseArgument } from '../refusal.ts';
import { refuseLab } from '../refuse-lab.ts';
import { defaultStateFolder } from '../state-folder.ts';
import { wantsColours } from '../style.ts';
import { loadTimings } from '../timings.ts';
import { reproduceOf } from './again.ts';
import { drillApprover, nobody, terminalApprover } from './approver.ts';
import { type DrillResult, drillName, runDrill } from './drill.ts';
import { createEffectLog } from './effect-log.ts';
import { quietProgress, terminalProgress } from './progress.ts';
import { buildReport } from './report.ts';
import { demandReports, runFolderOf } from './reports-folder.ts';
import { benchDrill, faultDrill, fullDrill, type PhaseScenario, plannedDrill } from './scenario.ts';
import { openSession, type Session } from './session.ts';
import { writeReport } from './write-report.ts';

export interface DrillWords {
  readonly failure?: string;
  readonly planned?: boolean;
  readonly bench?: boolean;
  readonly seed: number;
  readonly ask?: boolean;
  readonly link?: number;
  /** Requests a second; the load's default without it. */
  readonly rate?: number;
  readonly timings?: string;
  readonly state?: string;
  readonly port?: number;
  readonly json?: boolean;
}

export async function drillCommand(
  argument: string | undefined,
  words: DrillWords,
  context: Context,
): Promise<ExitCode> {
  const requestsPerSecond = rateOf(words.rate);
  const { loaded, unplayed } = await loadForLab(argument, context);
  // What is said wrong is told before a lab is started for it.
  scenarioOf(words, loaded, placesOfPlatform(loaded.platform));
  const timings = loadTimings(words.timings, labTimings, context.folder);
  demandReports(context.folder);
  const logLevel = labLogLevel(context);
  using interruption = watchInterrupts();
  const stateFolder = defaultStateFolder(context.folder, words.state);
  using lines = liveLines(words.json === true ? context.stderr : context.stdout);
  const upAtMs = monotonicMs();
  const raised = await up({
    platform: loaded.platform,
    platformFolder: dirname(loaded.file),
    platformDigest: loaded.digest,
    stateFolder,
    seed: words.seed,
    firstPort: words.port ?? null,
    standInRun,
    version: version(),
    unplayed,
    linkDelayMs: words.link ?? null,
    logLevel,
    onProgress: (what) => {
      if (context.stderr.isTerminal) context.stderr.write(`\r\u001b[K${what} …`);
    },
    signal: interruption.signal,
  }).finally(() => {
    if (context.stderr.isTerminal) context.stderr.write('\r\u001b[K');
  });
  if ('problem' in raised) throw refuseLab('The lab cannot be started', raised.problem, loaded);
  const upMs = monotonicMs() - upAtMs;
  try {
    const report = await drillIn({
      loaded,
      words,
      context,
      requestsPerSecond,
      timings,
      stateFolder,
      upMs,
      lines,
      upAtMs,
      signal: interruption.signal,
    });
    if (interruption.signal.aborted) return exitCodes.interrupted.code;
    return report;
  } finally {
    await raised.value.down();
  }
}

interface Given {
  readonly loaded: LoadedPlatform;
  readonly words: DrillWords;
  readonly context: Context;
  readonly requestsPerSecond: number;
  readonly timings: Timings;
  readonly stateFolder: string;
  readonly upMs: number;
  readonly upAtMs: number;
  readonly lines: LiveLines;
  readonly signal: AbortSignal;
}

async function drillIn(given: Given): Promise<ExitCode> {
  const { loaded, words, context, stateFolder, lines } = given;
  const now = new Date();
  const drill = drillName(loaded.platform.name, now);
  const effects = createEffectLog();
  const session = openSession(stateFolder, {
    platform: loaded.platform,
    platformDigest: loaded.digest,
    versions: { outrigger: version(), node: process.versions.node },
    watch: effects.watch,
  });
  const options = {
    color: wantsColours(context.environment, context.stdout.isTerminal),
    columns,
  };
  const runFolder = runFolderOf(context.folder, drill);
  const approver = approverOf(words, context);
  try {
    // The lab may have fewer zones than its platform, and knows its processes.
    const scenario = scenarioOf(words, loaded, placesOfLab(session.layout));
    for (const line of opening(given, session, options)) lines.write(line);
    let startMs = monotonicMs();
    const result = await runDrill({
      loaded,
      session,
      stateFolder,
      runFolder,
      drill,
      seed: words.seed,
      scenario,
      approver: (question) => lines.held(() => approver(question)),
      clients: loadOfRate(given.requestsPerSecond),
      timings: given.timings,
      progress:
        words.json === true
          ? quietProgress(lines.write)
          : terminalProgress({ lines, options, sinceStart: () => monotonicMs() - startMs }),
      signal: given.signal,
      effects,
      onLoad: (originMs) => {
        startMs = originMs;
      },
    });
    const report = await buildReport({
      drill,
      seed: words.seed,
      version: version(),
      reproduce: reproduceOf({
        words,
        loaded,
        drill,
        hasRuns: result.phases.some(({ runs }) => runs.length > 0),
        program: programWords(context),
      }),
      startedAt: now.toISOString(),
      loaded,
      session,
      stateFolder,
      result,
      effects,
      memory: session.peakMemory(),
    });
    const { html } = writeReport(runFolder, report);
    show(given, report, result, relative(context.folder, html), options);
    return exitOf(report, result, given);
  } finally {
    await session.close();
  }
}

function scenarioOf(
  words: DrillWords,
  { platform }: LoadedPlatform,
  places: Places,
): readonly PhaseScenario[] {
  if (words.bench === true) return benchDrill;
  if (words.planned === true) return plannedDrill;
  if (words.failure !== undefined) return faultDrill(words.failure, platform, places);
  return fullDrill;
}

function rateOf(said: number | undefined): number {
  const { min, max } = rateBounds;
  const rate = said ?? max;
  if (rate >= min && rate <= max) return rate;
  const wrong = `clients send ${min} to ${max} requests a second`;
  throw refuseArgument('--rate', rate, wrong, 'write --rate 100, or leave it out');
}

function approverOf(words: DrillWords, context: Context) {
  if (words.ask !== true) return drillApprover;
  return context.canAsk ? terminalApprover(context.environment.USER ?? 'the operator') : nobody;
}

function opening(
  { words, loaded, requestsPerSecond, upMs }: Given,
  session: Session,
  options: { readonly color: boolean; readonly columns: number },
): readonly string[] {
  const { layout } = session;
  const zones = layout.regions.reduce((sum, region) => sum + region.zones.length, 0);
  const roundTripMs = 2 * (words.link ?? linkDelayMs.regionToRegion);
  const lines = openingLines(
    {
      version: version(),
      platform: loaded.platform.name,
      world: 'lab',
      seed: words.seed,
      facts:
        `${layout.regions.length} regions, ${zones} zones, ${roundTripMs} ms round trip, ` +
        `${requestsPerSecond} requests/s; lab up in ${(upMs / 1000).toFixed(1)} s`,
    },
    options,
  );
  const standIns = standInSentence(layout);
  return standIns === null ? lines : [...lines, ...hang('', standIns, columns)];
}

function show(
  given: Given,
  report: DrillReport,
  result: DrillResult,
  htmlPath: string,
  options: { readonly color: boolean; readonly columns: number },
): void {
  const { words, context, lines } = given;
  lines.beneath(() => '');
  if (words.json === true) {
    context.stdout.write(`${JSON.stringify(report, null, 1)}\n`);
    return;
  }
  lines.write('');
  lines.write(servedBar(report.timeline, options));
  lines.write('');
  lines.write(renderTerminal(report, { ...options, reportPath: htmlPath }));
  const waiting = result.phases.find((phase) => phase.needsApproval !== null)?.needsApproval;
  if (waiting !== undefined && waiting !== null) {
    const style = styleOf(context, context.stdout);
    lines.write(
      style.warning(`\n${waiting.run} waits for an approval, and nobody could be asked.`),
    );
    lines.write(`Ask again with a terminal, or leave --ask out: the drill approves in the lab.`);
  }
}

function exitOf(report: DrillReport, result: DrillResult, given: Given): ExitCode {
  if (given.signal.aborted) return exitCodes.interrupted.code;
  if (result.phases.some((phase) => phase.needsApproval !== null))
    return exitCodes.needsApproval.code;
  const isHeld = report.invariants.every((invariant) => invariant.held);
  const isMet = verdict(report).kind === 'met' && isHeld;
  return isMet ? exitCodes.ok.code : exitCodes.missed.code;
}
