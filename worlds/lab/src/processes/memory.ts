import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { onLinux, type ProcessIdentity } from './identity.ts';
import { descendantsIn, readTable } from './tree.ts';

export interface MemorySample {
  readonly bytes: number;
  /**
   * `pss`: each shared page is divided among its users, so the sum is what the trees really take.
   * `rss`: shared pages count once per process, the sum is too high (systems without smaps).
   */
  readonly measure: 'pss' | 'rss';
  readonly processes: number;
}

/**
 * What the trees hold for themselves alone (anonymous pages), in bytes. Cheap enough to ask each
 * second: `sampleMemory` walks every page table, and stops for milliseconds whom it looks at.
 */
export function sampleAnonymous(roots: readonly ProcessIdentity[]): number {
  const pids = pidsOf(roots);
  if (!onLinux) return rssBytes(pids);
  let bytes = 0;
  for (const pid of pids) {
    const kibibytes = statusField(pid, 'RssAnon');
    if (kibibytes !== null) bytes += kibibytes * 1024;
  }
  return bytes;
}

function statusField(pid: number, name: string): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'latin1');
    const value = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text)?.[1];
    return value === undefined ? null : Number(value);
  } catch {
    return null;
  }
}

function pidsOf(roots: readonly ProcessIdentity[]): number[] {
  const table = readTable();
  const present = table.filter((row) =>
    roots.some((root) => root.pid === row.pid && root.startTime === row.startTime),
  );
  return [...present, ...descendantsIn(table, present)].map((row) => row.pid);
}

/** Memory of whole trees; processes in several of the trees count once. */
export function sampleMemory(roots: readonly ProcessIdentity[]): MemorySample {
  const pids = pidsOf(roots);
  if (!onLinux) return { bytes: rssBytes(pids), measure: 'rss', processes: pids.length };
  let bytes = 0;
  let processes = 0;
  for (const pid of pids) {
    const own = pssBytes(pid);
    if (own === null) continue;
    bytes += own;
    processes += 1;
  }
  return { bytes, measure: 'pss', processes };
}

/** Null when the process has gone or belongs to another user. */
function pssBytes(pid: number): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1');
    const kibibytes = /^Pss:\s+(\d+) kB$/m.exec(text)?.[1];
    return kibibytes === undefined ? null : Number(kibibytes) * 1024;
  } catch {
    return null;
  }
}

function rssBytes(pids: readonly number[]): number {
  if (pids.length === 0) return 0;
  try {
    const text = execFileSync('ps', ['-o', 'rss=', '-p', pids.join(',')], { encoding: 'utf8' });
    return text.split('\n').reduce((sum, line) => sum + Number(line.trim() || 0) * 1024, 0);
  } catch {
    return 0;
  }
}
