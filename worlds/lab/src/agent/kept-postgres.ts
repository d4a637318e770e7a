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
  running(): RunningPostgres | null;
  /** It runs, and nobody is ending it. */
  isWanted(): boolean;
  admin(): AdminClient;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Ends the whole tree: it can acknowledge nothing any more. */
  kill(): Promise<void>;
}

/** PostgreSQL that crashed is started again after this, ms, doubled each time up to the second. */
const restartMs = 50;
const restartMsMax = 2_000;

export function keepPostgres(
  { member: { id }, node, onProcess }: Pick<MemberContext, 'member' | 'node' | 'onProcess'>,
  /** It takes connections, for the first time or again. */
  onStarted: (running: RunningPostgres) => void,
): KeptPostgres {
  let running: RunningPostgres | null = null;
  let admin: AdminClient | null = null;
  let wantedDown = true;

  function closeAdmin(): void {
    admin?.close();
    admin = null;
  }

  async function startOnce(backoffMs: number): Promise<void> {
    const started = await startPostgres(node);
    running = started;
    onProcess({ pid: started.pid, startTime: started.startTime });
    onStarted(started);
    void started.exited.then(() => {
      if (running !== started) return;
      running = null;
      onProcess(null);
      closeAdmin();
      if (wantedDown) return;
      log('postgres ended by itself', { member: id, restartMs: backoffMs });
      restartLater(backoffMs);
    });
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

  function end(): RunningPostgres | null {
    wantedDown = true;
    closeAdmin();
    return running;
  }

  return {
    running: () => running,
    isWanted: () => running !== null && !wantedDown,
    admin() {
      admin ??= openAdmin(node);
      return admin;
    },
    async start() {
      wantedDown = false;
      if (running === null) await startOnce(restartMs);
    },
    async stop() {
      const ending = end();
      if (ending !== null) await stopPostgres(ending, 'fast');
    },
    async kill() {
      const ending = end();
      if (ending !== null) await killPostgres(ending);
    },
  };
}
