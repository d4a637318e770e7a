import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { refuseArgument } from '../refusal.ts';

/** In a folder, the first of these is the platform. */
const fileNames = ['platform.ts', 'platform.mts', 'platform.mjs', 'platform.js', 'platform.json'];

/** The examples that come with Outrigger; there are none beside a published command. */
export const examplesFolder = resolve(import.meta.dirname, '../../../../examples');

export function exampleNames(folder = examplesFolder): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => platformIn(join(folder, name)) !== null)
    .sort();
}

/**
 * The file that a user means by a folder, a file, or the name of an example; the folder they stand
 * in when they name nothing.
 */
export function findPlatform(argument: string | undefined, folder: string): string {
  const path = resolve(folder, argument ?? '.');
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) return path;
    const inside = platformIn(path);
    if (inside !== null) return inside;
    throw refuse(argument, 'this folder has no platform.ts and no platform.json');
  }
  const example = platformIn(join(examplesFolder, argument ?? ''));
  if (argument !== undefined && /^[\w-]+$/.test(argument) && example !== null) return example;
  throw refuse(argument, 'there is no such file, folder or example');
}

/** The platform file in a folder, when there is one. */
export function platformIn(folder: string): string | null {
  const found = fileNames.map((name) => join(folder, name)).find((path) => existsSync(path));
  return found ?? null;
}

function refuse(argument: string | undefined, wrong: string) {
  const examples = exampleNames();
  const known = examples.length === 0 ? '' : `; examples: ${examples.join(', ')}`;
  const begin = `name a platform.ts or its folder, or begin one with \`outrigger init\`${known}`;
  return refuseArgument('platform', argument ?? '.', wrong, begin);
}

/** As short as it can be said from where the user stands. */
export function shownPath(file: string, folder: string): string {
  const path = relative(folder, file);
  if (path === '') return basename(file);
  return path.startsWith('..') ? file : path;
}
