import { type Detection, prepareRun, startRun } from '@outrigger/lab';
import { type Loss, type PlanRequest, placeOf } from '@outrigger/recovery';
import { addressed } from '../addressed.ts';
import { type Context, styleOf } from '../context.ts';
import { drillName } from '../drill/drill.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { watchInterrupts } from '../interruption.ts';
import { columns, hang } from '../layout.ts';
import { type PlanWords, readRequest } from '../plan-request.ts';
import { problemsText } from '../problems.ts';
import { Refusal, refuseArgument } from '../refusal.ts';
import { conduct, type DriveWords } from '../runs/conduct.ts';
import type { Hints } from '../runs/end-text.ts';
import { openJournals, viewRuns, witnessGone } from '../runs/journals.ts';
import { isUnended, type RunView, whatOf, wordOn } from '../runs/run-view.ts';
import { type OpenController, openController } from './controller.ts';
import { hintsOf, platformOfLab, runningLab } from './lab-folder.ts';

export interface RecoverWords extends DriveWords, PlanWords {
  readonly watch?: boolean;
}

/** Runs a controller: for what is asked, or for what it detects; once, or until it is stopped. */
export async function recoverCommand(
  argument: string | undefined,
  words: RecoverWords,
  context: Context,
): Promise<ExitCode> {
  const { stateFolder } = runningLab(words.state, context);
  const held = await platformOfLab(argument, stateFolder, context);
  const isAsked = words.failure !== undefined || words.intent !== undefined;
  if (isAsked && words.watch === true) {
    const mend = 'leave it out, or leave --failure and --intent out';
    throw refuseArgument('--watch', null, 'it waits for what it detects', mend);
  }
  const request = isAsked ? readRequest(words, held.platform) : null;
  const hints = hintsOf(words.state, context);
  const unended = await unendedRun(stateFolder);
  if (unended !== null) throw refuseSecond(unended);
  using interruption = watchInterrupts();
  const open = await openController(stateFolder, held);
  const given = { stateFolder, words, context, hints, open, signal: interruption.signal };
  try {
    if (request !== null) return await recover(request, null, given);
    return await recoverDetected(given);
  } finally {
    await open.close();
  }
}

interface Given {
  readonly stateFolder: string;
  readonly words: RecoverWords;
  readonly context: Context;
  readonly hints: Hints;
  readonly open: OpenController;
  readonly signal: AbortSignal;
}

/** A watch goes on after a recovery that went well; one that waits for a person ends it. */
async function recoverDetected(given: Given): Promise<ExitCode> {
  const { context, open, signal, stateFolder, words } = given;
  const out = words.json === true ? context.stderr : context.stdout;
  const style = styleOf(context, out);
  const detector = open.detector();
  const { platform } = open.controller.lab.layout;
  out.write(`Watching ${style.strong(platform)} for a loss; Ctrl-C ends it.\n`);
  for (;;) {
    const detection = await detector.next(signal);
    const loss = lossOf(detection);
    out.write(`\n${style.bad('✗')} ${style.strong(placeOf(loss))}: ${lossSentence(loss)}\n`);
    const ageMs = open.controller.lab.now() - detection.atMs;
    if (ageMs > freshMs && !isStillSo(loss, open.controller)) {
      out.write('  left alone: it answers again\n');
      continue;
    }
    // A planned move of another controller looks like a crash from here.
    const other = words.watch === true ? await unendedRun(stateFolder) : null;
    if (other !== null) {
      out.write(`  left alone: ${other.run} has not ended\n`);
      detector.clear();
      continue;
    }
    const request: PlanRequest = { intent: 'failover', failure: loss };
    const code = await recover(request, detection.atMs, given).catch((error: unknown) => {
      if (words.watch !== true || !(error instanceof Refusal)) throw error;
      // What can't be recovered is told; a watch has more to watch for.
      out.write(problemsText(addressed(error, given.hints), style));
      return exitCodes.ok.code;
    });
    if (words.watch !== true || code !== exitCodes.ok.code) return code;
    out.write('\nWatching on.\n');
  }
}

async function recover(
  request: PlanRequest,
  baseMs: number | null,
  given: Given,
): Promise<ExitCode> {
  const { context, hints, open, signal, words } = given;
  const { controller } = open;
  const prepared = await prepareRun(controller, request);
  if (prepared.problems !== undefined) {
    throw new Refusal(
      'There is no such recovery now',
      prepared.problems.map((each) => ({ ...each, value: null, file: null, line: null })),
    );
  }
  const { plan } = prepared;
  const run = drillName(plan.platform, new Date());
  const out = words.json === true ? context.stderr : context.stdout;
  const style = styleOf(context, out);
  const count = plan.steps.length === 1 ? '1 step' : `${plan.steps.length} steps`;
  const what = whatOf(plan);
  out.write(`${style.strong(run)}\n`);
  out.write(`${hang('  ', `${what}; ${count}`, columns).join('\n')}\n`);
  for (const flag of plan.redFlags)
    out.write(`${style.bad(hang('  ! ', flag, columns).join('\n'))}\n`);
  return conduct({
    run,
    plan,
    context,
    words,
    hints,
    signal,
    baseMs,
    earlier: [],
    wanted: ['done'],
    start: (options) =>
      startRun(controller, run, prepared, options).catch((error: unknown) => {
        // Between the plan and the epoch the witness was lost.
        throw error instanceof Error && error.constructor === Error ? witnessGone() : error;
      }),
  });
}

/** Until then a verdict is trusted as it is: it is what the detector has just seen. */
const freshMs = 1_000;

/** A verdict may have waited while a run was driven, and the place may have come back meanwhile. */
function isStillSo(loss: Loss, { lab, reach }: OpenController['controller']): boolean {
  switch (loss.kind) {
    case 'zone-loss':
      return !reach.isReachable(loss.zone);
    case 'process-crash': {
      const members = reach.last(loss.zone)?.state.members ?? [];
      return !reach.isReachable(loss.zone) || !members.some((member) => member.writable);
    }
    default:
      return !lab.zonesOf(loss.region).some((zone) => reach.isReachable(zone.name));
  }
}

function lossOf({ verdict }: Detection): Loss {
  return verdict.zone === null
    ? { kind: 'region-loss', region: verdict.region, zone: null }
    : { kind: verdict.kind, region: verdict.region, zone: verdict.zone };
}

function lossSentence(loss: Loss): string {
  switch (loss.kind) {
    case 'process-crash':
      return 'its database writes no more';
    case 'zone-loss':
      return 'the zone answers no more';
    default:
      return 'the region answers no more';
  }
}

/** The newest run that somebody has to end first; throws when the witness can't tell. */
async function unendedRun(stateFolder: string): Promise<RunView | null> {
  const journals = await openJournals(stateFolder);
  try {
    if (!journals.atWitness) throw witnessGone();
    return (await viewRuns(journals)).findLast(isUnended) ?? null;
  } finally {
    await journals.close();
  }
}

/** Names only what would be obeyed: a run on its way back, say, is not given up. */
export function refuseSecond(view: RunView): Refusal {
  const { run, status, what, asking, controller, mayCancel } = view;
  const runs = (words: string) => `\`outrigger runs ${words}\``;
  const giveUp = mayCancel ? `, or give it up with ${runs(`cancel ${run}`)}` : '';
  const problem = {
    path: run,
    value: what,
    wrong:
      asking.length === 0
        ? `this run has not ended; ${controller} had it last`
        : `this run waits for an approval of ${asking.join(', ')}`,
    mend: `go on with ${runs(wordOn(view))}${giveUp}`,
    file: null,
    line: null,
  };
  const exitCode =
    status === 'needs-approval' ? exitCodes.needsApproval.code : exitCodes.badInput.code;
  return new Refusal('One recovery at a time', [problem], { exitCode });
}
