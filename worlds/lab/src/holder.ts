import { signal } from './processes/identity.ts';
import { lockHolder } from './processes/state-folder.ts';
import { waitUntilGone } from './processes/tree.ts';

/**
 * Asks the process that has the folder (a drill, an `up` under way) to end, as Ctrl-C would: it
 * brings its lab down in good order and writes what it has to write. `nobody`: the lab was left
 * running, or its starter is dead.
 */
export async function askHolderToEnd(
  stateFolder: string,
  patienceMs: number,
): Promise<'nobody' | 'ended' | 'still-there'> {
  const holder = lockHolder(stateFolder);
  if (holder === null || holder.pid === process.pid) return 'nobody';
  if (!signal(holder, 'SIGTERM')) return 'nobody';
  const left = await waitUntilGone([holder], patienceMs);
  return left.length === 0 ? 'ended' : 'still-there';
}
