import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * A process that starts while others serve clients gets what they leave of the machine: Linux's
 * idle class. Niceness is not enough: the weights of a zone's some dozens of threads add up.
 *
 * Only as root on Linux, since nobody else may take the process out of that class again; anywhere
 * else it starts like any other.
 */
export async function yieldToOthers(pid: number): Promise<void> {
  await schedule(['--all-tasks', '--idle', '--pid', '0', String(pid)]);
}

/** Every thread of it: a compiler thread that stayed behind would leave it slow for good. */
export async function serveLikeOthers(pid: number): Promise<void> {
  await schedule(['--all-tasks', '--other', '--pid', '0', String(pid)]);
}

const run = promisify(execFile);

async function schedule(words: readonly string[]): Promise<void> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  // It may have ended meanwhile, and a machine without util-linux starts zones as others do.
  await run('chrt', [...words]).catch(() => {});
}
