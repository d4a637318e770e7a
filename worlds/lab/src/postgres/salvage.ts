import { existsSync } from 'node:fs';
import { cp, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, type Query, type Session } from './client.ts';
import { makeSocketFolder } from './configuration.ts';
import { isSystemError } from './message.ts';
import type { OnProgram } from './program.ts';
import { lostRows, tablesOf } from './salvage-rows.ts';
import { killServersOf, startPostgres, stopPostgres } from './server.ts';
import {
  applicationDatabase,
  type PostgresInstallation,
  type PostgresNode,
  superuser,
} from './types.ts';

export interface SalvageRequest {
  readonly installation: PostgresInstallation;
  readonly superuserPassword: string;
  /**
   * The kept copy's own folder in `salvageFolder`: unique to this divergence, not to the member.
   */
  readonly name: string;
  /** Of the diverged member, which must be stopped. It is moved away from here. */
  readonly dataFolder: string;
  readonly salvageFolder: string;
  /** Of the winner's promotion, `oldestActiveTransactionId`. Null: every row is compared. */
  readonly oldestActiveTransactionId: string | null;
  /** Asks the winner's database: reads only. */
  readonly winner: Query;
  /** Told of the server on the kept copy. */
  readonly onProgram?: OnProgram;
}

export interface SalvagedTable {
  readonly table: string;
  /** Written there, not on the winner. */
  readonly absent: number;
  /** Written there, and another version is on the winner. */
  readonly different: number;
  /** Deleted there, still on the winner. Only looked for when the fork is known. */
  readonly deleted: number;
}

export interface Salvaged {
  readonly folder: string;
  readonly file: string;
  readonly tables: readonly SalvagedTable[];
  /** Can't be compared row by row; they are whole in the kept copy. */
  readonly tablesWithoutKey: readonly string[];
  /** All rows listed: absent, different and deleted. */
  readonly lost: number;
}

/** Names the socket of the private server, which listens on no TCP port. */
const privatePort = 5432;
const queryTimeoutMs = 60_000;
const startMs = 60_000;
/** Nobody waits for it at once, and clients are served by the same machine. */
const niceness = 10;
const listName = 'lost-writes.json';

/**
 * Keeps a diverged data folder and lists what the winner lacks. The copy is moved first, so that
 * from then on nothing overwrites it, and stays. A repeat goes on where the last one ended, and
 * answers with the list when it is complete.
 */
export async function salvage(request: SalvageRequest): Promise<Salvaged> {
  const folder = join(request.salvageFolder, request.name);
  const file = join(folder, listName);
  const kept = join(folder, 'data');
  await mkdir(folder, { recursive: true });
  if (!existsSync(kept)) await move(request.dataFolder, kept);
  if (!existsSync(file)) {
    await killServersOf(kept);
    await rm(join(kept, 'standby.signal'), { force: true });
    await withPrivateServer(request, kept, async (session) => {
      await writeList(request, session, file);
    });
    await writeFile(join(folder, 'README.md'), readme(request.name));
  }
  return { folder, file, ...(await summary(file)) };
}

/** A rename keeps the inode, and with it the shared memory's key; else a copy, then the removal. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!isSystemError(error, 'EXDEV')) throw error;
    const partial = `${to}.partial`;
    await rm(partial, { recursive: true, force: true });
    await cp(from, partial, { recursive: true, preserveTimestamps: true });
    await rename(partial, to);
    await rm(from, { recursive: true, force: true });
  }
}

/**
 * PostgreSQL on the kept copy: unix socket only, no standby waited for, and no vacuum, which would
 * take away what a person may still want to look at.
 */
async function withPrivateServer(
  request: SalvageRequest,
  kept: string,
  act: (session: Session) => Promise<void>,
): Promise<void> {
  const folder = join(request.salvageFolder, request.name);
  const node: PostgresNode = {
    installation: request.installation,
    name: `salvage of ${request.name}`,
    dataFolder: kept,
    socketFolder: join(folder, 'socket'),
    port: privatePort,
    logFile: join(folder, 'postgres.log'),
    superuserPassword: request.superuserPassword,
  };
  await makeSocketFolder(node);
  const running = await startPostgres(node, {
    settings: {
      listen_addresses: '',
      port: privatePort,
      unix_socket_directories: node.socketFolder,
      synchronous_standby_names: '',
      default_transaction_read_only: 'on',
      autovacuum: 'off',
    },
    timeoutMs: startMs,
    niceness,
    onSpawn: (spawned) => {
      request.onProgram?.(spawned);
      void spawned.exited.then(() => request.onProgram?.(null));
    },
  });
  try {
    const session = await connect(node, {
      user: superuser,
      password: request.superuserPassword,
      database: applicationDatabase,
      queryTimeoutMs,
    });
    await act(session).finally(session.destroy);
  } finally {
    await stopPostgres(running, 'fast');
    await rm(node.socketFolder, { recursive: true, force: true });
  }
}

/** Rows are written as they come; the file has its name only when it is whole. */
async function writeList(request: SalvageRequest, session: Session, file: string): Promise<void> {
  const partial = `${file}.partial`;
  const output = await open(partial, 'w', 0o600);
  try {
    const head = {
      schemaVersion: 1,
      name: request.name,
      oldestActiveTransactionId: request.oldestActiveTransactionId,
    };
    await output.appendFile(`${JSON.stringify(head).slice(0, -1)},\n"rows": [`);
    const { withKey, withoutKey } = await tablesOf(session.query);
    const tables: SalvagedTable[] = [];
    let separator = '\n';
    for (const table of withKey) {
      const counts = { absent: 0, different: 0, deleted: 0 };
      const source = {
        query: session.query,
        winner: request.winner,
        oldestActive: request.oldestActiveTransactionId,
      };
      for await (const lost of lostRows(source, table)) {
        counts[lost.state] += 1;
        await output.appendFile(`${separator}${lost.json}`);
        separator = ',\n';
      }
      tables.push({ table: table.name, ...counts });
    }
    const tail = { tables, tablesWithoutKey: withoutKey };
    await output.appendFile(`\n],\n${JSON.stringify(tail).slice(1)}\n`);
    await output.sync();
  } finally {
    await output.close();
  }
  await rename(partial, file);
}

async function summary(
  file: string,
): Promise<Pick<Salvaged, 'tables' | 'tablesWithoutKey' | 'lost'>> {
  const { tables, tablesWithoutKey } = JSON.parse(await readFile(file, 'utf8')) as Salvaged;
  let lost = 0;
  for (const table of tables) lost += table.absent + table.different + table.deleted;
  return { tables, tablesWithoutKey, lost };
}

function readme(name: string): string {
  return `# What was salvaged from ${name}

This member's history parted from the history of the member that took over. Some of its writes may
have been acknowledged to clients, and the new writer does not have them.

- \`data/\` is the member's whole data folder, as it was when it ended, after its own crash
  recovery.
  It is the only copy: Outrigger never removes it.
- \`lost-writes.json\` lists the rows that differ, in every table with a primary key (schema
  \`outrigger\` is left out). \`absent\`: written here, not on the new writer. \`different\`: both
  have it, with another content. \`deleted\`: deleted here, still on the new writer. \`row\` is the
  row here, \`winner\` the row there when the list was made.
- A write whose commit still waited for a standby when the member ended is listed too: its client
  got no acknowledgement, and the write may yet be here.
- Tables in \`tablesWithoutKey\` can't be compared row by row; their rows are in \`data/\`.

Bringing rows back is a decision for the people who own the data.
`;
}
