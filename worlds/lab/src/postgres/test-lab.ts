import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBackup } from './backup.ts';
import { type AdminClient, connect, openAdmin } from './client.ts';
import { initialiseCluster } from './cluster.ts';
import { writeConfiguration } from './configuration.ts';
import { receiveBackup } from './receive.ts';
import { killServersOf, type RunningPostgres, startPostgres } from './server.ts';
import { setUpDatabase } from './set-up.ts';
import { removeLeftSharedMemory } from './shared-memory.ts';
import { stageBinaries } from './stage.ts';
import { makeStandby } from './standby.ts';
import {
  applicationDatabase,
  applicationUser,
  type PostgresInstallation,
  type PostgresNode,
  replicationUser,
  slotName,
  type Upstream,
} from './types.ts';

/** Odd on purpose: each place that quotes a password is passed by these. */
export const passwords = {
  superuser: `su:p'er\\1`,
  application: `ap"p'lic ation`,
  replication: `re:pl\\i'c`,
};

/** Members in a temporary folder, for tests. `close` ends every process and removes everything. */
export interface TestLab {
  readonly folder: string;
  readonly installation: PostgresInstallation;
  readonly member: (name: string) => Promise<PostgresNode>;
  /** An admin client that `close` also closes. */
  readonly admin: (node: PostgresNode) => AdminClient;
  readonly writer: (node: PostgresNode) => Promise<RunningPostgres>;
  readonly standby: (node: PostgresNode, of: PostgresNode) => Promise<RunningPostgres>;
  readonly close: () => Promise<void>;
}

export async function testLab(): Promise<TestLab> {
  const folder = await mkdtemp(join(tmpdir(), 'outrigger-postgres-'));
  await chmod(folder, 0o711);
  const staged = await stageBinaries(folder);
  if (!staged.ok) throw new Error(`${staged.problem.wrong}; ${staged.problem.mend}`);
  const { installation } = staged;
  const members: PostgresNode[] = [];
  const admins: AdminClient[] = [];
  return {
    folder,
    installation,
    member: async (name) => {
      const node: PostgresNode = {
        installation,
        name,
        dataFolder: join(folder, slotName(name)),
        socketFolder: join(folder, `${slotName(name)}-socket`),
        port: await freePort(),
        logFile: join(folder, `${slotName(name)}.log`),
        superuserPassword: passwords.superuser,
      };
      members.push(node);
      return node;
    },
    admin: (node) => {
      const admin = openAdmin(node, { queryTimeoutMs: 10_000 });
      admins.push(admin);
      return admin;
    },
    writer: async (node) => {
      const { dataFolder, superuserPassword } = node;
      await initialiseCluster({ installation, dataFolder, superuserPassword });
      await writeConfiguration(node);
      const running = await startPostgres(node);
      await setUpDatabase(node, {
        applicationPassword: passwords.application,
        replicationPassword: passwords.replication,
        epoch: 1,
        region: 'us-east-1',
      });
      return running;
    },
    standby: async (node, of) => {
      const seed = startBackup(of, slotName(node.name));
      await receiveBackup(seed, { installation, dataFolder: node.dataFolder, replace: false });
      await writeConfiguration(node);
      await makeStandby(node, upstreamOf(node, of));
      return startPostgres(node);
    },
    close: async () => {
      for (const admin of admins) admin.close();
      for (const node of members) {
        await killServersOf(node.dataFolder);
        await removeLeftSharedMemory(installation, node.dataFolder);
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function upstreamOf(node: PostgresNode, of: PostgresNode): Upstream {
  return {
    host: '127.0.0.1',
    port: of.port,
    user: replicationUser,
    password: passwords.replication,
    slot: slotName(node.name),
    applicationName: node.name,
  };
}

/** Below 32768, where no client port of the system can be. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 23_000 + Math.floor(Math.random() * 9_000);
    const free = await new Promise<boolean>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
    if (free) return port;
  }
}

/** A client that inserts numbers into `public.orders`, one commit each, until it is stopped. */
export interface Load {
  /** Numbers that were acknowledged, in order; grows. */
  readonly acked: readonly number[];
  /** Resolves when `count` more are acknowledged. */
  readonly more: (count: number) => Promise<void>;
  /** Ends the load; also when its server is gone. */
  readonly stop: () => Promise<void>;
}

export async function startLoad(node: PostgresNode): Promise<Load> {
  const session = await connect(node, {
    user: applicationUser,
    password: passwords.application,
    database: applicationDatabase,
    queryTimeoutMs: 20_000,
  });
  await session.query('create table if not exists orders (id bigint primary key, note text)');
  const acked: number[] = [];
  const waiters = new Set<{ at: number; resolve: () => void }>();
  let stopped = false;
  const run = async () => {
    for (let id = 1; !stopped; id += 1) {
      try {
        await session.query('insert into orders values ($1, $2)', [id, `order ${id}`]);
      } catch {
        break;
      }
      acked.push(id);
      for (const waiter of waiters) {
        if (acked.length < waiter.at) continue;
        waiters.delete(waiter);
        waiter.resolve();
      }
    }
    session.destroy();
  };
  const done = run();
  return {
    acked,
    more: (count) => new Promise((resolve) => waiters.add({ at: acked.length + count, resolve })),
    stop: async () => {
      stopped = true;
      await done;
    },
  };
}

/** Numbers in `public.orders`, ascending. */
export async function orderIds(admin: AdminClient): Promise<number[]> {
  const rows = await admin.query<{ id: string }>('select id from orders order by id');
  return rows.map(({ id }) => Number(id));
}

/** System V segments whose creator is still to be found in these data folders' lock files. */
export async function sharedMemoryIds(): Promise<readonly number[]> {
  const table = await readFile('/proc/sysvipc/shm', 'utf8');
  return table
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => Number(line.trim().split(/\s+/)[1]));
}
