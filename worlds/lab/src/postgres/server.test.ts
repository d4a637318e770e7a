import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAlive, signal } from '../processes/identity.ts';
import { descendants } from '../processes/tree.ts';
import { connect } from './client.ts';
import { awaitShutdownCheckpoint, crc32c, readControlFile } from './control-file.ts';
import { processesIn } from './processes.ts';
import { spawnOptions } from './program.ts';
import {
  killPostgres,
  killServersOf,
  type RunningPostgres,
  readPostmasterFile,
  startPostgres,
  stopPostgres,
} from './server.ts';
import { removeLeftSharedMemory } from './shared-memory.ts';
import { passwords, sharedMemoryIds, type TestLab, testLab } from './test-lab.ts';
import { applicationDatabase, applicationUser, type PostgresNode, superuser } from './types.ts';

let lab: TestLab;
let node: PostgresNode;
let running: RunningPostgres;
const onLinux = process.platform === 'linux';

beforeAll(async () => {
  lab = await testLab();
  node = await lab.member('orders-db@us-east-1a');
  running = await lab.writer(node);
});

afterAll(() => lab.close());

test('runs as another user when we are root, with a private data folder', async () => {
  const data = statSync(node.dataFolder);
  expect(data.mode & 0o777).toBe(0o700);
  expect(data.uid).toBe(lab.installation.uid ?? process.getuid?.());
  for (const one of onLinux ? [running, ...descendants(running)] : []) {
    // A worker may have ended meanwhile.
    const owner = statSync(`/proc/${one.pid}`, { throwIfNoEntry: false })?.uid;
    if (owner !== undefined) expect(owner).toBe(lab.installation.uid ?? process.getuid?.());
  }
});

test('is durable and small: the settings that were written are in force', async () => {
  const rows = await lab
    .admin(node)
    .query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name = any($1)`,
      [['fsync', 'synchronous_commit', 'full_page_writes', 'wal_segment_size', 'io_method']],
    );
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    wal_segment_size: '1048576',
    io_method: 'sync',
  });
});

test('TCP takes replication only', async () => {
  const overTcp = connect(
    { ...node, socketFolder: '127.0.0.1' },
    { user: superuser, password: passwords.superuser, database: applicationDatabase },
  );
  await expect(overTcp).rejects.toThrow(/pg_hba.conf rejects connection/);
});

test('the socket asks for a password', async () => {
  const guessed = connect(node, {
    user: superuser,
    password: 'guessed',
    database: applicationDatabase,
  });
  await expect(guessed).rejects.toThrow(/password authentication failed/);
});

test('the application inserts probes, writes no epoch and cancels no commit', async () => {
  const session = await connect(node, {
    user: applicationUser,
    password: passwords.application,
    database: applicationDatabase,
  });
  await session.query(`insert into outrigger.probe (source, number, epoch) values ('p', 1, 1)`);
  expect(await session.query('select epoch, region, member from outrigger.epoch')).toEqual([
    { epoch: '1', region: 'us-east-1', member: 'orders-db@us-east-1a' },
  ]);
  for (const forbidden of [
    'update outrigger.epoch set epoch = 2',
    'update outrigger.heartbeat set at_ms = 1',
    'delete from outrigger.probe',
    'select pg_cancel_backend(pg_backend_pid())',
  ]) {
    await expect(session.query(forbidden)).rejects.toThrow(/permission denied/);
  }
  await session.close();
});

test('the control file is read as PostgreSQL itself reads it', async () => {
  const admin = lab.admin(node);
  await admin.query('checkpoint');
  const [row] = await admin.query<{ [column: string]: string }>(
    `select c.checkpoint_lsn::text as "checkpointLsn", c.redo_lsn::text as "redoLsn",
       c.timeline_id::text as timeline, s.system_identifier::text as "systemIdentifier",
       split_part(c.next_xid, ':', 2) as "nextTransactionId"
     from pg_control_checkpoint() c, pg_control_system() s`,
  );
  const read = await readControlFile(node.dataFolder);
  expect({ ...read, timeline: String(read.timeline) }).toEqual({ ...row, state: 'in production' });
});

test('CRC-32C has its published check value', () => {
  expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
});

test('a clean stop is told in the control file, and leaves no segment', async () => {
  const file = await readPostmasterFile(node.dataFolder);
  expect(file).toMatchObject({ pid: running.pid, status: 'ready' });
  const stopping = stopPostgres(running, 'fast');
  const checkpoint = await awaitShutdownCheckpoint(node.dataFolder);
  expect(checkpoint?.checkpointLsn).toMatch(/^[0-9A-F]+\/[0-9A-F]+$/);
  expect(await stopping).toEqual({ code: 0, signal: null, asked: true });
  expect(isAlive(running)).toBe(false);
  if (onLinux) expect(await sharedMemoryIds()).not.toContain(file?.sharedMemory?.id);
  running = await startPostgres(node);
});

test('a crash is told by the exit', async () => {
  signal(running, 'SIGKILL');
  expect(await running.exited).toEqual({ code: null, signal: 'SIGKILL', asked: false });
  await killServersOf(node.dataFolder);
  running = await startPostgres(node);
});

test('one that is frozen and does not stop is killed', async () => {
  for (const one of [running, ...descendants(running)]) signal(one, 'SIGSTOP');
  expect(await stopPostgres(running, 'fast', 20)).toMatchObject({ signal: 'SIGKILL', asked: true });
  expect(await processesIn(node.dataFolder)).toEqual([]);
  running = await startPostgres(node);
});

test('killing reaches a busy backend, and its shared memory can be taken away', async () => {
  const session = await connect(node, {
    user: superuser,
    password: passwords.superuser,
    database: applicationDatabase,
    queryTimeoutMs: 60_000,
  });
  // Does not wait for anything, so it would not notice by itself that the postmaster is gone.
  const busy = session.query('select count(*) from generate_series(1, 100000000000)');
  const failed = expect(busy).rejects.toThrow();
  const file = await readPostmasterFile(node.dataFolder);
  const killed = await killPostgres(running);
  await failed;
  session.destroy();
  expect(killed).toBeGreaterThan(3);
  expect(await processesIn(node.dataFolder)).toEqual([]);
  if (onLinux) expect(await sharedMemoryIds()).toContain(file?.sharedMemory?.id);
  // As a zombie that nobody reaps, or another server that has the number by now: both answer to it.
  const socketLock = join(node.socketFolder, `.s.PGSQL.${node.port}.lock`);
  const locks = [join(node.dataFolder, 'postmaster.pid'), socketLock];
  const another = spawn('sleep', ['600'], spawnOptions(lab.installation));
  await once(another, 'spawn');
  for (const lock of locks) {
    await writeFile(lock, (await readFile(lock, 'utf8')).replace(/^\d+/, `${another.pid}`));
  }
  expect(await removeLeftSharedMemory(lab.installation, node.dataFolder)).toEqual({ ok: true });
  if (onLinux) expect(await sharedMemoryIds()).not.toContain(file?.sharedMemory?.id);
  running = await startPostgres(node);
  another.kill();
});

test('shared memory that is in use is left alone', async () => {
  const removed = await removeLeftSharedMemory(lab.installation, node.dataFolder);
  expect(removed).toMatchObject({ ok: false });
  expect(await lab.admin(node).query('select 1 as one')).toEqual([{ one: 1 }]);
});

test('a backend that outlives its postmaster is found by its data folder', async () => {
  const session = await connect(node, {
    user: superuser,
    password: passwords.superuser,
    database: applicationDatabase,
    queryTimeoutMs: 60_000,
  });
  const [row] = await session.query<{ pid: number }>('select pg_backend_pid() as pid');
  const busy = session.query('select count(*) from generate_series(1, 100000000000)');
  const failed = expect(busy).rejects.toThrow();
  signal(running, 'SIGKILL');
  await running.exited;
  expect((await processesIn(node.dataFolder)).map(({ pid }) => pid)).toContain(row?.pid);
  expect(await killServersOf(node.dataFolder)).toBeGreaterThan(0);
  expect(await processesIn(node.dataFolder)).toEqual([]);
  await failed;
  session.destroy();
  running = await startPostgres(node);
});

test('a process of someone else in the data folder is left alone', async () => {
  const other = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { cwd: node.dataFolder });
  await once(other, 'spawn');
  await killServersOf(node.dataFolder);
  expect(other.kill('SIGTERM')).toBe(true);
  expect(await once(other, 'exit')).toEqual([null, 'SIGTERM']);
  await running.exited;
  running = await startPostgres(node);
});

test('what keeps it from starting is in the error', async () => {
  const start = startPostgres({ ...node, dataFolder: join(lab.folder, 'nowhere') });
  await expect(start).rejects.toThrow(/could not access directory .*nowhere/);
  await stopPostgres(running, 'immediate');
  await expect(startPostgres(node, { settings: { shared_buffers: 'many' } })).rejects.toThrow(
    /orders-db@us-east-1a ended while it started:.*shared_buffers/s,
  );
  expect(existsSync(join(node.dataFolder, 'postmaster.pid'))).toBe(false);
  running = await startPostgres(node);
});

test('no secret is in a configuration file', async () => {
  for (const name of ['outrigger.conf', 'outrigger-upstream.conf', 'postgresql.conf']) {
    const text = await readFile(join(node.dataFolder, name), 'utf8');
    for (const password of Object.values(passwords)) expect(text).not.toContain(password);
  }
});
