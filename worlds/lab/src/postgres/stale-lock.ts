import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { processesIn } from './processes.ts';

/**
 * A killed server leaves its lock file, and what PostgreSQL would see under that number may be
 * another server of the same user by now, or the killed one itself: in a container whose first
 * process reaps nobody it stays a zombie. PostgreSQL takes either for a server that runs, and would
 * refuse the folder. Without a process in it that can run, the file is stale.
 */
export async function removeStaleLock(dataFolder: string): Promise<void> {
  const file = join(dataFolder, 'postmaster.pid');
  if (!existsSync(file) || (await processesIn(dataFolder)).length > 0) return;
  await rm(file, { force: true });
}
