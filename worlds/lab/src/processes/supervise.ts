import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { monotonicMs } from '../control/clock.ts';
import { type ChildStatus, stoppedStatus } from './child-status.ts';
import { identify, isAlive, type ProcessIdentity } from './identity.ts';
import { watchReadiness } from './readiness.ts';
import { killTree } from './tree.ts';

/**
 * What Node is given for each process of ours: many small ones share one small machine. Measured
 * idle with an HTTP server: 24 MB of PSS with a semi-space of 1 MB, 31 MB without.
 */
export const leanNodeFlags = [
  '--max-semi-space-size=2',
  '--max-old-space-size=96',
  // What starts here gets its whole traffic soon: compiled after 100 calls instead of 400.
  '--invocation-count-for-maglev=100',
  '--disable-warning=ExperimentalWarning',
] as const;

/**
 * glibc gives each thread a heap of its own, and Node has a dozen threads: with one heap for all, a
 * lab of 4 zones takes 190 MiB less (measured; no difference in CPU). Other C libraries ignore it.
 */
export const leanEnvironment = { MALLOC_ARENA_MAX: '1' } as const;

export interface ChildSpec {
  /** Unique within its supervisor: `orders`, `load-balancer`. */
  readonly name: string;
  /** Argument vector; when the first ends in `.ts` the lab's own Node runs it, leanly. */
  readonly run: readonly string[];
  readonly environment?: { readonly [name: string]: string };
  readonly folder?: string;
  /** Output and errors are appended to it. */
  readonly logFile: string;
  /** `http://127.0.0.1:<port>/readyz`; null: ready as soon as it runs. */
  readonly readyUrl: string | null;
  /** From SIGTERM to SIGKILL. */
  readonly graceMs?: number;
  /**
   * First pause before a restart, doubled up to `backoffMsMax`, back to the first after a calm
   * minute.
   */
  readonly backoffMs?: number;
  readonly backoffMsMax?: number;
}

export interface SupervisedChild {
  readonly name: string;
  status(): ChildStatus;
  /** Starts it when it is stopped; else does nothing. */
  start(): void;
  /** SIGTERM, then SIGKILL to the whole tree after the grace; resolves when it is gone. */
  stop(): Promise<void>;
  /** Resolves true when ready, false at the limit or when it is stopped. */
  whenReady(limitMs: number): Promise<boolean>;
  /** Called after each change; answers how to stop listening. */
  onChange(listener: (status: ChildStatus) => void): () => void;
}

const graceMsDefault = 3_000;
/** Kubelet begins at 10 s and doubles to 5 min; a lab's minutes are seconds. */
const backoffMsDefault = 100;
const backoffMsMaxDefault = 3_000;
/** Kubelet forgets earlier crashes after 10 min. */
const calmMs = 30_000;
/** Spawns and records; nothing is started until `start`. */
export function supervise(
  spec: ChildSpec,
  /** Told of each new process as soon as it has a pid, and of its end with null. */
  record: (name: string, identity: ProcessIdentity | null) => void,
): SupervisedChild {
  const status = stoppedStatus();
  const firstBackoffMs = spec.backoffMs ?? backoffMsDefault;
  let child: ChildProcess | null = null;
  let wanted = false;
  let backoffMs = firstBackoffMs;
  let startedMs = 0;
  let endWaiting: () => void = () => {};
  let stopping: Promise<void> | null = null;

  function launch(): void {
    const started = spawnChild(spec);
    child = started;
    startedMs = monotonicMs();
    const identity = started.pid === undefined ? null : identify(started.pid);
    if (identity !== null) record(spec.name, identity);
    status.change({ state: 'starting', ready: false, identity });
    // `error` without a pid: it could not be started; `exit` does not follow then.
    started.once('error', (error) => {
      if (started.pid === undefined) ended(started, error.message);
    });
    started.once('exit', (code, signalName) => ended(started, signalName ?? `exit ${code}`));
    if (spec.readyUrl === null) status.change({ state: 'running', ready: true });
    else endWaiting = watchReadiness(spec.readyUrl, heard);
  }

  function heard(answer: number | null): boolean {
    if (answer !== null) status.change({ state: 'running', ready: answer === 200 });
    else if (status.now().ready) status.change({ ready: false });
    return status.now().ready;
  }

  function ended(which: ChildProcess, how: string): void {
    if (child !== which) return;
    child = null;
    endWaiting();
    const { identity, restarts } = status.now();
    if (identity !== null) record(spec.name, null);
    const end = { ready: false, identity: null, lastEnd: how };
    if (!wanted) {
      status.change({ state: 'stopped', ...end });
      return;
    }
    if (monotonicMs() - startedMs > calmMs) backoffMs = firstBackoffMs;
    status.change({ state: 'crashed', ...end, restarts: restarts + 1 });
    const timer = setTimeout(() => {
      if (wanted) launch();
    }, backoffMs);
    endWaiting = () => clearTimeout(timer);
    backoffMs = Math.min(backoffMs * 2, spec.backoffMsMax ?? backoffMsMaxDefault);
  }

  async function stopNow(): Promise<void> {
    wanted = false;
    endWaiting();
    const which = child;
    const { identity } = status.now();
    if (which === null || identity === null) {
      child = null;
      status.change({ state: 'stopped', ready: false, identity: null });
      return;
    }
    status.change({ ready: false });
    await endChild(which, identity, spec.graceMs ?? graceMsDefault);
  }

  return {
    name: spec.name,
    status: status.now,
    start() {
      if (wanted) return;
      wanted = true;
      backoffMs = firstBackoffMs;
      if (stopping === null) launch();
      else void stopping.then(() => (wanted && child === null ? launch() : undefined));
    },
    stop() {
      stopping ??= stopNow().finally(() => {
        stopping = null;
      });
      return stopping;
    },
    whenReady: status.whenReady,
    onChange: status.onChange,
  };
}

/** SIGTERM, then SIGKILL to the whole tree after the grace; resolves when it is gone. */
async function endChild(
  child: ChildProcess,
  identity: ProcessIdentity,
  graceMs: number,
): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const graceTimer = setTimeout(() => {
    if (isAlive(identity)) void killTree([identity]);
  }, graceMs);
  await gone;
  clearTimeout(graceTimer);
}

/** The vector to execute for `run`: Node itself for a TypeScript file. */
export function commandOf(run: readonly string[]): { file: string; arguments: string[] } {
  const [first, ...rest] = run;
  if (first === undefined) throw new Error('a process needs at least a file to run');
  return first.endsWith('.ts')
    ? { file: process.execPath, arguments: [...leanNodeFlags, first, ...rest] }
    : { file: first, arguments: rest };
}

function spawnChild(spec: ChildSpec): ChildProcess {
  mkdirSync(dirname(spec.logFile), { recursive: true });
  const log = openSync(spec.logFile, 'a');
  try {
    const command = commandOf(spec.run);
    return spawn(command.file, command.arguments, {
      ...(spec.folder === undefined ? {} : { cwd: spec.folder }),
      env: { ...process.env, ...spec.environment },
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}
