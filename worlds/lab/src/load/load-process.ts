import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DirectAck, RequestRecord } from '@outrigger/report';
import { readLayout } from '../control/environment.ts';
import { identify } from '../processes/identity.ts';
import type { Attempt } from '../processes/problem.ts';
import { recordProcess } from '../processes/recorded.ts';
import { leanEnvironment, leanNodeFlags } from '../processes/supervise.ts';
import { ledgerFiles, readDirectAcks, readRequests } from './ledger.ts';
import type { LoadCommand, LoadEvent, LoadStatus, LoadSummary } from './messages.ts';
import { type LoadOptions, loadDefaults } from './options.ts';

const loadMain = fileURLToPath(new URL('./main.ts', import.meta.url));

export type LoadStart = Pick<LoadOptions, 'run' | 'runFolder'> & Partial<LoadOptions>;

/** A mark: a moment by which everything that was due before has ended and is in the ledger. */
export type Mark = Extract<LoadEvent, { type: 'marked' }>;

/** The load in its own process. All times are ms from `originMs`. */
export interface Load {
  readonly pid: number;
  /** Monotonic ms. */
  readonly originMs: number;
  /** Why no pictures are uploaded; null: they are, or nobody wanted them. */
  readonly withoutUploads: string | null;
  latest(): LoadStatus | null;
  onStatus(listener: (status: LoadStatus) => void): () => void;
  mark(name: string): Promise<Mark>;
  /**
   * Resolves with the moment it was reached; see `LoadCommand`. Rejects when the load ends first.
   */
  reached(what: 'write' | 'read' | 'served', afterMs: number): Promise<number>;
  /** Ends the load: what is in flight may still be answered, at most for the time-out. */
  stop(): Promise<LoadSummary>;
  requests(): Promise<readonly RequestRecord[]>;
  directAcks(): Promise<readonly DirectAck[]>;
}

/**
 * Starts the load process and resolves once it is warm and its counted load runs; or with what the
 * platform's services do not answer, and clients can't do without.
 */
export async function startLoad(stateFolder: string, start: LoadStart): Promise<Attempt<Load>> {
  const options: LoadOptions = { ...loadDefaults, ...start };
  // Without a lab there is nothing to start, and nowhere to record what was started.
  readLayout(stateFolder);
  mkdirSync(options.runFolder, { recursive: true });
  const log = openSync(join(options.runFolder, 'load.log'), 'a', 0o644);
  const child = spawn(
    process.execPath,
    [...leanNodeFlags, loadMain, stateFolder, JSON.stringify(options)],
    // In a group of its own: a Ctrl-C is for the drill, which then stops the load in good order.
    {
      stdio: ['pipe', 'pipe', log],
      detached: true,
      env: { ...process.env, ...leanEnvironment },
    },
  );
  closeSync(log);
  const { pid, stdin, stdout } = child;
  if (pid === undefined || stdin === null || stdout === null)
    throw new Error('the load process could not be started');
  const identity = identify(pid);
  if (identity !== null) recordProcess(stateFolder, 'load', identity);

  const events = new EventEmitter<{ event: [LoadEvent]; end: [string] }>();
  events.setMaxListeners(0);
  let latest: LoadStatus | null = null;
  let ended: string | null = null;
  createInterface({ input: stdout }).on('line', (line) => {
    const event = JSON.parse(line) as LoadEvent;
    if (event.type === 'status') latest = event;
    events.emit('event', event);
  });
  stdin.on('error', () => {});
  // `close`, not `exit`: by then everything it said has been read.
  child.once('close', (code, signal) => {
    const log = join(options.runFolder, 'load.log');
    ended = `the load process ended (${signal ?? code}); see ${log}`;
    events.emit('end', ended);
  });
  const heard = <Type extends LoadEvent['type']>(
    type: Type,
    matches: (event: Extract<LoadEvent, { type: Type }>) => boolean = () => true,
  ): Promise<Extract<LoadEvent, { type: Type }>> => listen(events, () => ended, type, matches);
  const tell = (command: LoadCommand): void => {
    stdin.write(`${JSON.stringify(command)}\n`);
  };

  const either = [heard('started'), heard('not-served')] as const;
  // Only one of them comes; the other one ends with the load.
  for (const each of either) each.catch(() => {});
  const first = await Promise.race(either);
  if (first.type === 'not-served') return { problem: first.problem };
  let lastId = 0;
  const load: Load = {
    pid,
    originMs: first.originMs,
    withoutUploads: first.withoutUploads,
    latest: () => latest,
    onStatus(listener) {
      const onEvent = (event: LoadEvent): void => {
        if (event.type === 'status') listener(event);
      };
      events.on('event', onEvent);
      return () => events.off('event', onEvent);
    },
    mark(name) {
      const marked = heard('marked', (event) => event.name === name);
      tell({ type: 'mark', name });
      return marked;
    },
    async reached(what, afterMs) {
      lastId += 1;
      const id = lastId;
      const answer = heard('reached', (event) => event.id === id);
      tell({ type: 'await', id, what, afterMs });
      return (await answer).atMs;
    },
    stop() {
      const stopped = heard('stopped');
      tell({ type: 'stop' });
      return stopped;
    },
    requests: () => readRequests(join(options.runFolder, ledgerFiles.requests)),
    directAcks: () => readDirectAcks(join(options.runFolder, ledgerFiles.direct)),
  };
  return { value: load };
}

/** The next event of a type; rejects with the load's own reason when it fails or ends before. */
function listen<Type extends LoadEvent['type']>(
  events: EventEmitter<{ event: [LoadEvent]; end: [string] }>,
  ended: () => string | null,
  type: Type,
  matches: (event: Extract<LoadEvent, { type: Type }>) => boolean,
): Promise<Extract<LoadEvent, { type: Type }>> {
  return new Promise((resolve, reject) => {
    const why = ended();
    if (why !== null) {
      reject(new Error(why));
      return;
    }
    const isWanted = (event: LoadEvent): event is Extract<LoadEvent, { type: Type }> =>
      event.type === type;
    const finish = (settle: () => void): void => {
      events.off('event', onEvent);
      events.off('end', onEnd);
      settle();
    };
    const onEvent = (event: LoadEvent): void => {
      if (isWanted(event) && matches(event)) finish(() => resolve(event));
      else if (event.type === 'failed') finish(() => reject(new Error(event.why)));
    };
    const onEnd = (reason: string): void => finish(() => reject(new Error(reason)));
    events.on('event', onEvent);
    events.on('end', onEnd);
  });
}
