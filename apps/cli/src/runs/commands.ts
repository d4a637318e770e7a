import { readLabPlatform, resumeRun } from '@outrigger/lab';
import type { RunResult } from '@outrigger/recovery';
import { type Context, styleOf } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { watchInterrupts } from '../interruption.ts';
import { openController } from '../lab/controller.ts';
import { hintsOf, platformOfLab, runningLab } from '../lab/lab-folder.ts';
import { operatorName } from '../operator.ts';
import { refuseArgument } from '../refusal.ts';
import { defaultStateFolder } from '../state-folder.ts';
import { conduct, type DriveWords } from './conduct.ts';
import { openJournals, readRun, readRunOfAnyLab, viewRuns, witnessGone } from './journals.ts';
import { listText } from './list-text.ts';
import { isUnended, type RunView, statusWords, viewRun } from './run-view.ts';
import { showText } from './show-text.ts';
import { commandOf, type RunWord, refusalOf } from './word.ts';

export interface ReadWords {
  readonly state?: string;
  readonly json?: boolean;
}

export async function listCommand(words: ReadWords, context: Context): Promise<ExitCode> {
  const journals = await openJournals(defaultStateFolder(context.folder, words.state));
  const hints = journals.atWitness ? hintsOf(words.state, context) : null;
  try {
    const runs = await viewRuns(journals);
    const text =
      words.json === true
        ? `${JSON.stringify({ ok: true, runs: runs.map(withoutPlan) }, null, 2)}\n`
        : listText(runs, new Date(), hints, styleOf(context, context.stdout));
    context.stdout.write(text);
    return exitCodes.ok.code;
  } finally {
    await journals.close();
  }
}

export async function showCommand(
  said: string,
  words: ReadWords,
  context: Context,
): Promise<ExitCode> {
  const stateFolder = defaultStateFolder(context.folder, words.state);
  const journals = await openJournals(stateFolder);
  try {
    const { run, records } = await readRunOfAnyLab(said, journals, stateFolder);
    const view = viewRun(records);
    if (words.json === true) {
      const answer = { ok: true, run, view: view === null ? null : withoutPlan(view), records };
      context.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    } else {
      if (view === null) throw notARun(run);
      context.stdout.write(showText(view, records, styleOf(context, context.stdout)));
    }
    return exitCodes.ok.code;
  } finally {
    await journals.close();
  }
}

/** The plan is in record 0, which `show --json` prints. */
function withoutPlan({ plan, ...view }: RunView): Omit<RunView, 'plan'> {
  return view;
}

export interface SayWords extends DriveWords {
  readonly why?: string;
}

/** Says a word to a run, and goes on with it from here: on this machine or another one. */
export async function sayCommand(
  word: RunWord,
  said: string,
  step: string,
  words: SayWords,
  context: Context,
): Promise<ExitCode> {
  const { stateFolder } = runningLab(words.state, context);
  const journals = await openJournals(stateFolder);
  if (!journals.atWitness) {
    await journals.close();
    throw witnessGone();
  }
  const { run, records } = await readRun(said, journals).finally(() => journals.close());
  const view = viewRun(records);
  if (view === null || view.plan === null) throw notARun(run, view?.why);
  if (word === 'resume' && !isUnended(view)) {
    context.stdout.write(
      words.json === true
        ? `${JSON.stringify(endedAnswer(view))}\n`
        : `${run} has ended: ${statusWords[view.status]}.\n`,
    );
    return exitCodes.ok.code;
  }
  const command = commandOf(
    {
      word,
      step,
      why: words.why ?? `said with runs ${word}`,
      who: operatorName(context),
      when: new Date().toISOString(),
    },
    view,
  );
  const refused = command === null ? null : refusalOf(command, records, view);
  if (refused !== null) throw refused;
  const held = await platformFor(word, view, stateFolder, context);
  using interruption = watchInterrupts();
  const open = await openController(stateFolder, held);
  try {
    return await conduct({
      run,
      plan: view.plan,
      context,
      words,
      hints: hintsOf(words.state, context),
      signal: interruption.signal,
      baseMs: null,
      earlier: records,
      wanted: wantedBy[word],
      start: (options) =>
        resumeRun(open.controller, run, options, command === null ? [] : [command]),
    });
  } finally {
    await open.close();
  }
}

/** A run that ended before is told in the fields of one that has just ended. */
function endedAnswer({ run, status, why, plan }: RunView) {
  const { intent, failure, from, to } = plan ?? {};
  return { ok: true, exitCode: exitCodes.ok.code, run, status, why, intent, failure, from, to };
}

const wantedBy: { readonly [word in RunWord]: readonly RunResult['status'][] } = {
  resume: ['done'],
  approve: ['done'],
  skip: ['done'],
  retry: ['done'],
  cancel: ['cancelled', 'went-back'],
  pause: ['paused'],
};

/** A run is of one platform; with another only the way out is open. */
async function platformFor(word: RunWord, view: RunView, stateFolder: string, context: Context) {
  const kept = readLabPlatform(stateFolder);
  if (word === 'cancel' && kept !== null) return kept;
  const held = await platformOfLab(undefined, stateFolder, context);
  if (held.digest === view.platformDigest) return held;
  throw refuseArgument(
    'run',
    view.run,
    `it is of another platform: digest ${view.platformDigest.slice(0, 12)}, the lab's is ` +
      `${held.digest.slice(0, 12)}`,
    `cancel it with \`outrigger runs cancel ${view.run}\`, and begin a new run`,
  );
}

function notARun(run: string, why?: string) {
  return refuseArgument(
    'run',
    run,
    why === undefined ? 'it holds the notes of a drill, no plan' : `it can't be read: ${why}`,
    why === undefined ? '`outrigger runs list` has its runs' : 'run the release that wrote it',
  );
}
