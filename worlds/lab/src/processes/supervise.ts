import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { request } from 'node:http';
import { dirname } from 'node:path';
import { monotonicMs } from '../control/clock.ts';
import { identify, isAlive, type ProcessIdentity } from './identity.ts';
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

/**
 * `starting`: the process runs and has not answered yet. `running`: it has answered, ready or not.
 * `crashed`: it ended by itself and waits for its restart. `stopped`: we ended it, or never began.
 */
export type ChildState = 'starting' | 'running' | 'crashed' | 'stopped';

export interface ChildStatus {
  readonly state: ChildState;
  /** Whether the newest answer of /readyz was 200. */
  readonly ready: boolean;
  readonly identity: ProcessIdentity | null;
  readonly restarts: number;
  /** How it ended the last time: `exit 1`, `SIGKILL`, or why it could not be started. */
  readonly lastEnd: string | null;
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
/**
 * Until it is ready, somebody may wait for it: soon at first, then twice as long each time, since
 * what is not ready by then waits for something else. Later the load balancer looks too, and an end
 * is told by the process itself.
 */
const firstCheckMs = 20;
const notReadyCheckMsMax = 160;
const readyCheckMs = 1_000;
const checkTimeoutMs = 500;

/** Spawns and records; nothing is started until `start`. */
export function supervise(
  spec: ChildSpec,
  /** Told of each new process as soon as it has a pid, and of its end with null. */
  record: (name: string, identity: ProcessIdentity | null) => void,
): SupervisedChild {
  const changes = new EventEmitter<{ change: [ChildStatus] }>();
  changes.setMaxListeners(0);
  let status: ChildStatus = {
    state: 'stopped',
    ready: false,
    identity: null,
    restarts: 0,
    lastEnd: null,
  };
  let child: ChildProcess | null = null;
  let wanted = false;
  let backoffMs = spec.backoffMs ?? backoffMsDefault;
  let startedMs = 0;
  let timer: NodeJS.Timeout | undefined;
  let stopping: Promise<void> | null = null;

  function change(part: Partial<ChildStatus>): void {
    const next = { ...status, ...part };
    const same =
      next.state === status.state &&
      next.ready === status.ready &&
      next.identity === status.identity &&
      next.restarts === status.restarts;
    status = next;
    if (!same) changes.emit('change', status);
  }

  function launch(): void {
    const started = spawnChild(spec);
    child = started;
    startedMs = monotonicMs();
    const identity = started.pid === undefined ? null : identify(started.pid);
    if (identity !== null) record(spec.name, identity);
    change({ state: 'starting', ready: false, identity });
    // `error` without a pid: it could not be started; `exit` does not follow then.
    started.once('error', (error) => {
      if (started.pid === undefined) ended(started, error.message);
    });
    started.once('exit', (code, signalName) => ended(started, signalName ?? `exit ${code}`));
    if (spec.readyUrl === null) change({ state: 'running', ready: true });
    else scheduleCheck(started, spec.readyUrl, firstCheckMs);
  }

  function ended(which: ChildProcess, how: string): void {
    if (child !== which) return;
    child = null;
    clearTimeout(timer);
    if (status.identity !== null) record(spec.name, null);
    if (!wanted) {
      change({ state: 'stopped', ready: false, identity: null, lastEnd: how });
      return;
    }
    if (monotonicMs() - startedMs > calmMs) backoffMs = spec.backoffMs ?? backoffMsDefault;
    const restarts = status.restarts + 1;
    change({ state: 'crashed', ready: false, identity: null, restarts, lastEnd: how });
    timer = setTimeout(() => {
      if (wanted) launch();
    }, backoffMs);
    backoffMs = Math.min(backoffMs * 2, spec.backoffMsMax ?? backoffMsMaxDefault);
  }

  function scheduleCheck(which: ChildProcess, url: string, afterMs: number): void {
    timer = setTimeout(async () => {
      const answer = await checkReady(url);
      if (child !== which) return;
      if (answer !== null) change({ state: 'running', ready: answer === 200 });
      else if (status.ready) change({ ready: false });
      const sooner = Math.min(afterMs * 2, notReadyCheckMsMax);
      scheduleCheck(which, url, status.ready ? readyCheckMs : sooner);
    }, afterMs);
  }

  async function stopNow(): Promise<void> {
    wanted = false;
    clearTimeout(timer);
    const which = child;
    const identity = status.identity;
    if (which === null || identity === null) {
      child = null;
      change({ state: 'stopped', ready: false, identity: null });
      return;
    }
    change({ ready: false });
    const gone = new Promise<void>((resolve) => which.once('exit', () => resolve()));
    which.kill('SIGTERM');
    const graceTimer = setTimeout(() => {
      if (isAlive(identity)) void killTree([identity]);
    }, spec.graceMs ?? graceMsDefault);
    await gone;
    clearTimeout(graceTimer);
  }

  return {
    name: spec.name,
    status: () => status,
    start() {
      if (wanted) return;
      wanted = true;
      backoffMs = spec.backoffMs ?? backoffMsDefault;
      if (stopping === null) launch();
      else void stopping.then(() => (wanted && child === null ? launch() : undefined));
    },
    stop() {
      stopping ??= stopNow().finally(() => {
        stopping = null;
      });
      return stopping;
    },
    whenReady: (limitMs) => whenReady(changes, () => status, limitMs),
    onChange(listener) {
      changes.on('change', listener);
      return () => changes.off('change', listener);
    },
  };
}

function whenReady(
  changes: EventEmitter<{ change: [ChildStatus] }>,
  status: () => ChildStatus,
  limitMs: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      const { ready, state } = status();
      if (ready || state === 'stopped') finish(ready);
    };
    const limit = setTimeout(() => finish(false), limitMs);
    const finish = (ready: boolean) => {
      clearTimeout(limit);
      changes.off('change', look);
      resolve(ready);
    };
    changes.on('change', look);
    look();
  });
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

/**
 * The status of one GET, null when there was no answer. No agent: a probe is a fresh connection.
 */
function checkReady(url: string): Promise<number | null> {
  return new Promise((resolve) => {
    const asked = request(url, { agent: false, timeout: checkTimeoutMs }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(null));
    asked.once('close', () => resolve(null));
    asked.end();
  });
}
