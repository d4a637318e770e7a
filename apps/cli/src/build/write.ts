import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Change } from './changes.ts';
import { type Disk, disk as ownDisk } from './disk.ts';
import { digestOf, type Manifest, manifestName, manifestText } from './manifest.ts';
import { makeStaging, sweepStaging } from './staging.ts';

/**
 * All of it is written beside the folder first, and then moved into its place file by file. The
 * manifest goes before them, with every file as it was and as it will be, and after them, as it is:
 * what is interrupted leaves whole files, and any next build knows all of them as ours.
 */
export function writeChanges(
  folder: string,
  changes: readonly Change[],
  manifest: Manifest,
  disk: Disk = ownDisk,
): void {
  disk.makeFolder(folder);
  sweepStaging(disk, folder);
  const staging = makeStaging(disk, folder);
  try {
    const next = nextManifest(folder, changes, manifest);
    const written = changes.filter(({ kind }) => writes.has(kind));
    for (const { path, after } of written) stage(disk, staging, path, after ?? '');
    moveManifest(disk, staging, folder, underway(manifest, next));
    for (const { path } of written) moveIn(disk, staging, folder, path);
    for (const { path, kind } of changes) if (kind === 'remove') disk.remove(join(folder, path));
    for (const path of manifest.keys()) if (!next.has(path)) removeEmpty(disk, folder, path);
    moveManifest(disk, staging, folder, next);
  } finally {
    disk.remove(staging);
  }
}

/** `edited` and `foreign` come here only when the user said so. */
const writes: ReadonlySet<Change['kind']> = new Set(['add', 'change', 'edited', 'foreign']);

/** What is left stays in it, so that each build tells it until somebody has deleted it. */
function nextManifest(folder: string, changes: readonly Change[], manifest: Manifest): Manifest {
  const next = new Map([...manifest].filter(([path]) => existsSync(join(folder, path))));
  for (const { path, kind, after } of changes) {
    if (after !== null) next.set(path, [digestOf(after)]);
    else if (kind === 'remove') next.delete(path);
  }
  return next;
}

/** Between the two: each file as it was or as it will be. */
function underway(manifest: Manifest, next: Manifest): Manifest {
  const both = new Map(manifest);
  for (const [path, digests] of next) {
    both.set(path, [...new Set([...(manifest.get(path) ?? []), ...digests])]);
  }
  return both;
}

function moveManifest(disk: Disk, staging: string, folder: string, manifest: Manifest): void {
  stage(disk, staging, manifestName, manifestText(manifest));
  moveIn(disk, staging, folder, manifestName);
}

function stage(disk: Disk, staging: string, path: string, text: string): void {
  disk.makeFolder(dirname(join(staging, path)));
  disk.write(join(staging, path), text);
}

function moveIn(disk: Disk, staging: string, folder: string, path: string): void {
  disk.makeFolder(dirname(join(folder, path)));
  disk.move(join(staging, path), join(folder, path));
}

/** The folders that a file was alone in; it may be gone since a build that was interrupted. */
function removeEmpty(disk: Disk, folder: string, path: string): void {
  for (let above = dirname(path); above !== '.'; above = dirname(above)) {
    const place = join(folder, above);
    if (existsSync(place) && !disk.removeIfEmpty(place)) return;
  }
}
