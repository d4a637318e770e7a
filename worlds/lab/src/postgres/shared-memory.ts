import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './program.ts';
import { removeStaleLock } from './stale-lock.ts';
import type { PostgresInstallation, Problem } from './types.ts';

export type Removed = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

/**
 * Takes away the System V segment (56 bytes) that a killed server leaves behind. Its key comes from
 * the data folder's inode, and the next process that attaches to that folder replaces a segment
 * that nobody is attached to. `postgres --check` is such a process: it makes its shared memory,
 * removes it on its way out, and reads no log, so the data stays as it was killed. It refuses while
 * a backend of the old server is alive. To be called before the data folder is removed. The
 * folder's own configuration is not read: it may be half-written.
 */
export async function removeLeftSharedMemory(
  installation: PostgresInstallation,
  dataFolder: string,
): Promise<Removed> {
  if (!existsSync(join(dataFolder, 'PG_VERSION'))) return { ok: true };
  await removeStaleLock(dataFolder);
  const ended = await runProgram(installation, 'postgres', [
    '--check',
    ...['-D', dataFolder],
    ...['-c', 'config_file=/dev/null'],
    ...['-c', 'shared_memory_type=mmap'],
    ...['-c', 'dynamic_shared_memory_type=mmap'],
  ]);
  if (ended.code === 0) return { ok: true };
  return {
    ok: false,
    problem: {
      wrong: `the shared memory of ${dataFolder} can't be removed: ${ended.stderr.trim()}`,
      mend: 'end the processes that still use this data folder, then try again',
    },
  };
}
