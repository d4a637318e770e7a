import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '../control/clock.ts';
import {
  isDeadState,
  isSame,
  onLinux,
  type ProcessIdentity,
  type ProcessRow,
  readLinuxRow,
  readPsTable,
  readRow,
  signal,
} from './identity.ts';

/** How long stopping may take before we kill what was found; a stop takes well under 10 ms. */
const stopLimitMs = 500;
/**
 * States in which a process cannot fork. D: inside a system call that no signal ends; it stops on
 * its way out of it, before it can fork.
 */
const stoppedStates = 'TtDZXx';
/** How long a killed process may need to leave the table: one that waits for a disk, seconds. */
const goneLimitMs = 10_000;

export interface KillReport {
  /** Monotonic ms just before the first signal. */
  readonly atMs: number;
  /** From the first signal until the last process was seen to be gone. */
  readonly tookMs: number;
  readonly killed: readonly ProcessIdentity[];
  /** Must be empty: what was still there when the limit was reached. */
  readonly survivors: readonly ProcessIdentity[];
}

export interface FreezeReport {
  readonly atMs: number;
  readonly tookMs: number;
  readonly frozen: readonly ProcessIdentity[];
}

export function readTable(): ProcessRow[] {
  if (!onLinux) return readPsTable();
  const rows: ProcessRow[] = [];
  for (const name of readdirSync('/proc')) {
    const first = name.charCodeAt(0);
    if (first < 48 || first > 57) continue;
    const row = readLinuxRow(Number(name));
    if (row !== null) rows.push(row);
  }
  return rows;
}

/** All descendants of the roots in `table`, parents before children; the roots are not in it. */
export function descendantsIn(
  table: readonly ProcessRow[],
  roots: readonly ProcessIdentity[],
): ProcessRow[] {
  const children = new Map<number, ProcessRow[]>();
  for (const row of table) {
    const siblings = children.get(row.parent);
    if (siblings === undefined) children.set(row.parent, [row]);
    else siblings.push(row);
  }
  const found: ProcessRow[] = [];
  const seen = new Set(roots.map((root) => root.pid));
  const queue = [...seen];
  for (let pid = queue.shift(); pid !== undefined; pid = queue.shift()) {
    for (const child of children.get(pid) ?? []) {
      if (seen.has(child.pid)) continue;
      seen.add(child.pid);
      found.push(child);
      queue.push(child.pid);
    }
  }
  return found;
}

export function descendants(root: ProcessIdentity): ProcessRow[] {
  const table = readTable();
  const present = table.some((row) => row.pid === root.pid && row.startTime === root.startTime);
  return present ? descendantsIn(table, [root]) : [];
}

/**
 * Stops the roots and everything below them, parents first, and looks again until a look finds
 * nothing new and nothing that still runs. A stopped process cannot fork, so the list is complete.
 * A PostgreSQL backend leaves its session by setsid, but its parent stays the postmaster for as
 * long as that lives; that is why nothing is killed before everything is stopped and listed.
 * `beforeStop` is told of all that is stopped, and of what is about to be.
 */
async function stopAll(
  roots: readonly ProcessIdentity[],
  beforeStop: (stopped: readonly ProcessIdentity[]) => void = () => {},
): Promise<Map<number, ProcessIdentity>> {
  const known = new Map<number, ProcessIdentity>();
  const stop = (fresh: readonly ProcessIdentity[]): void => {
    if (fresh.length === 0) return;
    for (const { pid, startTime } of fresh) known.set(pid, { pid, startTime });
    beforeStop([...known.values()]);
    for (const one of fresh) signal(one, 'SIGSTOP');
  };
  stop(roots.filter(isSame));
  const deadlineMs = monotonicMs() + stopLimitMs;
  // A child forked while the table was being read may be missing in it although its parent shows
  // as stopped: only the second quiet look in a row is proof.
  for (let quietLooks = 0; quietLooks < 2 && monotonicMs() < deadlineMs; ) {
    const table = readTable();
    const fresh = descendantsIn(table, [...known.values()]).filter(
      (row) => !known.has(row.pid) && !isDeadState(row.state),
    );
    stop(fresh);
    const running = table.some((row) => known.has(row.pid) && !stoppedStates.includes(row.state));
    quietLooks = fresh.length === 0 && !running ? quietLooks + 1 : 0;
    if (quietLooks === 0) await sleep(1);
  }
  return known;
}

/** Resolves when none of them runs any more, with those that still do when the limit is reached. */
export async function waitUntilGone(
  identities: readonly ProcessIdentity[],
  limitMs = goneLimitMs,
): Promise<ProcessIdentity[]> {
  const deadlineMs = monotonicMs() + limitMs;
  let left = [...identities];
  for (let pauseMs = 1; ; pauseMs = Math.min(pauseMs * 2, 20)) {
    left = left.filter((identity) => {
      const row = readRow(identity.pid);
      return row?.startTime === identity.startTime && !isDeadState(row.state);
    });
    if (left.length === 0 || monotonicMs() > deadlineMs) return left;
    await sleep(pauseMs);
  }
}

/**
 * Kills whole trees at once, as a power cut would: all roots are stopped before any of them is
 * killed, and `whenStopped` may look at them in between. Roots that are not the recorded processes
 * any more are left alone.
 */
export async function killTree(
  roots: readonly ProcessIdentity[],
  whenStopped?: (stopped: readonly ProcessIdentity[]) => Promise<void>,
): Promise<KillReport> {
  const atMs = monotonicMs();
  const known = [...(await stopAll(roots)).values()];
  try {
    await whenStopped?.(known);
  } finally {
    // Children first: the roots, which are recorded, lead to what is left when we are killed here.
    for (const identity of [...known].reverse()) signal(identity, 'SIGKILL');
  }
  const survivors = await waitUntilGone(known);
  return { atMs, tookMs: monotonicMs() - atMs, killed: known, survivors };
}

export function survivorsText(survivors: readonly ProcessIdentity[]): string {
  return `still there after SIGKILL: ${survivors.map((survivor) => survivor.pid).join(', ')}`;
}

/**
 * Stops whole trees, parents first, so that no supervisor restarts what it misses. `record` gets
 * all that is to be stopped before it is: whoever reads that can thaw it, also when we are killed.
 */
export async function freezeTree(
  roots: readonly ProcessIdentity[],
  record: (frozen: readonly ProcessIdentity[]) => void,
): Promise<FreezeReport> {
  const atMs = monotonicMs();
  const frozen = [...(await stopAll(roots, record)).values()];
  return { atMs, tookMs: monotonicMs() - atMs, frozen };
}

/** Lets go on what `freezeTree` stopped, children first, so that no parent finds them stopped. */
export function thawTree(frozen: readonly ProcessIdentity[]): void {
  for (const identity of [...frozen].reverse()) signal(identity, 'SIGCONT');
}
