import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * Where the lab of this working folder keeps everything. PostgreSQL does not run as root: for root
 * it is another user's, who must be able to pass every folder on the way; a home folder shuts it
 * out.
 */
export function defaultStateFolder(folder: string, given: string | undefined): string {
  if (given !== undefined) return resolve(folder, given);
  const here = join(folder, '.outrigger', 'lab');
  if (process.getuid?.() !== 0 || othersMayPass(folder)) return here;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  return join('/var/tmp', 'outrigger', name);
}

function othersMayPass(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
