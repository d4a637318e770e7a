import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { processesIn } from './processes.ts';
import type { PostgresNode } from './types.ts';

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

/** The same for all that a member locks; its socket has such a file in its folder. */
export async function removeStaleLocks(node: PostgresNode): Promise<void> {
  const { dataFolder, port, socketFolder } = node;
  await removeStaleLock(dataFolder);
  const file = join(socketFolder, `.s.PGSQL.${port}.lock`);
  if (!existsSync(file) || (await processesIn(dataFolder)).length > 0) return;
  await rm(file, { force: true });
}
