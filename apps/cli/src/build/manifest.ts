import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Beside what was built: which files are ours, and how we left them. */
export const manifestName = '.outrigger-build.json';

/**
 * By path below the folder: sha256 of what was written; several while a build writes, and after one
 * that was ended in the middle: what is there is one of them, or the file is not there.
 */
export type Manifest = ReadonlyMap<string, readonly string[]>;

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Empty where nothing was built yet; null where it is no manifest of ours. */
export function readManifest(folder: string): Manifest | null {
  const path = join(folder, manifestName);
  if (!existsSync(path)) return new Map();
  try {
    const written: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof written !== 'object' || written === null || !('files' in written)) return null;
    const { files } = written;
    if (typeof files !== 'object' || files === null) return null;
    return new Map(
      Object.entries(files).map(([file, digests]) => [file, [digests].flat().map(String)]),
    );
  } catch {
    return null;
  }
}

export function manifestText(manifest: Manifest): string {
  const sorted = [...manifest].sort(([one], [other]) => (one < other ? -1 : 1));
  const comment = 'Files that outrigger build wrote, and how it left them. Commit it with them.';
  const files = sorted.map(([path, digests]) => [
    path,
    digests.length === 1 ? digests[0] : digests,
  ]);
  return `${JSON.stringify({ comment, files: Object.fromEntries(files) }, null, 2)}\n`;
}
