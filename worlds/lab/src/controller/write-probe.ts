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

/**
 * A fresh connection and a write, as facts about frozen servers demand: a probe that reuses its
 * connection, or only reads, does not notice a postmaster that is stopped. The socket is dropped at
 * the time-out, whatever the server does with it.
 */
export async function probeWrite(target: ProbeTarget, timeoutMs: number): Promise<boolean> {
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
  const limit = setTimeout(() => socket.destroy(), timeoutMs);
  try {
    await client.connect();
    await client.query(
      `insert into outrigger.probe (source, number, epoch, at)
       values ($1, 0, (select epoch from outrigger.epoch), now())`,
      [target.source],
    );
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(limit);
    // Politely where it works: a dropped socket leaves a backend that finds out later.
    void client.end().catch(() => {});
    setTimeout(() => socket.destroy(), timeoutMs).unref();
  }
}
