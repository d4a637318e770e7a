import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { identify, type ProcessIdentity, signal } from '../processes/identity.ts';
import { killTree } from '../processes/tree.ts';
import type { Settings } from './configuration.ts';
import { processesIn } from './processes.ts';
import { spawnOptions } from './program.ts';
import { removeStaleLocks } from './stale-lock.ts';
import type { PostgresNode } from './types.ts';

/** A postmaster of ours, from its spawn on. Stopping, crashing and being killed end in `exited`. */
export interface RunningPostgres extends ProcessIdentity {
  readonly node: PostgresNode;
  readonly exited: Promise<PostgresExit>;
}

export interface PostgresExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** We asked for it with stopPostgres or killPostgres. */
  readonly asked: boolean;
}

/** How often readiness is looked at when the file system tells no changes. */
const readinessPollMs = 10;
const logTailBytes = 2_000;

const askedToStop = new WeakSet<object>();

export interface PostgresStart {
  /** Win over every configuration file. */
  readonly settings?: Settings;
  /** Until it takes connections; left out: a minute. */
  readonly timeoutMs?: number;
  /** Unix's: 0 as we are, 19 only what others leave. */
  readonly niceness?: number;
  /**
   * Told in the turn of the spawn itself, long before it takes connections: whoever has to end it
   * can do so from its first moment on.
   */
  readonly onSpawn?: (spawned: RunningPostgres) => void;
  /** Aborted before the spawn: nothing is spawned. After it: why the start failed. */
  readonly signal?: AbortSignal;
}

/**
 * Starts a member and resolves when it takes connections. Rejects, with the end of its log, when it
 * ends before.
 */
export async function startPostgres(
  node: PostgresNode,
  { settings = {}, timeoutMs = 60_000, niceness = 0, onSpawn, signal }: PostgresStart = {},
): Promise<RunningPostgres> {
  await mkdir(dirname(node.logFile), { recursive: true });
  await removeStaleLocks(node);
  const log = await open(node.logFile, 'a');
  const logStart = (await log.stat()).size;
  let spawned: RunningPostgres | null = null;
  try {
    signal?.throwIfAborted();
    spawned = spawnPostgres(node, { settings, niceness }, log.fd);
    if (spawned !== null) onSpawn?.(spawned);
  } catch (error) {
    // Nobody could find it.
    if (spawned !== null) await killTree([spawned]);
    throw error;
  } finally {
    await log.close();
  }
  const state = spawned === null ? 'ended' : await readiness(spawned, timeoutMs);
  if (spawned !== null && state === 'ready') return spawned;
  if (spawned !== null) await killTree([spawned]);
  signal?.throwIfAborted();
  const what = state === 'late' ? `is not ready after ${timeoutMs} ms` : 'ended while it started';
  throw new Error(`PostgreSQL ${node.name} ${what}: ${await logTail(node, logStart)}`);
}

/** Null: it could not be started at all. */
function spawnPostgres(
  node: PostgresNode,
  { settings, niceness }: Required<Pick<PostgresStart, 'settings' | 'niceness'>>,
  output: number,
): RunningPostgres | null {
  const parameters = Object.entries(settings).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = spawn(
    join(node.installation.folder, 'bin', 'postgres'),
    ['-D', node.dataFolder, ...parameters],
    { ...spawnOptions(node.installation), stdio: ['ignore', output, output] },
  );
  const exited = new Promise<PostgresExit>((resolve) => {
    child.once('error', () => resolve({ code: null, signal: null, asked: false }));
    child.once('exit', (code, name) =>
      resolve({ code, signal: name, asked: askedToStop.has(child) }),
    );
  });
  const identity = child.pid === undefined ? null : identify(child.pid);
  if (identity === null) return null;
  // Before it forks anything: its backends inherit it.
  if (niceness > 0) setPriority(identity.pid, niceness);
  const spawned = { ...identity, node, exited };
  children.set(spawned, child);
  return spawned;
}

/** Which child a handle is of, so that its exit can say that we asked for it. */
const children = new WeakMap<RunningPostgres, object>();

/** Waits for line 8 of postmaster.pid, woken by changes in the folder and by a slow poll. */
function readiness(
  { exited, node, pid }: RunningPostgres,
  timeoutMs: number,
): Promise<'ready' | 'ended' | 'late'> {
  return new Promise((resolve) => {
    const end = (state: 'ready' | 'ended' | 'late') => {
      clearInterval(poll);
      clearTimeout(limit);
      watcher?.close();
      resolve(state);
    };
    const look = async () => {
      const file = await readPostmasterFile(node.dataFolder);
      if (file?.pid !== pid) return;
      // A hot standby says `ready` too; `standby` is one that takes no connections.
      if (file.status === 'ready') end('ready');
    };
    const watcher = watchFolder(node.dataFolder, (name) => {
      if (name === null || name.startsWith('postmaster.pid')) void look();
    });
    const poll = setInterval(() => void look(), readinessPollMs);
    const limit = setTimeout(() => end('late'), timeoutMs);
    void exited.then(() => end('ended'));
  });
}

/** Null where changes can't be watched: no such folder, or the system's watches are used up. */
function watchFolder(
  folder: string,
  changed: (name: string | null) => void,
): { close: () => void } | null {
  try {
    const watcher = watch(folder, (_, name) => changed(name));
    return watcher.on('error', () => watcher.close());
  } catch {
    return null;
  }
}

async function logTail(node: PostgresNode, from: number): Promise<string> {
  const text = (await readFile(node.logFile)).subarray(from).subarray(-logTailBytes).toString();
  return text.trim() || `nothing in ${node.logFile}`;
}

export interface PostmasterFile {
  readonly pid: number;
  /** Key and id of the segment that marks the data folder as in use; null before it is made. */
  readonly sharedMemory: { readonly key: number; readonly id: number } | null;
  readonly status: string;
}

/** `postmaster.pid`, which a running (or killed) server leaves in its data folder. */
export async function readPostmasterFile(dataFolder: string): Promise<PostmasterFile | null> {
  let text: string;
  try {
    text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8');
  } catch {
    return null;
  }
  const lines = text.split('\n').map((line) => line.trim());
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  if (!Number.isSafeInteger(pid)) return null;
  const [key, id] = (lines[6] ?? '').split(/\s+/).map(Number);
  return {
    pid,
    sharedMemory: lines[6] && key !== undefined && id !== undefined ? { key, id } : null,
    status: lines[7] ?? '',
  };
}

/**
 * `fast` ends sessions and writes a shutdown checkpoint; `immediate` does neither, and the next
 * start recovers. One that has not ended after `timeoutMs` is killed with its tree.
 */
export async function stopPostgres(
  running: RunningPostgres,
  mode: 'fast' | 'immediate',
  timeoutMs = 10_000,
): Promise<PostgresExit> {
  markAsked(running);
  signal(running, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  let killing: Promise<number> | null = null;
  const limit = setTimeout(() => {
    killing = killPostgres(running);
  }, timeoutMs);
  const exit = await running.exited;
  clearTimeout(limit);
  await killing;
  return exit;
}

/** SIGKILL to the postmaster and every backend, verified: it can acknowledge nothing any more. */
export async function killPostgres(running: RunningPostgres): Promise<number> {
  markAsked(running);
  const { killed } = await killTree([running]);
  await running.exited;
  return killed.length + (await killServersOf(running.node.dataFolder));
}

/**
 * SIGKILL to every process of a server that runs on this data folder, whoever started it, verified:
 * for what an agent that was killed left behind, and for backends that outlive their postmaster.
 * Each has the data folder as its working directory.
 */
export async function killServersOf(dataFolder: string): Promise<number> {
  let killed = 0;
  for (;;) {
    const found = await processesIn(dataFolder);
    if (found.length === 0) return killed;
    killed += (await killTree(found)).killed.length;
  }
}

function markAsked(running: RunningPostgres): void {
  const child = children.get(running);
  if (child !== undefined) askedToStop.add(child);
}

/** Makes a running member read its configuration files again. */
export async function reload(node: PostgresNode): Promise<void> {
  const file = await readPostmasterFile(node.dataFolder);
  const postmaster = file === null ? null : identify(file.pid);
  if (postmaster === null) throw new Error(`PostgreSQL ${node.name} is not running`);
  signal(postmaster, 'SIGHUP');
}
