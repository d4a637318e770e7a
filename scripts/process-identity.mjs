// Which process is meant, for good: pids are used again, a pid with its start time is not. The
// lab's identity.ts does the same for whole trees; this one depends on nothing and runs on Node 20.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** `startTime` is opaque; null where the process table can't be read. */
export function ownIdentity() {
  return { pid: process.pid, startTime: rowOf(process.pid)?.startTime ?? null };
}

/**
 * Whether it is there, is the one that was recorded, and can run: a zombie waits for its parent
 * alone, which may never ask. A recorded pid without a start time is whoever has that pid.
 */
export function isAlive({ pid, startTime }) {
  const row = rowOf(pid);
  if (row === null) return isThere(pid);
  if (row.state === 'Z' || row.state === 'X') return false;
  return startTime === null || startTime === row.startTime;
}

/** What the process table says of a process; null when it can't be read there. */
function rowOf(pid) {
  return process.platform === 'linux' ? rowOfProc(pid) : rowOfPs(pid);
}

/** Linux: fields 3 and 22 of proc(5)'s `stat`. Ticks after boot say it all with the boot's id. */
function rowOfProc(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The command stands in brackets and may itself hold brackets and spaces: the last one counts.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], startTime: `${fields[19]}@${boot}` };
  } catch {
    return null;
  }
}

/** Elsewhere: `Z+   Sat Nov 21 08:51:33 2026`, in the words of LC_ALL. */
export function rowOfPs(pid) {
  const env = { ...process.env, LC_ALL: 'C' };
  const parameters = ['-p', String(pid), '-o', 'state=,lstart='];
  const { status, stdout } = spawnSync('ps', parameters, { encoding: 'utf8', env });
  const [state = '', ...start] = status === 0 ? stdout.trim().split(/\s+/) : [];
  return start.length === 5 ? { state: state.slice(0, 1), startTime: start.join(' ') } : null;
}

/** Whether anybody has that pid: of another user's process that is all that can be told. */
function isThere(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
