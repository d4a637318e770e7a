import { log } from '../control/environment.ts';
import { type AdminClient, openAdmin } from '../postgres/client.ts';
import {
  killPostgres,
  type RunningPostgres,
  startPostgres,
  stopPostgres,
} from '../postgres/server.ts';
import type { MemberContext } from './member-context.ts';

/** A member's PostgreSQL: once started it is started again when it ends by itself. */
export interface KeptPostgres {
  /** It takes connections. */
  running(): RunningPostgres | null;
  /** It runs, and nobody is ending it. */
  isWanted(): boolean;
  admin(): AdminClient;
  start(): Promise<void>;
  /** Also one that is only starting: whoever waits for that start is told that it was ended. */
  stop(): Promise<void>;
  /** Ends the whole tree: it can acknowledge nothing any more. */
  kill(): Promise<void>;
  /** Stops it, and refuses every later start. */
  close(): Promise<void>;
}

/** PostgreSQL that crashed is started again after this, ms, doubled each time up to the second. */
const restartMs = 50;
const restartMsMax = 2_000;

/** A start under way: a second one waits for it, and whoever ends PostgreSQL gives it up. */
interface Start {
  readonly done: Promise<void>;
  readonly giveUp: AbortController;
}

export function keepPostgres(
  { member: { id }, node, onProcess }: Pick<MemberContext, 'member' | 'node' | 'onProcess'>,
  /** It takes connections, for the first time or again. */
  onStarted: (running: RunningPostgres) => void,
): KeptPostgres {
  let starting: Start | null = null;
  /** From its spawn on: the process to end, whether or not it takes connections yet. */
  let spawned: RunningPostgres | null = null;
  let running: RunningPostgres | null = null;
  let admin: AdminClient | null = null;
  let wantedDown = true;
  let isClosed = false;

  function closeAdmin(): void {
    admin?.close();
    admin = null;
  }

  function startOnce(backoffMs: number): Promise<void> {
    if (starting !== null) return starting.done;
    const giveUp = new AbortController();
    const done = launch(backoffMs, giveUp.signal).finally(() => {
      starting = null;
    });
    starting = { done, giveUp };
    return done;
  }

  async function launch(backoffMs: number, signal: AbortSignal): Promise<void> {
    running = await startPostgres(node, {
      signal,
      onSpawn: (postmaster) => {
        spawned = postmaster;
        onProcess('postgres', postmaster);
        void postmaster.exited.then(() => ended(postmaster, backoffMs));
      },
    });
    onStarted(running);
  }

  function ended(which: RunningPostgres, backoffMs: number): void {
    if (spawned !== which) return;
    spawned = null;
    onProcess('postgres', null);
    // Before it took connections: whoever started it is told, and tries again if they like.
    if (running !== which) return;
    running = null;
    closeAdmin();
    if (wantedDown) return;
    log('postgres ended by itself', { member: id, restartMs: backoffMs });
    restartLater(backoffMs);
  }

  function restartLater(afterMs: number): void {
    const nextMs = Math.min(afterMs * 2, restartMsMax);
    setTimeout(() => {
      if (wantedDown || running !== null) return;
      startOnce(nextMs).catch((error: unknown) => {
        log('postgres did not start', { member: id, error: String(error) });
        restartLater(nextMs);
      });
    }, afterMs);
  }

  /** Resolves when nothing of it is there any more, nor comes up any more. */
  async function end(how: (postmaster: RunningPostgres) => Promise<unknown>): Promise<void> {
    wantedDown = true;
    closeAdmin();
    const underWay = starting;
    underWay?.giveUp.abort(new Error(`PostgreSQL ${node.name} was ended while it started`));
    if (spawned !== null) await how(spawned);
    await underWay?.done.catch(() => {});
  }

  const stop = (): Promise<void> => end((postmaster) => stopPostgres(postmaster, 'fast'));
  return {
    running: () => running,
    isWanted: () => running !== null && !wantedDown,
    admin() {
      admin ??= openAdmin(node);
      return admin;
    },
    async start() {
      if (isClosed) throw new Error(`the agent of ${id} is ending`);
      wantedDown = false;
      if (running === null) await startOnce(restartMs);
    },
    stop,
    kill: () => end(killPostgres),
    close() {
      isClosed = true;
      return stop();
    },
  };
}
