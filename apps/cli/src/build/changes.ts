import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf, type Manifest } from './manifest.ts';

/** What has to happen to one file, so that the folder holds what the platform says. */
export interface Change {
  /** Below the folder that is built into. */
  readonly path: string;
  /**
   * `edited`: it is ours, and somebody changed it; `foreign`: it has our name, but we never wrote
   * it; `left`: we stop writing it, but somebody changed it, so it stays.
   */
  readonly kind: 'add' | 'change' | 'remove' | 'same' | 'edited' | 'foreign' | 'left';
  readonly before: string | null;
  readonly after: string | null;
}

export interface Wanted {
  readonly path: string;
  readonly text: string;
}

/**
 * Compares what is wanted with what is there. `isAsked` says which files the command is about: of
 * the others nothing is added, changed or removed.
 */
export function changesIn(
  folder: string,
  wanted: readonly Wanted[],
  manifest: Manifest,
  isAsked: (path: string) => boolean,
): readonly Change[] {
  const asked = wanted.filter(({ path }) => isAsked(path));
  const paths = new Set(asked.map(({ path }) => path));
  const gone = [...manifest.keys()].filter((path) => isAsked(path) && !paths.has(path));
  return [
    ...asked.map((file) => changeOf(folder, file, manifest)),
    ...gone.flatMap((path) => removalOf(folder, path, manifest)),
  ];
}

function readIfThere(folder: string, path: string): string | null {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function changeOf(folder: string, { path, text }: Wanted, manifest: Manifest): Change {
  const before = readIfThere(folder, path);
  const kindOf = (): Change['kind'] => {
    if (before === null) return 'add';
    if (before === text) return 'same';
    const left = manifest.get(path);
    if (left === undefined) return 'foreign';
    return left.includes(digestOf(before)) ? 'change' : 'edited';
  };
  return { path, kind: kindOf(), before, after: text };
}

function removalOf(folder: string, path: string, manifest: Manifest): Change[] {
  const before = readIfThere(folder, path);
  if (before === null) return [];
  const isOurs = manifest.get(path)?.includes(digestOf(before)) === true;
  return [{ path, kind: isOurs ? 'remove' : 'left', before, after: null }];
}
