import { existsSync } from 'node:fs';
import { type LabLayout, type LabPlatform, labStatus, readLabPlatform } from '@outrigger/lab';
import { stateWords } from '../addressed.ts';
import type { Context } from '../context.ts';
import { programWords } from '../operator.ts';
import { findPlatform, shownPath } from '../platform/find.ts';
import { loadPlatform } from '../platform/load.ts';
import { Refusal } from '../refusal.ts';
import type { Hints } from '../runs/end-text.ts';
import { defaultStateFolder } from '../state-folder.ts';

/** A lab that runs in a folder. */
export interface RunningLab {
  readonly stateFolder: string;
  readonly layout: LabLayout;
  /** Names of the processes that run, and of those that were started and are gone. */
  readonly running: readonly string[];
  readonly gone: readonly string[];
}

/** Refuses when no lab runs in the folder. */
export function runningLab(state: string | undefined, context: Context): RunningLab {
  const stateFolder = defaultStateFolder(context.folder, state);
  const { layout, running, gone } = labStatus(stateFolder);
  if (layout === null || running.length === 0) {
    throw refuse(
      stateFolder,
      'no lab runs here',
      'start one with `outrigger lab up`, or name its folder with --state',
    );
  }
  return { stateFolder, layout, running, gone };
}

export function hintsOf(state: string | undefined, context: Context): Hints {
  return { program: programWords(context), state: stateWords(state) };
}

/**
 * The platform that the lab runs. A file that says something else by now is refused: the lab, and
 * every plan made in it, are of the older one.
 */
export async function platformOfLab(
  argument: string | undefined,
  stateFolder: string,
  context: Context,
): Promise<LabPlatform> {
  const held = readLabPlatform(stateFolder);
  if (held === null) {
    throw refuse(
      stateFolder,
      'the lab here was started by a release that did not keep its platform',
      'bring it down with `outrigger lab down`, and start it again',
    );
  }
  const file = argument === undefined ? held.file : findPlatform(argument, context.folder);
  if (file === null || !existsSync(file)) return held;
  const loaded = await loadPlatform(file, context);
  if (loaded.digest === held.digest) return held;
  const isOther = loaded.platform.name !== held.platform.name;
  throw refuse(
    shownPath(file, context.folder),
    isOther
      ? `the lab runs ${held.platform.name}, this is ${loaded.platform.name}`
      : `it has changed since the lab was started: digest ${held.digest.slice(0, 12)} then, ` +
          `${loaded.digest.slice(0, 12)} now`,
    isOther
      ? 'leave the platform out, or bring the lab down and start it with this one'
      : 'undo the change; or cancel what has not ended (`outrigger runs cancel`), then ' +
          '`outrigger lab down` and `lab up`, and begin a new run',
  );
}

function refuse(path: string, wrong: string, mend: string): Refusal {
  return new Refusal('The command cannot be run', [
    { path, value: null, wrong, mend, file: null, line: null },
  ]);
}
