import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { type Platform, servicesOf } from '@outrigger/model';

/** Paths in `lab.run` count from the platform's folder; what is none is left as it is. */
export function runWords(run: readonly string[], platformFolder: string): readonly string[] {
  return run.map((word) => (isPath(word) ? resolve(platformFolder, word) : word));
}

/** `./main.ts`, `src/main.py`, and `main.ts`, which the lab's own Node runs. */
function isPath(word: string): boolean {
  return word.includes('/') || word.endsWith('.ts');
}

export interface MissingProgram {
  readonly component: string;
  /** As it is written: `./main.ts`, `python3`. */
  readonly word: string;
  /** In `lab.run`. */
  readonly index: number;
  readonly wrong: string;
}

/**
 * What a service's `lab.run` names and this machine does not have. A lab would come up without it,
 * and start it again and again.
 */
export function missingPrograms(
  platform: Platform,
  platformFolder: string,
  searchPath: string,
): readonly MissingProgram[] {
  return servicesOf(platform).flatMap(({ name, lab }) => {
    if (lab === null) return [];
    const words = runWords(lab.run, platformFolder);
    const [program = ''] = words;
    // An interpreter's own program is the first word that is a path and no option of it.
    const interpreted = isPath(program)
      ? -1
      : words.findIndex((word, index) => index > 0 && isPath(word) && !word.startsWith('-'));
    return [0, interpreted].flatMap((index) => {
      const [word, written] = [words[index], lab.run[index]];
      if (word === undefined || written === undefined) return [];
      const wrong = whyNotThere(word, searchPath);
      return wrong === null ? [] : [{ component: name, word: written, index, wrong }];
    });
  });
}

function whyNotThere(word: string, searchPath: string): string | null {
  if (isPath(word)) return isFile(word) ? null : `there is no file ${word}`;
  const isInstalled = searchPath
    .split(delimiter)
    .some((folder) => folder !== '' && isExecutable(join(folder, word)));
  return isInstalled ? null : 'no program of this name is on the PATH';
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
