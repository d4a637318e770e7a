import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process, for good: pids are used again, a pid with its start time is not. `startTime` is
 * opaque; on Linux it is the start in clock ticks after boot (field 22 of proc(5)'s `stat`) and the
 * boot's id, elsewhere what `ps -o lstart` says (whole seconds).
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTime: string;
}

/** One row of the process table. `state` is the first letter that ps shows: R, S, D, T, Z, … */
export interface ProcessRow extends ProcessIdentity {
  readonly parent: number;
  readonly state: string;
  readonly command: string;
}

export const onLinux = process.platform === 'linux';

let bootId: string | undefined;

/** Ticks after boot say little after a reboot: with the boot's id they say it all. */
function thisBoot(): string {
  bootId ??= readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim().slice(0, 8);
  return bootId;
}

/** Reads one process of Linux's table; null when it is gone. */
export function readLinuxRow(pid: number): ProcessRow | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return null;
  }
  // The command stands in brackets and may itself hold brackets and spaces: the last one counts.
  const open = text.indexOf('(');
  const close = text.lastIndexOf(')');
  const fields = text.slice(close + 2).split(' ');
  const state = fields[0] ?? '';
  const parent = Number(fields[1]);
  const startTicks = fields[19] ?? '';
  return {
    pid,
    parent,
    state,
    startTime: `${startTicks}@${thisBoot()}`,
    command: text.slice(open + 1, close),
  };
}

/** Rows of `ps -axo pid=,ppid=,stat=,lstart=,comm=`: lstart is always five words. */
export function parsePsRows(text: string): ProcessRow[] {
  const rows: ProcessRow[] = [];
  for (const line of text.split('\n')) {
    const words = line.trim().split(/\s+/);
    if (words.length < 8) continue;
    rows.push({
      pid: Number(words[0]),
      parent: Number(words[1]),
      state: (words[2] ?? '').slice(0, 1),
      startTime: words.slice(3, 8).join(' '),
      command: words.slice(8).join(' '),
    });
  }
  return rows;
}

const psColumns = 'pid=,ppid=,stat=,lstart=,comm=';

function ps(selection: readonly string[]): ProcessRow[] {
  try {
    // LC_ALL: lstart is written in the language of the user.
    const text = execFileSync('ps', [...selection, '-o', psColumns], {
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return parsePsRows(text);
  } catch {
    // ps answers 1 when none of the pids is there.
    return [];
  }
}

/** One process; null when it is gone. A zombie is not gone: see `isAlive`. */
export function readRow(pid: number): ProcessRow | null {
  return onLinux ? readLinuxRow(pid) : (ps(['-p', String(pid)])[0] ?? null);
}

/** Rows of a system without /proc. */
export function readPsTable(): ProcessRow[] {
  return ps(['-ax']);
}

/** Null when there is no such process (any more). */
export function identify(pid: number): ProcessIdentity | null {
  const row = readRow(pid);
  return row === null ? null : { pid: row.pid, startTime: row.startTime };
}

/** The calling process. */
export function ownIdentity(): ProcessIdentity {
  const identity = identify(process.pid);
  if (identity === null) throw new Error('the process table does not hold the calling process');
  return identity;
}

/** Whether the process with that pid is still the one that was recorded; zombies count. */
export function isSame(identity: ProcessIdentity): boolean {
  return readRow(identity.pid)?.startTime === identity.startTime;
}

/** Whether it is still the recorded one and can run: a zombie waits only for its parent. */
export function isAlive(identity: ProcessIdentity): boolean {
  const row = readRow(identity.pid);
  return row !== null && row.startTime === identity.startTime && !isDeadState(row.state);
}

/** Whether it is still the recorded one, and stands still until it is let go on, or is about to. */
export function isStopped(identity: ProcessIdentity): boolean {
  const row = readRow(identity.pid);
  if (row === null || row.startTime !== identity.startTime) return false;
  return row.state === 'T' || (onLinux && isTold(identity.pid));
}

/** SIGSTOP, number 19, in a mask of signals (proc(5), `status`). */
const stopBit = 1n << 18n;

/** A process hears of a signal in its next turn, which a busy machine may be long in giving. */
function isTold(pid: number): boolean {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'latin1');
    const masks = text.matchAll(/^(?:SigPnd|ShdPnd):\s+([0-9a-f]+)$/gm);
    return [...masks].some(([, mask]) => (BigInt(`0x${mask}`) & stopBit) !== 0n);
  } catch {
    return false;
  }
}

/** Z: zombie; X: dead. Neither runs, holds memory or a port. */
export function isDeadState(state: string): boolean {
  return state === 'Z' || state === 'X' || state === 'x';
}

/**
 * Sends a signal if, and only if, the process is still the recorded one. False: it is not there.
 */
export function signal(identity: ProcessIdentity, name: NodeJS.Signals): boolean {
  if (!isSame(identity)) return false;
  try {
    process.kill(identity.pid, name);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
