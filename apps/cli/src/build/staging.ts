import { readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Disk } from './disk.ts';

/** Names this machine: a folder may be shared with others, whose processes are not seen here. */
function nameStart(): string {
  return `.outrigger-build-${hostname().replaceAll(/[^\w.-]/g, '_')}-`;
}

/** A folder beside `folder`, on its disk, so that files move out of it in one step. */
export function makeStaging(disk: Disk, folder: string): string {
  return disk.makeTemporary(join(dirname(folder), `${nameStart()}${process.pid}-`));
}

/** Removes what builds that were ended left beside `folder`, and nothing of one that runs. */
export function sweepStaging(disk: Disk, folder: string): void {
  const beside = dirname(folder);
  const start = nameStart();
  for (const name of readdirSync(beside)) {
    if (!name.startsWith(start) || name === basename(folder)) continue;
    const [, pid] = /^(\d+)-\w{6}$/.exec(name.slice(start.length)) ?? [];
    if (pid !== undefined && !isBuilding(Number(pid))) disk.remove(join(beside, name));
  }
}

/** Writing is one piece of work: what has our own pid is of an earlier process. */
function isBuilding(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}
