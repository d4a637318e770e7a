import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '@outrigger/lab';
import type { Change } from './changes.ts';
import { digestOf, type Manifest, manifestName, manifestText } from './manifest.ts';

/**
 * All of it is written beside the folder first, and then moved into its place file by file, the
 * manifest last: what is interrupted leaves whole files, and the next build goes on from there.
 */
export function writeChanges(folder: string, changes: readonly Change[], manifest: Manifest): void {
  makeFolder(folder);
  const staging = mkdtempSync(join(dirname(folder), '.outrigger-build-'));
  try {
    const next = nextManifest(folder, changes, manifest);
    const written = changes.filter(({ kind }) => writes.has(kind));
    for (const { path, after } of written) stage(staging, path, after ?? '');
    stage(staging, manifestName, manifestText(next));
    for (const { path } of written) moveIn(staging, folder, path);
    for (const { path, kind } of changes) if (kind === 'remove') remove(folder, path);
    moveIn(staging, folder, manifestName);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** `edited` and `foreign` come here only when the user said so. */
const writes: ReadonlySet<Change['kind']> = new Set(['add', 'change', 'edited', 'foreign']);

/** What is left stays in it, so that each build tells it until somebody has deleted it. */
function nextManifest(folder: string, changes: readonly Change[], manifest: Manifest): Manifest {
  const next = new Map([...manifest].filter(([path]) => existsSync(join(folder, path))));
  for (const { path, kind, after } of changes) {
    if (after !== null) next.set(path, digestOf(after));
    else if (kind === 'remove') next.delete(path);
  }
  return next;
}

function stage(staging: string, path: string, text: string): void {
  mkdirSync(dirname(join(staging, path)), { recursive: true });
  writeFileSync(join(staging, path), text);
}

function moveIn(staging: string, folder: string, path: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  renameSync(join(staging, path), join(folder, path));
}

/** And the folders that it leaves empty. */
function remove(folder: string, path: string): void {
  rmSync(join(folder, path), { force: true });
  for (let above = dirname(path); above !== '.'; above = dirname(above)) {
    if (readdirSync(join(folder, above)).length > 0) return;
    rmdirSync(join(folder, above));
  }
}
