import { setTimeout as sleep } from 'node:timers/promises';
import { type AdminClient, onlyRow } from './client.ts';
import type { Lsn } from './lsn.ts';

/** What a salvage of the old history needs to know. */
export interface Promotion {
  /**
   * Every transaction that committed on the old writer after the fork has an id at or above this
   * one. Decimal strings: 64 bits.
   */
  readonly oldestActiveTransactionId: string;
  readonly nextTransactionId: string;
}

/** Where the writer's history begins. */
export interface Fork {
  readonly timeline: number;
  /** The last LSN that both histories share. */
  readonly lsn: Lsn;
}

/**
 * A standby that has just lost its upstream may see the request while it starts another receiver;
 * it then sleeps out `wal_retrieve_retry_interval` (100 ms) before it acts. A reload ends that
 * sleep, as often as this many polls.
 */
const wakePolls = 10;

/**
 * Makes a standby the writer. Resolves when it accepts writes; false when it doesn't within
 * `timeoutMs`. On a member that is no standby it only tells the facts: a repeat is harmless.
 *
 * `pg_promote(true)` would answer in ticks of 100 ms, so this one asks without waiting and polls.
 */
export async function promote(admin: AdminClient, timeoutMs = 10_000): Promise<Promotion | false> {
  const before = onlyRow(
    await admin.query<{ recovering: boolean; oldest: string; next: string }>(
      `select pg_is_in_recovery() as recovering,
        pg_snapshot_xmin(pg_current_snapshot())::text as oldest,
        pg_snapshot_xmax(pg_current_snapshot())::text as next`,
    ),
  );
  if (before.recovering) {
    await admin.query('select pg_promote(false)');
    const limit = performance.now() + timeoutMs;
    for (let poll = 1; await isInRecovery(admin); poll += 1) {
      if (performance.now() > limit) return false;
      if (poll % wakePolls === 2) await admin.query('select pg_reload_conf()');
      await sleep(1);
    }
  }
  return { oldestActiveTransactionId: before.oldest, nextTransactionId: before.next };
}

export async function isInRecovery(admin: AdminClient): Promise<boolean> {
  return onlyRow(
    await admin.query<{ recovering: boolean }>('select pg_is_in_recovery() as recovering'),
  ).recovering;
}

/**
 * The writer's timeline from the name of its current log segment (the control file's lags behind),
 * and the fork from the last line of that timeline's history file: `<parent> <LSN> <reason>`.
 */
export async function newestFork(admin: AdminClient): Promise<Fork> {
  const { name } = onlyRow(
    await admin.query<{ name: string }>(
      'select substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8) as name',
    ),
  );
  const timeline = Number.parseInt(name, 16);
  if (timeline === 1) return { timeline, lsn: '0/0' };
  const { history } = onlyRow(
    await admin.query<{ history: string }>(`select pg_read_file($1) as history`, [
      `pg_wal/${name}.history`,
    ]),
  );
  const lines = history.split('\n').filter((line) => /^\d/.test(line));
  const lsn = lines.at(-1)?.split(/\s+/)[1];
  if (lsn === undefined) throw new Error(`timeline ${timeline} has no fork in its history`);
  return { timeline, lsn };
}
