import pg from 'pg';
import { readHeartbeat } from '../postgres/markers.ts';
import { isInRecovery } from '../postgres/promote.ts';
import { applicationDatabase, applicationUser } from '../postgres/types.ts';
import type { Member } from './member.ts';
import type { MemberState } from './member-state.ts';

/** What a member knows of itself now. */
export interface MemberFacts extends Omit<MemberState, 'salvaged'> {
  readonly member: string;
  readonly salvaged: boolean;
  readonly running: boolean;
  /** It is the writer, holds its lease, and PostgreSQL takes writes. */
  readonly writable: boolean;
  /** Whether PostgreSQL answers as a standby that receives log. */
  readonly streaming: boolean;
  /** now − last replayed heartbeat, ms; 0 for the writer itself; null when it can't be told. */
  readonly lagMs: number | null;
}

export async function memberFacts(member: Member): Promise<MemberFacts> {
  const state = member.state();
  const base = { ...state, member: member.context.member.id, running: member.running() !== null };
  if (!base.running) return { ...base, writable: false, streaming: false, lagMs: null };
  try {
    if (state.role === 'writer') {
      const isStandby = await isInRecovery(member.admin());
      return { ...base, writable: !isStandby && member.lease.valid(), streaming: false, lagMs: 0 };
    }
    const [heartbeatMs, receivers] = await Promise.all([
      readHeartbeat(member.admin()),
      member
        .admin()
        .query(`select 1 as streams from pg_stat_wal_receiver where status = 'streaming'`),
    ]);
    const lagMs = Math.max(0, member.context.now() - heartbeatMs);
    return { ...base, writable: false, streaming: receivers.length > 0, lagMs };
  } catch {
    // Starting, stopping or frozen: it answers nothing, so nothing is known of its data.
    return { ...base, writable: false, streaming: false, lagMs: null };
  }
}

const canaryTimeoutMs = 1_000;

/**
 * Proves the whole way of a client: a fresh connection through the lease-checking proxy, a write
 * and its read. Returns the epoch under which it was written.
 */
export async function writeCanary(member: Member): Promise<number> {
  const { context } = member;
  const client = new pg.Client({
    host: '127.0.0.1',
    port: context.member.proxyPort,
    user: applicationUser,
    password: context.applicationPassword,
    database: applicationDatabase,
    connectionTimeoutMillis: canaryTimeoutMs,
    query_timeout: canaryTimeoutMs,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const number = Math.floor(context.now() * 1000);
    const written = await client.query<{ epoch: string }>(
      `insert into outrigger.probe (source, number, epoch, at)
       values ($1, $2, (select epoch from outrigger.epoch), now()) returning epoch`,
      [`canary ${context.member.id}`, number],
    );
    const read = await client.query(
      'select 1 from outrigger.probe where source = $1 and number = $2',
      [`canary ${context.member.id}`, number],
    );
    const epoch = written.rows[0]?.epoch;
    if (epoch === undefined || read.rowCount !== 1) throw new Error('the canary was not read back');
    return Number(epoch);
  } finally {
    await client.end().catch(() => {});
  }
}
