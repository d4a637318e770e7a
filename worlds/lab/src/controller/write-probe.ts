import { Socket } from 'node:net';
import pg from 'pg';
import { applicationDatabase, applicationUser } from '../postgres/types.ts';

/** What a probe needs of a writer: its proxy, as seen from the controller's site. */
export interface ProbeTarget {
  readonly port: number;
  readonly password: string;
  /** Whose probe it is, for the table of probes. */
  readonly source: string;
}

export interface WriteProbe {
  /** One write; false when it was not acknowledged in time. */
  write(timeoutMs: number): Promise<boolean>;
  close(): void;
}

interface Kept {
  readonly client: pg.Client;
  readonly socket: Socket;
}

/**
 * One probe in so many comes on a fresh connection, since a kept one does not notice a postmaster
 * that is stopped. Not each: a connection costs the writer ten times what a write does, and the
 * machine that it is taken from is the service's.
 */
const probesPerConnection = 10;

/**
 * Writes to a member all the time. It keeps its connection from probe to probe, comes anew where
 * the last write was not acknowledged or is still on its way, and every tenth time at any rate.
 */
export function createWriteProbe(target: ProbeTarget): WriteProbe {
  let kept: Kept | null = null;
  let isBusy = false;
  let turn = 0;

  const writeOn = async ({ client }: Kept): Promise<void> => {
    await client.query({
      name: 'probe',
      text: `insert into outrigger.probe (source, number, epoch, at)
        values ($1, 0, (select epoch from outrigger.epoch), now())`,
      values: [target.source],
    });
  };
  /** Drops the socket at the time-out, whatever the server does with it. */
  const within = async (timeoutMs: number, socket: Socket, work: Promise<void>) => {
    const limit = setTimeout(() => socket.destroy(), timeoutMs);
    try {
      await work;
      return true;
    } catch {
      return false;
    } finally {
      clearTimeout(limit);
    }
  };

  const fresh = async (timeoutMs: number): Promise<boolean> => {
    const connection = open(target);
    const work = connection.client.connect().then(() => writeOn(connection));
    const wrote = await within(timeoutMs, connection.socket, work);
    if (!wrote) connection.socket.destroy();
    else if (isBusy) leave(connection, timeoutMs);
    else {
      if (kept !== null) leave(kept, timeoutMs);
      kept = connection;
    }
    return wrote;
  };

  return {
    async write(timeoutMs) {
      turn += 1;
      const connection = kept;
      if (connection === null || isBusy || turn % probesPerConnection === 0)
        return fresh(timeoutMs);
      isBusy = true;
      const wrote = await within(timeoutMs, connection.socket, writeOn(connection));
      isBusy = false;
      if (!wrote) {
        connection.socket.destroy();
        kept = null;
      }
      return wrote;
    },
    close() {
      kept?.socket.destroy();
      kept = null;
    },
  };
}

function open(target: ProbeTarget): Kept {
  const socket = new Socket();
  const client = new pg.Client({
    host: '127.0.0.1',
    port: target.port,
    user: applicationUser,
    password: target.password,
    database: applicationDatabase,
    stream: () => socket,
  });
  client.on('error', () => {});
  return { client, socket };
}

/** Politely where it works: a dropped socket leaves a backend that finds out later. */
function leave({ client, socket }: Kept, timeoutMs: number): void {
  void client.end().catch(() => {});
  setTimeout(() => socket.destroy(), timeoutMs).unref();
}
