import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** A process told from a later one with the same number by the time at which it started. */
export interface ProcessIdentity {
  readonly pid: number;
  /** As the system gives it: only ever compared for equality. */
  readonly startTime: string;
}

export interface ListedProcess extends ProcessIdentity {
  readonly parent: number;
  /** The program's own name, without a path: `postgres`. */
  readonly program: string;
}

/** All live processes; zombies are left out, they run nothing any more. */
export async function listProcesses(): Promise<readonly ListedProcess[]> {
  return process.platform === 'linux' ? listFromProc() : listFromPs();
}

/** Null when there is no such process, or only its zombie. */
export async function identityOf(pid: number): Promise<ProcessIdentity | null> {
  if (process.platform === 'linux') return readStat(pid);
  return (await listFromPs()).find((listed) => listed.pid === pid) ?? null;
}

export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  return (await identityOf(identity.pid))?.startTime === identity.startTime;
}

/** Synchronous: /proc is memory, and hundreds of reads through the thread pool take ten times as long. */
function listFromProc(): readonly ListedProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(Number(name)))
    .filter((one) => one !== null);
}

/** Fields of /proc/<pid>/stat after the name in parentheses: 3 state, 4 parent, 22 start time. */
function readStat(pid: number): ListedProcess | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  const program = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state, parent] = fields;
  const startTime = fields[19];
  if (state === undefined || startTime === undefined || state === 'Z' || state === 'X') return null;
  return { pid, parent: Number(parent), startTime, program };
}

async function listFromPs(): Promise<readonly ListedProcess[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axo', 'pid=,ppid=,state=,lstart=,comm=']);
  return stdout.split('\n').flatMap((line) => {
    // lstart is five words: Sat Nov 21 08:53:01 2026.
    const match = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+((?:\S+\s+){4}\S+)\s+(.*\S)\s*$/.exec(line);
    if (match === null) return [];
    const [, pid, parent, state, startTime, command] = match;
    if (startTime === undefined || command === undefined || state?.startsWith('Z')) return [];
    return [{ pid: Number(pid), parent: Number(parent), startTime, program: basename(command) }];
  });
}

/** Everything below a process, itself first. */
export async function treeOf(root: ProcessIdentity): Promise<readonly ProcessIdentity[]> {
  const all = await listProcesses();
  const tree = all.filter((one) => one.pid === root.pid && one.startTime === root.startTime);
  for (let index = 0; index < tree.length; index += 1) {
    const parent = tree[index];
    tree.push(...all.filter((one) => one.parent === parent?.pid && one.pid !== parent.pid));
  }
  return tree;
}

/**
 * Kills a process and all below it, and verifies it. The root is stopped first, so that it starts
 * no more of them; the backends of PostgreSQL are sessions of their own, so a signal to the group
 * would reach only the postmaster. Returns how many were killed.
 */
export async function killTree(root: ProcessIdentity): Promise<number> {
  const killed = new Map<string, ProcessIdentity>();
  if (await isAlive(root)) signal(root.pid, 'SIGSTOP');
  for (;;) {
    const fresh = (await treeOf(root)).filter((one) => !killed.has(key(one)));
    if (fresh.length === 0) break;
    // The root last: while it is there its children keep it as their parent, and can be found.
    for (const one of fresh) {
      killed.set(key(one), one);
      if (one.pid !== root.pid) signal(one.pid, 'SIGKILL');
    }
  }
  if (killed.has(key(root))) signal(root.pid, 'SIGKILL');
  for (const one of killed.values()) {
    while (await isAlive(one)) await sleep(1);
  }
  return killed.size;
}

/**
 * The processes of PostgreSQL whose working directory is this folder (each of its processes goes to
 * its data folder); none when it isn't there. A shell that someone left there is none of ours.
 */
export async function processesIn(folder: string): Promise<readonly ProcessIdentity[]> {
  const wanted = await realpath(folder).catch(() => null);
  if (wanted === null) return [];
  if (process.platform !== 'linux') return processesInByLsof(wanted);
  return listFromProc().filter(
    (one) => one.program === 'postgres' && workingDirectory(one.pid) === wanted,
  );
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
async function processesInByLsof(folder: string): Promise<readonly ProcessIdentity[]> {
  const output = await promisify(execFile)('lsof', [
    '-a',
    '-d',
    'cwd',
    '-c',
    'postgres',
    '-Fp',
    folder,
  ])
    .then(({ stdout }) => stdout)
    .catch(() => '');
  const pids = [...output.matchAll(/^p(\d+)$/gm)].map((match) => Number(match[1]));
  const found = await Promise.all(pids.map(identityOf));
  return found.filter((one) => one !== null);
}

function key(identity: ProcessIdentity): string {
  return `${identity.pid} ${identity.startTime}`;
}

/** A process that has gone meanwhile is what was wanted. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
