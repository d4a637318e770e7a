import { dirname } from 'node:path';
import { type LabLayout, labStatus, monotonicMs, standInsOf, up } from '@outrigger/lab';
import { type Context, styleOf } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { Interrupted, watchInterrupts } from '../interruption.ts';
import { exampleNames, platformIn, shownPath } from '../platform/find.ts';
import { version } from '../program-version.ts';
import { Refusal } from '../refusal.ts';
import { refuseLab } from '../refuse-lab.ts';
import { defaultStateFolder } from '../state-folder.ts';
import { hintsOf } from './lab-folder.ts';
import { urlOf } from './lab-view.ts';
import { loadForLab } from './load-for-lab.ts';
import { labLogLevel } from './log-level.ts';
import { standInRun } from './stand-in.ts';
import { upText } from './up-text.ts';

export interface UpWords {
  readonly state?: string;
  readonly port?: number;
  readonly link?: number;
  readonly seed: number;
  readonly json?: boolean;
}

const exampleByDefault = 'eks-failover';

/** Starts a lab and leaves it running: its processes outlive this one. */
export async function upCommand(
  argument: string | undefined,
  words: UpWords,
  context: Context,
): Promise<ExitCode> {
  const stateFolder = defaultStateFolder(context.folder, words.state);
  const logLevel = labLogLevel(context);
  refuseSecond(stateFolder);
  const { loaded, unplayed } = await loadForLab(
    platformArgument(argument, context.folder),
    context,
  );
  using interruption = watchInterrupts();
  const { signal } = interruption;
  const progress = progressLine(context);
  const beganMs = monotonicMs();
  const raised = await up({
    platform: loaded.platform,
    platformFolder: dirname(loaded.file),
    platformDigest: loaded.digest,
    platformFile: loaded.file,
    stateFolder,
    seed: words.seed,
    firstPort: words.port ?? null,
    standInRun,
    version: version(),
    unplayed,
    linkDelayMs: words.link ?? null,
    logLevel,
    onProgress: progress.show,
    signal,
  }).finally(progress.clear);
  if (signal.aborted) {
    if ('value' in raised) await raised.value.down();
    throw new Interrupted();
  }
  if ('problem' in raised) throw refuseLab('The lab cannot be started', raised.problem, loaded);
  const { layout } = raised.value;
  raised.value.leave();
  const tookMs = monotonicMs() - beganMs;
  if (words.json === true) {
    context.stdout.write(`${JSON.stringify(upJson(layout, loaded.digest, tookMs), null, 2)}\n`);
  } else {
    const folder = shownPath(stateFolder, context.folder);
    const told = { layout, tookMs, folder, page: await pageOf(layout) };
    const hints = hintsOf(words.state, context);
    context.stdout.write(upText(told, hints, styleOf(context, context.stdout)));
  }
  return exitCodes.ok.code;
}

/** Two labs in one folder would be one lab too many; where the first one is, is worth knowing. */
function refuseSecond(stateFolder: string): void {
  const { layout, running } = labStatus(stateFolder);
  if (layout === null || running.length === 0) return;
  throw new Refusal('The lab cannot be started', [
    {
      path: stateFolder,
      value: `${layout.platform} at ${urlOf(layout)}`,
      wrong: 'a lab is already running in this state folder',
      mend:
        'use it (`outrigger lab status`), stop it with `outrigger lab down`, or choose another ' +
        'folder with --state',
      file: null,
      line: null,
    },
  ]);
}

const pageLimitMs = 2_000;

/** What a browser gets something for: a page at the root, or else the catalogue; null: neither. */
async function pageOf(layout: LabLayout): Promise<string | null> {
  for (const path of ['', 'api/catalog']) {
    const url = `${urlOf(layout)}${path}`;
    const signal = AbortSignal.timeout(pageLimitMs);
    const isThere = await fetch(url, { signal }).then(
      async (answer) => {
        await answer.body?.cancel();
        return answer.ok;
      },
      () => false,
    );
    if (isThere) return url;
  }
  return null;
}

/** The platform in the folder that the user stands in; without one, the example. */
function platformArgument(argument: string | undefined, folder: string): string | undefined {
  if (argument !== undefined || platformIn(folder) !== null) return argument;
  return exampleNames().includes(exampleByDefault) ? exampleByDefault : undefined;
}

/** One line on the terminal that is written over; nothing in a pipe. */
export function progressLine({ stderr }: Context): {
  show(what: string): void;
  clear(): void;
} {
  const write = (text: string) => {
    if (stderr.isTerminal) stderr.write(`\r\u001b[K${text}`);
  };
  return { show: (what) => write(`${what} …`), clear: () => write('') };
}

function upJson(layout: LabLayout, digest: string, tookMs: number) {
  return {
    ok: true,
    platform: layout.platform,
    digest,
    url: urlOf(layout),
    stateFolder: layout.stateFolder,
    regions: layout.regions.map(({ name, zones }) => ({
      name,
      zones: zones.map((zone) => zone.name),
    })),
    folded: layout.folded,
    standIns: standInsOf(layout),
    tookMs: Math.round(tookMs),
  };
}
