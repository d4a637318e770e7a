import { execFile } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { identify, isDeadState, onLinux, type ProcessIdentity } from '../processes/identity.ts';
import { readTable } from '../processes/tree.ts';

/**
 * The processes of PostgreSQL whose working directory is this folder (each of its processes goes to
 * its data folder); none when it isn't there. A shell that someone left there is none of ours.
 */
export async function processesIn(folder: string): Promise<readonly ProcessIdentity[]> {
  const wanted = await realpath(folder).catch(() => null);
  if (wanted === null) return [];
  const pids = onLinux ? pidsByProc(wanted) : await pidsByLsof(wanted);
  return pids.map(identify).filter((one) => one !== null);
}

/** The working directory is read of PostgreSQL's processes only: each read costs a system call. */
function pidsByProc(folder: string): number[] {
  return readTable()
    .filter(({ command, state }) => basename(command) === 'postgres' && !isDeadState(state))
    .filter(({ pid }) => workingDirectory(pid) === folder)
    .map(({ pid }) => pid);
}

/** Null for a process that ended meanwhile, and for another user's: that is none of ours. */
function workingDirectory(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** `lsof` answers with lines `p<pid>` and ends with 1 when nothing matches. */
async function pidsByLsof(folder: string): Promise<number[]> {
  const selection = ['-a', '-d', 'cwd', '-c', 'postgres', '-Fp', folder];
  const output = await promisify(execFile)('lsof', selection)
    .then(({ stdout }) => stdout)
    .catch(() => '');
  return [...output.matchAll(/^p(\d+)$/gm)].map((match) => Number(match[1]));
}
