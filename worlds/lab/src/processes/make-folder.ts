import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and those above it that are missing; answers the topmost one that it made, null:
 * it was there. Throws what the file system says. Node's own recursive `mkdir` never ends where a
 * folder that is there answers "no such file" to a new one in it, as /proc does.
 */
export function makeFolder(folder: string): string | null {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at);
  // What is there may be a file: that is said here.
  if (missing.length === 0) mkdirIfMissing(resolve(folder));
  for (const each of missing) mkdirIfMissing(each);
  return missing[0] ?? null;
}

/** Somebody else may have made it by now. */
function mkdirIfMissing(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
    if (!isThere) throw error;
  }
}
