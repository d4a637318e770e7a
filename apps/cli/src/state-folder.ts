import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { refuseArgument } from './refusal.ts';

/**
 * Where the lab of this working folder keeps everything. PostgreSQL does not run as root: for root
 * it is another user's, who must be able to pass every folder on the way; a home folder shuts it
 * out.
 */
export function defaultStateFolder(folder: string, given: string | undefined): string {
  if (given !== undefined) return folderOrRefuse(resolve(folder, given), given);
  const here = join(folder, '.outrigger', 'lab');
  if (process.getuid?.() !== 0 || othersMayPass(folder)) return here;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  return join('/var/tmp', 'outrigger', name);
}

/** A folder, or a place where one can be made. */
function folderOrRefuse(path: string, given: string): string {
  let there = path;
  while (!existsSync(there)) there = dirname(there);
  if (statSync(there).isDirectory()) return path;
  const what = there === path ? 'is' : `lies below ${there}, which is`;
  const wrong = `${what} a file, where a folder is needed`;
  throw refuseArgument('--state', given, wrong, 'name a folder, or one that can be made');
}

function othersMayPass(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
