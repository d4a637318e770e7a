import { once } from 'node:events';
import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBackup } from './backup.ts';
import type { AdminClient } from './client.ts';
import { configurationFiles } from './configuration.ts';
import { awaitShutdownCheckpoint, readControlFile } from './control-file.ts';
import { readEpoch, readHeartbeat, writeEpoch, writeHeartbeat } from './markers.ts';
import { newestFork, promote } from './promote.ts';
import { receiveBackup } from './receive.ts';
import {
  awaitReplay,
  createSlot,
  dropSlot,
  freshLsn,
  replicationState,
  setSynchronousStandbys,
} from './replication.ts';
import { killPostgres, type RunningPostgres, startPostgres, stopPostgres } from './server.ts';
import { followUpstream, isStandbyAtStart, makeStandby } from './standby.ts';
import { orderIds, startLoad, type TestLab, testLab, upstreamOf } from './test-lab.ts';
import { type PostgresNode, slotName } from './types.ts';

// One history, in order: seed two standbys under load, switch over, follow, fail over.
let lab: TestLab;
const nodes = {} as { a: PostgresNode; b: PostgresNode; c: PostgresNode };
const admins = {} as { a: AdminClient; b: AdminClient; c: AdminClient };
const servers = {} as { a: RunningPostgres; b: RunningPostgres; c: RunningPostgres };

beforeAll(async () => {
  lab = await testLab();
  for (const [key, zone] of [
    ['a', 'us-east-1a'],
    ['b', 'us-east-1b'],
    ['c', 'us-west-2a'],
  ] as const) {
    nodes[key] = await lab.member(`orders-db@${zone}`);
    admins[key] = lab.admin(nodes[key]);
  }
  servers.a = await lab.writer(nodes.a);
});

afterAll(() => lab.close());

test('standbys are seeded by an online copy while a client writes', async () => {
  const load = await startLoad(nodes.a);
  await load.more(50);
  [servers.b, servers.c] = await Promise.all([
    lab.standby(nodes.b, nodes.a),
    lab.standby(nodes.c, nodes.a),
  ]);
  await load.more(50);
  await load.stop();
  const lsn = await freshLsn(admins.a);
  for (const admin of [admins.b, admins.c]) {
    expect(await awaitReplay(admin, lsn, 10_000)).toBe(true);
    expect(await orderIds(admin)).toEqual(load.acked);
  }
  await streamingTo(admins.a, [nodes.b, nodes.c]);
});

test('the password of replication is in a private file alone', async () => {
  const file = join(nodes.b.dataFolder, configurationFiles.password);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const [row] = await admins.b.query<{ setting: string }>(
    `select current_setting('primary_conninfo') as setting`,
  );
  expect(row?.setting).not.toContain('password=');
});

test('heartbeat and epoch arrive; a lower epoch changes nothing', async () => {
  await writeHeartbeat(admins.a, 12_345.678);
  const epoch = { epoch: 3, region: 'us-east-1', member: nodes.a.name };
  expect(await writeEpoch(admins.a, epoch)).toBe(true);
  expect(await writeEpoch(admins.a, { ...epoch, epoch: 2 })).toBe(false);
  expect(await awaitReplay(admins.c, await freshLsn(admins.a), 10_000)).toBe(true);
  expect(await readHeartbeat(admins.c)).toBe(12_345.678);
  expect(await readEpoch(admins.c)).toEqual(epoch);
});

test('a synchronous standby that is gone blocks commits until they need not wait', async () => {
  expect(await setSynchronousStandbys(nodes.a, admins.a, [nodes.b.name], 30_000)).toBe(true);
  const states = await replicationState(admins.a);
  expect(states.map(({ syncState }) => syncState)).toEqual(['sync', 'async']);
  await killPostgres(servers.b);
  await writeHeartbeat(admins.a, 1);
  const waiting = admins.a.query('insert into orders values (-1)');
  await until(async () => {
    const rows = await admins.a.query(`select from pg_stat_activity where wait_event = 'SyncRep'`);
    return rows.length === 1;
  });
  expect(await setSynchronousStandbys(nodes.a, admins.a, [])).toBe(true);
  await waiting;
  expect(await setSynchronousStandbys(nodes.a, admins.a, [nodes.b.name], 50)).toBe(false);
  expect(await setSynchronousStandbys(nodes.a, admins.a, [])).toBe(true);
  servers.b = await startPostgres(nodes.b);
  expect(await awaitReplay(admins.b, await freshLsn(admins.a), 10_000)).toBe(true);
});

test('a clean switchover: the old writer rejoins without a seed', async () => {
  const stopped = stopPostgres(servers.a, 'fast');
  const checkpoint = await awaitShutdownCheckpoint(nodes.a.dataFolder);
  if (checkpoint === null) throw new Error('no shutdown checkpoint');
  expect(await awaitReplay(admins.b, checkpoint.replayTarget, 10_000)).toBe(true);
  expect(await promote(admins.b)).not.toBe(false);
  expect(await promote(admins.b)).not.toBe(false);
  expect(await newestFork(admins.b)).toMatchObject({ timeline: 2 });
  await writeHeartbeat(admins.b, 2);
  await stopped;

  await createSlot(admins.b, slotName(nodes.a.name));
  await makeStandby(nodes.a, upstreamOf(nodes.a, nodes.b));
  servers.a = await startPostgres(nodes.a);
  expect(await isStandbyAtStart(nodes.b)).toBe(false);
  expect(await awaitReplay(admins.a, await freshLsn(admins.b), 10_000)).toBe(true);
  expect(await readHeartbeat(admins.a)).toBe(2);
});

test('a third member follows the new writer without a restart', async () => {
  const { systemIdentifier } = await readControlFile(nodes.c.dataFolder);
  await createSlot(admins.b, slotName(nodes.c.name));
  await followUpstream(nodes.c, upstreamOf(nodes.c, nodes.b));
  expect(await awaitReplay(admins.c, await freshLsn(admins.b), 10_000)).toBe(true);
  expect(await readHeartbeat(admins.c)).toBe(2);
  await streamingTo(admins.b, [nodes.a, nodes.c]);
  expect((await readControlFile(nodes.a.dataFolder)).systemIdentifier).toBe(systemIdentifier);
});

test('with a synchronous standby a killed writer loses no acknowledged write', async () => {
  expect(await setSynchronousStandbys(nodes.b, admins.b, [nodes.c.name], 30_000)).toBe(true);
  await admins.b.query('drop table orders');
  const load = await startLoad(nodes.b);
  await load.more(100);
  await killPostgres(servers.b);
  await load.stop();
  expect(await promote(admins.c)).not.toBe(false);
  expect(await newestFork(admins.c)).toMatchObject({ timeline: 3 });
  const present = new Set(await orderIds(admins.c));
  expect(load.acked.filter((id) => !present.has(id))).toEqual([]);
  await admins.c.query('insert into orders values (0)');
});

test('a slot is dropped under the standby that uses it, and made again', async () => {
  const slot = slotName(nodes.a.name);
  await createSlot(admins.c, slot);
  await followUpstream(nodes.a, upstreamOf(nodes.a, nodes.c));
  expect(await awaitReplay(admins.a, await freshLsn(admins.c), 10_000)).toBe(true);
  expect(await dropSlot(admins.c, slot)).toBe(true);
  await createSlot(admins.c, slot);
  expect(await awaitReplay(admins.a, await freshLsn(admins.c), 10_000)).toBe(true);
});

test('a seed that breaks off, or that would overwrite unasked, changes nothing', async () => {
  const before = await readControlFile(nodes.c.dataFolder);
  const target = { installation: lab.installation, dataFolder: join(lab.folder, 'broken') };
  const whole = startBackup(nodes.c, 'broken');
  const cut = Readable.from(firstBytes(whole, 3_000_000), { objectMode: false });
  await expect(receiveBackup(cut, { ...target, replace: false })).rejects.toThrow();
  expect(() => statSync(target.dataFolder)).toThrow(/ENOENT/);
  const unasked = receiveBackup(startBackup(nodes.c, 'broken'), {
    installation: lab.installation,
    dataFolder: nodes.c.dataFolder,
    replace: false,
  });
  await expect(unasked).rejects.toThrow(/overwriting it was not asked for/);
  expect((await readControlFile(nodes.c.dataFolder)).systemIdentifier).toBe(
    before.systemIdentifier,
  );
});

test.each([
  ['as fast as it goes', null],
  ['at a leisurely pace', 5_000_000],
])('a seed whose reader leaves ends: its session, and its files; %s', async (_pace, rate) => {
  const backups = () =>
    admins.c.query(
      `select from pg_stat_activity
       where query like 'select pg_backup_start(%' and pid <> pg_backend_pid()`,
    );
  const seed = startBackup(nodes.c, 'abandoned', rate);
  await once(seed, 'readable');
  seed.read();
  await until(async () => openFilesIn(nodes.c.dataFolder) > 0);
  // One of the test before may still be on its way out.
  expect((await backups()).length).toBeGreaterThan(0);
  seed.destroy();
  await until(async () => (await backups()).length === 0);
  await until(async () => openFilesIn(nodes.c.dataFolder) === 0);
  // The next one finds nothing in its way.
  for await (const bytes of firstBytes(startBackup(nodes.c, 'abandoned'), 1)) {
    expect(bytes.length).toBeGreaterThan(0);
  }
});

/** Files of this folder that this very process has open. */
function openFilesIn(folder: string): number {
  const open = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return '';
    }
  });
  return open.filter((path) => path.startsWith(folder)).length;
}

async function* firstBytes(stream: Readable, bytes: number): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    yield chunk;
    left -= chunk.length;
    if (left <= 0) return;
  }
}

/** A receiver that was slow to answer on a busy machine connects again. */
async function streamingTo(admin: AdminClient, standbys: readonly PostgresNode[]): Promise<void> {
  await until(async () => {
    const streaming = (await replicationState(admin)).filter(({ state }) => state === 'streaming');
    return standbys.every((standby) => streaming.some(({ name }) => name === standby.name));
  });
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  // Whatever is waited for gets its turn, also where nothing that holds asks takes any time.
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
