import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onLinux } from '../processes/identity.ts';
import { writeOwnedFile } from './owned-file.ts';
import { makePrivateFolder } from './program.ts';
import { type PostgresNode, replicationUser } from './types.ts';

/**
 * What a role or a member has of its own is in files of ours that `postgresql.conf` includes, each
 * replaced whole. A seed leaves them out, so that no member starts with another's role.
 */
export const configurationFiles = {
  member: 'outrigger.conf',
  upstream: 'outrigger-upstream.conf',
  synchronous: 'outrigger-synchronous.conf',
  password: 'outrigger.pgpass',
} as const;

/** How soon replication notices that the other side is gone, in ms. */
export interface ReplicationTiming {
  readonly senderTimeoutMs: number;
  readonly receiverTimeoutMs: number;
  readonly retryIntervalMs: number;
}

/** A lab's links take up to some 100 ms; a machine with noisy cores stalls for longer than that. */
export const labReplicationTiming: ReplicationTiming = {
  senderTimeoutMs: 5_000,
  receiverTimeoutMs: 5_000,
  retryIntervalMs: 100,
};

/** 104 bytes is macOS's limit (Linux has 108), with the final zero. */
const socketPathBytesMax = 103;

/**
 * Writes everything but the role. A standby refuses to start when `max_connections` and its kin are
 * lower than its primary's were: they are the same on every member.
 */
export async function writeConfiguration(
  node: PostgresNode,
  timing: ReplicationTiming = labReplicationTiming,
): Promise<void> {
  await makeSocketFolder(node);
  const write = (name: string, text: string) =>
    writeOwnedFile(node.installation, join(node.dataFolder, name), text);
  await write(configurationFiles.member, settingsText(memberSettings(node, timing)));
  await write('pg_hba.conf', hostBasedAccess);
  const { upstream, synchronous } = configurationFiles;
  for (const name of [upstream, synchronous, 'postgresql.auto.conf']) {
    if (!existsSync(join(node.dataFolder, name))) await write(name, '');
  }
  const main = join(node.dataFolder, 'postgresql.conf');
  const text = await readFile(main, 'utf8');
  const includes = Object.values(configurationFiles)
    .filter((name) => name.endsWith('.conf'))
    .map((name) => `include = '${name}'\n`)
    .join('');
  if (!text.endsWith(includes)) await write('postgresql.conf', `${text}\n${includes}`);
}

/** A folder that only PostgreSQL's user (and root) may enter. */
export async function makeSocketFolder(node: PostgresNode): Promise<void> {
  const socket = join(node.socketFolder, `.s.PGSQL.${node.port}`);
  if (Buffer.byteLength(socket) > socketPathBytesMax) {
    throw new Error(
      `the path of PostgreSQL's socket is longer than ${socketPathBytesMax} bytes: ${socket}; ` +
        'choose a state folder with a shorter path',
    );
  }
  await makePrivateFolder(node.installation, node.socketFolder);
}

/**
 * TCP is for replication alone: clients come through the agent's proxy, over the unix socket. That
 * socket is in a folder of one user, and still asks for a password.
 */
const hostBasedAccess = `local all         all                            scram-sha-256
host  replication ${replicationUser}  127.0.0.1/32  scram-sha-256
host  all         all         0.0.0.0/0     reject
host  all         all         ::0/0         reject
`;

function memberSettings(node: PostgresNode, timing: ReplicationTiming): Settings {
  return {
    listen_addresses: '127.0.0.1',
    port: node.port,
    unix_socket_directories: node.socketFolder,
    ssl: 'off',
    password_encryption: 'scram-sha-256',
    // Iterations make a person's password dear to guess; ours are 192 random bits, and every fresh
    // connection of a probe pays for them.
    scram_iterations: 64,
    // Errors of statements are their clients' to tell; a writer's rivals make dozens a second.
    log_min_messages: 'log',
    // The same on every member.
    max_connections: 80,
    max_worker_processes: 2,
    max_wal_senders: 10,
    max_replication_slots: 10,
    max_locks_per_transaction: 64,
    max_prepared_transactions: 0,
    // A node of about 20 MB: a lab runs half a dozen.
    shared_buffers: '16MB',
    max_parallel_workers: 0,
    max_logical_replication_workers: 0,
    autovacuum_max_workers: 1,
    io_method: 'sync',
    jit: 'off',
    huge_pages: 'off',
    // Nothing in /dev/shm: a killed tree leaves only what is in its data folder, and one small
    // System V segment that removeLeftSharedMemory() takes away.
    shared_memory_type: 'mmap',
    dynamic_shared_memory_type: 'mmap',
    // What is acknowledged is on disk.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // A crash ends the server, and its agent starts it again: it knows then that commits may have
    // become visible that their standby lacks.
    restart_after_crash: 'off',
    // After a crash or from a seed all files go to disk at the start: with one call instead of one
    // a file, each of which holds up the commits of the members beside it.
    ...(onLinux && { recovery_init_sync_method: 'syncfs' }),
    wal_level: 'replica',
    max_wal_size: '128MB',
    min_wal_size: '8MB',
    // A standby that is away keeps the writer's log for it, up to here; past it, it is seeded anew.
    max_slot_wal_keep_size: '512MB',
    wal_keep_size: '32MB',
    hot_standby: 'on',
    hot_standby_feedback: 'on',
    // Replay waits this long for a query that is in its way; a promotion waits for replay.
    max_standby_streaming_delay: '100ms',
    wal_receiver_status_interval: '1s',
    wal_receiver_timeout: `${timing.receiverTimeoutMs}ms`,
    wal_sender_timeout: `${timing.senderTimeoutMs}ms`,
    wal_retrieve_retry_interval: `${timing.retryIntervalMs}ms`,
    recovery_target_timeline: 'latest',
    // Rows are compared as JSON between members: the same time zone gives the same text.
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_destination: 'stderr',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_checkpoints: 'off',
  };
}

export type Settings = { readonly [name: string]: string | number };

export function settingsText(settings: Settings): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${quotedOnce(String(value))}'\n`)
    .join('');
}

/** Inside single quotes, in `postgresql.conf` as in libpq's connection strings' outer layer. */
function quotedOnce(text: string): string {
  if (/[\n\r\0]/.test(text)) throw new Error('a setting may not hold a line break');
  return text.replaceAll('\\', '\\\\').replaceAll("'", "''");
}
