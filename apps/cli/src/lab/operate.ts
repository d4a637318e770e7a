import {
  type ActiveFault,
  activeFaults,
  askHolderToEnd,
  connectLab,
  down,
  type EndedPart,
  endedParts,
  type Fault,
  heal,
  inject,
  type LabControl,
  type LabLayout,
  labStatus,
  monotonicMs,
  startEnded,
  type ZoneState,
} from '@outrigger/lab';
import { type Context, styleOf } from '../context.ts';
import { healCallbacks } from '../drill/session.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { columns, hang } from '../layout.ts';
import { Refusal, refuseArgument } from '../refusal.ts';
import { defaultStateFolder } from '../state-folder.ts';
import { faultSentence, faultWords, readFault, type WriterPlace } from './fault-words.ts';
import { hintsOf, type RunningLab, runningLab } from './lab-folder.ts';
import { partName, viewLab } from './lab-view.ts';
import { placesOfLab } from './places.ts';
import { statusText } from './status-text.ts';
import { progressLine } from './up.ts';

/** What every command on a lab that is there takes. */
export interface LabWords {
  readonly state?: string;
  readonly json?: boolean;
}

export async function statusCommand(words: LabWords, context: Context): Promise<ExitCode> {
  const stateFolder = defaultStateFolder(context.folder, words.state);
  const { layout, running, gone } = labStatus(stateFolder);
  if (layout === null || running.length === 0) {
    context.stdout.write(
      words.json === true
        ? `${JSON.stringify({ ok: true, running: false, stateFolder }, null, 2)}\n`
        : `No lab runs in ${stateFolder}.\n`,
    );
    return exitCodes.ok.code;
  }
  const view = await viewLab({ stateFolder, layout, running, gone });
  const text =
    words.json === true
      ? `${JSON.stringify({ ok: true, running: true, ...view }, null, 2)}\n`
      : statusText(view, hintsOf(words.state, context), styleOf(context, context.stdout));
  context.stdout.write(text);
  return exitCodes.ok.code;
}

export async function injectCommand(
  said: string,
  words: LabWords,
  context: Context,
): Promise<ExitCode> {
  const running = runningLab(words.state, context);
  const { stateFolder, layout } = running;
  const read = readFault(said, placesOfLab(layout), 'fault');
  const fault = read.at(read.needsWriter ? await writerOf(running) : nowhere);
  const known = faultWords(fault);
  if (activeFaults(stateFolder).some((active) => faultWords(active.fault) === known)) {
    const mend = `heal it first: \`outrigger lab heal ${known}\``;
    throw refuseArgument('fault', known, 'this is broken already', mend);
  }
  const report = await inject(stateFolder, fault).catch((error: unknown) => {
    throw notDone(known, error);
  });
  const { program, state } = hintsOf(words.state, context);
  if (words.json === true) {
    const answer = { ok: true, fault, words: known, ...report };
    context.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return exitCodes.ok.code;
  }
  const style = styleOf(context, context.stdout);
  const count = report.killed.length;
  const killed = count === 0 ? '' : `, ${count === 1 ? '1 process' : `${count} processes`}`;
  const isKept = activeFaults(stateFolder).some((active) => faultWords(active.fault) === known);
  const row = (label: string, command: string) =>
    `  ${style.quiet(label.padEnd(9))}${style.command(`${program} ${command}${state}`)}\n`;
  context.stdout.write(
    `${style.bad(`✗ ${faultSentence(fault)}`)} ` +
      `${style.quiet(`(${Math.round(report.tookMs)} ms${killed})`)}\n`,
  );
  if (mayNeedRecovery(fault)) context.stdout.write(row('recover', 'recover --world lab'));
  if (isKept) context.stdout.write(row('heal', `lab heal ${known}`));
  return exitCodes.ok.code;
}

/** Losing one link or the witness stops nobody. */
function mayNeedRecovery({ kind }: Fault): boolean {
  return kind !== 'cut' && kind !== 'slow-link' && kind !== 'witness-loss';
}

const nowhere: WriterPlace = { region: '', zone: '', component: '' };

export async function healCommand(
  said: string,
  words: LabWords,
  context: Context,
): Promise<ExitCode> {
  const { stateFolder, layout } = runningLab(words.state, context);
  const active = activeFaults(stateFolder);
  const mended = meant(said, active, endedParts(stateFolder).map(partName));
  const progress = progressLine(context);
  const lab = connectLab(stateFolder);
  const callbacks = healCallbacks(stateFolder);
  let started: readonly EndedPart[] = [];
  try {
    if (said === 'all') {
      progress.show('starting what had ended');
      started = await startEnded(stateFolder, callbacks).catch((error: unknown) => {
        throw notDone('lab', error);
      });
    }
    for (const { fault } of mended) {
      progress.show(`healing ${faultWords(fault)}`);
      await heal(stateFolder, fault, callbacks).catch((error: unknown) => {
        throw notDone(faultWords(fault), error);
      });
    }
    progress.show('waiting until all answers again');
    await backAgain(lab, touchedZones(layout, mended, activeFaults(stateFolder)), mended, started);
  } finally {
    progress.clear();
    await lab.close();
  }
  const healed = mended.map(({ fault }) => faultWords(fault));
  if (words.json === true) {
    const answer = { ok: true, healed, started: started.map(partName) };
    context.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return exitCodes.ok.code;
  }
  const style = styleOf(context, context.stdout);
  if (healed.length + started.length === 0) context.stdout.write('Nothing is broken.\n');
  for (const part of started.map(partName))
    context.stdout.write(`${style.good(`✓ ${part} had ended, and runs again`)}\n`);
  for (const one of healed) context.stdout.write(`${style.good(`✓ ${one} is healed`)}\n`);
  if (mended.some(({ fault }) => fault.kind === 'region-loss' || fault.kind === 'zone-loss')) {
    const { program, state } = hintsOf(words.state, context);
    const home = `${program} recover --world lab --intent failback${state}`;
    context.stdout.write(`  ${style.quiet('go home'.padEnd(9))}${style.command(home)}\n`);
  }
  return exitCodes.ok.code;
}

/**
 * `all`, the whole words of a fault, or their beginning up to a colon. `ended` is what has ended by
 * itself: no fault, and no words are for it.
 */
export function meant(
  said: string,
  active: readonly ActiveFault[],
  ended: readonly string[],
): readonly ActiveFault[] {
  if (said === 'all') return active;
  const found = active.filter(({ fault }) => `${faultWords(fault)}:`.startsWith(`${said}:`));
  if (found.length > 0) return found;
  const known = active.map(({ fault }) => faultWords(fault)).join(', ');
  const broken = known === '' ? 'nothing is broken now' : `broken are ${known}; or write all`;
  const mend =
    ended.length === 0
      ? broken
      : `${broken}; ${ended.join(', ')} ended by itself: \`outrigger lab heal\` starts it again`;
  throw refuseArgument('fault', said, 'this is not broken', mend);
}

const backLimitMs = 60_000;
const lookAgainMs = 50;

/** Zones that should answer again once these faults are mended and the rest stays. */
function touchedZones(
  layout: LabLayout,
  mended: readonly ActiveFault[],
  remaining: readonly ActiveFault[],
): string[] {
  const of = ({ fault }: ActiveFault) => zonesTouched(layout, fault);
  const still = new Set(remaining.flatMap(of));
  return [...new Set(mended.flatMap(of))].filter((zone) => !still.has(zone));
}

function zonesTouched(layout: LabLayout, fault: Fault): string[] {
  if ('zone' in fault) return [fault.zone];
  if (!('region' in fault)) return [];
  const region = layout.regions.find((each) => each.name === fault.region);
  return (region?.zones ?? []).map((zone) => zone.name);
}

async function backAgain(
  lab: LabControl,
  zones: readonly string[],
  mended: readonly ActiveFault[],
  started: readonly EndedPart[],
): Promise<void> {
  const deadlineMs = monotonicMs() + backLimitMs;
  const until = async (name: string, answers: () => Promise<boolean>): Promise<void> => {
    while (!(await answers())) {
      if (monotonicMs() > deadlineMs) {
        throw notDone(name, new Error(`it did not answer in ${backLimitMs / 1000} s`));
      }
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    }
  };
  const ready = async (client: LabControl['witness'], path: string): Promise<boolean> => {
    const answer = await client.call<Pick<ZoneState, 'ready'>>('GET', path, undefined, 2_000);
    return answer.kind === 'answered' && answer.body.ready;
  };
  const isStarted = (name: EndedPart['process']) => started.some(({ process }) => process === name);
  if (isStarted('witness') || mended.some(({ fault }) => fault.kind === 'witness-loss')) {
    await until('witness', () => ready(lab.witness, '/readyz'));
  }
  const agents = started.flatMap(({ zone }) => (zone === null ? [] : [zone]));
  const touched = [...new Set([...zones, ...agents])];
  await Promise.all(touched.map((zone) => until(zone, () => ready(lab.agent(zone), '/readyz'))));
}

/** A drill has this long to heal, stop its lab and write its report. */
const holderPatienceMs = 30_000;

export async function downCommand(words: LabWords, context: Context): Promise<ExitCode> {
  const stateFolder = defaultStateFolder(context.folder, words.state);
  const before = labStatus(stateFolder);
  const progress = progressLine(context);
  progress.show('bringing the lab down');
  const holder = await askHolderToEnd(stateFolder, holderPatienceMs);
  const ended = await down(stateFolder);
  progress.clear();
  const didEnd = ended.length > 0 || holder === 'ended' || before.running.length > 0;
  if (words.json === true) {
    const answer = {
      ok: true,
      stateFolder,
      ended: before.running,
      processes: ended.length,
      holder,
    };
    context.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return exitCodes.ok.code;
  }
  if (!didEnd) {
    context.stdout.write(`No lab runs in ${stateFolder}: there is nothing to end.\n`);
    return exitCodes.ok.code;
  }
  const style = styleOf(context, context.stdout);
  const what = before.running.length === 0 ? 'what was left of it' : before.running.join(', ');
  context.stdout.write(`${style.good('✓ the lab is down')}\n`);
  for (const line of hang('  ended  ', what, columns))
    context.stdout.write(`${style.quiet(line)}\n`);
  if (holder === 'ended') context.stdout.write('  whoever had started it ended too\n');
  return exitCodes.ok.code;
}

async function writerOf(running: RunningLab): Promise<WriterPlace> {
  const { databases, regions } = await viewLab(running);
  const [database] = databases;
  const zone = database?.members.find((member) => member.isWriter)?.zone;
  const region = regions.find((each) => each.zones.some(({ name }) => name === zone));
  if (database === undefined || zone === undefined || region === undefined) {
    const wrong = 'it names no place, and nobody tells where the database is written';
    throw refuseArgument('fault', null, wrong, 'name the place, as in zone-loss:us-east-1a');
  }
  return { region: region.name, zone, component: database.component };
}

function notDone(path: string, error: unknown): Refusal {
  if (!(error instanceof Error) || error.constructor !== Error) throw error;
  const problem = {
    path,
    value: null,
    wrong: error.message,
    mend: 'see `outrigger lab status`; `outrigger lab down` ends whatever is left',
    file: null,
    line: null,
  };
  return new Refusal('The lab did not do it', [problem], { exitCode: 1, cause: error });
}
