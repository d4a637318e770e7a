import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AdminClient, connect, onlyRow, type Session } from './client.ts';
import { configurationFiles, settingsText } from './configuration.ts';
import type { Lsn } from './lsn.ts';
import { writeOwnedFile } from './owned-file.ts';
import { reload } from './server.ts';
import { applicationDatabase, type PostgresNode, superuser } from './types.ts';

/** How often a wait asks PostgreSQL again. */
const pollMs = 1;
/**
 * A checkpoint writes up to `shared_buffers`; what it takes longer is a disk that is overloaded.
 */
const checkpointTimeoutMs = 60_000;

/** One connected standby, as its upstream sees it. */
export interface ConnectedStandby {
  /** The standby's member id. */
  readonly name: string;
  readonly state: string;
  readonly syncState: string;
  readonly sentLsn: Lsn | null;
  readonly flushLsn: Lsn | null;
  readonly replayLsn: Lsn | null;
  /** Bytes of log that it has not replayed yet. */
  readonly replayLagBytes: number;
  /** Measured by PostgreSQL on recent commits, in ms; null when it is idle. */
  readonly replayLagMs: number | null;
}

/**
 * `streaming` says that bytes flow, not that they apply: a diverged standby shows it too. A rejoin
 * is healthy when replayedPast() holds for an LSN taken on the writer after it.
 */
export async function replicationState(admin: AdminClient): Promise<readonly ConnectedStandby[]> {
  return admin.query<ConnectedStandby & { [column: string]: unknown }>(`
    select application_name as "name", state, sync_state as "syncState",
      sent_lsn::text as "sentLsn", flush_lsn::text as "flushLsn", replay_lsn::text as "replayLsn",
      coalesce(case when not pg_is_in_recovery()
        then pg_wal_lsn_diff(pg_current_wal_flush_lsn(), replay_lsn) end, 0)::float8
        as "replayLagBytes",
      (extract(epoch from replay_lag) * 1000)::float8 as "replayLagMs"
    from pg_stat_replication order by application_name`);
}

/** Whether this standby gets the log from here at this moment. */
export async function isStreaming(admin: AdminClient, standby: string): Promise<boolean> {
  const rows = await admin.query(
    `select from pg_stat_replication where application_name = $1 and state = 'streaming'`,
    [standby],
  );
  return rows.length > 0;
}

/** Writes to the writer's log and returns where: what a healthy standby must replay past. */
export async function freshLsn(admin: AdminClient): Promise<Lsn> {
  return onlyRow(
    await admin.query<{ lsn: string }>(
      `select pg_logical_emit_message(false, 'outrigger', 'fresh', true)::text as lsn`,
    ),
  ).lsn;
}

/** Whether this standby (or former standby) has replayed up to `lsn`. */
export async function replayedPast(admin: AdminClient, lsn: Lsn): Promise<boolean> {
  return (
    onlyRow(
      await admin.query<{ past: boolean | null }>(
        'select pg_last_wal_replay_lsn() >= $1::pg_lsn as past',
        [lsn],
      ),
    ).past === true
  );
}

/** True when replay reaches `lsn` within `timeoutMs`. Rejects when the standby can't be asked. */
export async function awaitReplay(
  admin: AdminClient,
  lsn: Lsn,
  timeoutMs: number,
): Promise<boolean> {
  return until(() => replayedPast(admin, lsn), timeoutMs);
}

/** The newest LSN that this standby holds on disk, replayed or not; null before it has any. */
export async function receivedLsn(admin: AdminClient): Promise<Lsn | null> {
  return onlyRow(
    await admin.query<{ lsn: string | null }>(
      `select greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())::text as lsn`,
    ),
  ).lsn;
}

/**
 * Makes a slot that keeps the log from now on. One that is there is left as it is, unless it lost
 * its log to `max_slot_wal_keep_size`: nobody could ever follow through that one.
 */
export async function createSlot(admin: Pick<Session, 'query'>, slot: string): Promise<void> {
  const found = await admin.query<{ lost: boolean | null }>(
    `select wal_status = 'lost' as lost from pg_replication_slots where slot_name = $1`,
    [slot],
  );
  if (found.length > 0 && found[0]?.lost !== true) return;
  await dropSlot(admin, slot);
  await admin.query('select pg_create_physical_replication_slot($1, true)', [slot]);
}

/**
 * Drops a slot, ending the sender that still holds it: a standby that was lost is noticed by its
 * sender only after `wal_sender_timeout`. False when one connected again and again for `timeoutMs`.
 */
export async function dropSlot(
  admin: Pick<Session, 'query'>,
  slot: string,
  timeoutMs = 5_000,
): Promise<boolean> {
  return until(async () => {
    const [found] = await admin.query<{ pid: number | null }>(
      'select active_pid as pid from pg_replication_slots where slot_name = $1',
      [slot],
    );
    if (found === undefined) return true;
    if (found.pid !== null) await admin.query('select pg_terminate_backend($1)', [found.pid]);
    else {
      await admin.query(
        `select pg_drop_replication_slot(slot_name) from pg_replication_slots
         where slot_name = $1 and not active`,
        [slot],
      );
    }
    return false;
  }, timeoutMs);
}

/**
 * Makes the writer's commits wait for all of `names`, and resolves when they do and when each of
 * them holds everything that was acknowledged before: true. False when that is not so after
 * `timeoutMs`; the setting stays. With no names it resolves when commits no longer wait.
 */
export async function setSynchronousStandbys(
  node: PostgresNode,
  admin: AdminClient,
  names: readonly string[],
  timeoutMs = 5_000,
): Promise<boolean> {
  const setting = await writeSynchronousStandbys(node, names);
  await reload(node);
  const inForce = await until(async () => {
    const { value } = onlyRow(
      await admin.query<{ value: string }>(
        `select current_setting('synchronous_standby_names') as value`,
      ),
    );
    return value === setting;
  }, timeoutMs);
  if (!inForce || names.length === 0) return inForce;
  const holds = await until(() => allIn(admin, names, `sync_state = 'sync'`), timeoutMs);
  if (!holds) return false;
  // Each walsender has the setting, but it is the checkpointer that makes commits wait, and it
  // reads its configuration between two checkpoints. One that is asked for now begins after it has
  // read it: the postmaster takes this new session only after it has passed the reload on to all.
  await checkpoint(node);
  const { lsn } = onlyRow(
    await admin.query<{ lsn: string }>('select pg_current_wal_insert_lsn()::text as lsn'),
  );
  return until(
    () => allIn(admin, names, `sync_state = 'sync' and flush_lsn >= $2::pg_lsn`, [lsn]),
    timeoutMs,
  );
}

/** In a session of its own: others are not kept waiting by it. */
export async function checkpoint(node: PostgresNode): Promise<void> {
  const session = await connect(node, {
    user: superuser,
    password: node.superuserPassword,
    database: applicationDatabase,
    queryTimeoutMs: checkpointTimeoutMs,
  });
  await session.query('checkpoint').finally(session.destroy);
}

/**
 * Writes the setting without a reload: for a stopped member, or for a standby before its promotion.
 * Returns the setting's text.
 */
export async function writeSynchronousStandbys(
  node: PostgresNode,
  names: readonly string[],
): Promise<string> {
  const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`);
  const setting = names.length === 0 ? '' : `FIRST ${names.length} (${quoted.join(', ')})`;
  await writeOwnedFile(
    node.installation,
    join(node.dataFolder, configurationFiles.synchronous),
    settingsText({ synchronous_standby_names: setting }),
  );
  return setting;
}

async function allIn(
  admin: AdminClient,
  names: readonly string[],
  condition: string,
  values: readonly unknown[] = [],
): Promise<boolean> {
  const { count } = onlyRow(
    await admin.query<{ count: number }>(
      `select count(distinct application_name)::int as count from pg_stat_replication
       where application_name = any($1) and state = 'streaming' and ${condition}`,
      [names, ...values],
    ),
  );
  return count === names.length;
}

async function until(holds: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const limit = performance.now() + timeoutMs;
  for (;;) {
    if (await holds()) return true;
    if (performance.now() > limit) return false;
    await sleep(pollMs);
  }
}
