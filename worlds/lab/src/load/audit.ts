import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type AuditFindings,
  type Comparison,
  createComparison,
  type RequestRecord,
} from '@outrigger/report';
import pg from 'pg';
import { monotonicMs } from '../control/clock.ts';
import { readSecret } from '../control/environment.ts';
import type { DatabaseLayout, DatabaseMemberLayout, LabLayout } from '../layout.ts';
import type { Problem } from '../processes/problem.ts';

/** What the auditor read and found. */
export interface AuditResult {
  readonly findings: AuditFindings;
  /** The region of the databases' writers: its file store is the one that was looked into. */
  readonly region: string;
  readonly writers: readonly { readonly member: string; readonly epoch: number }[];
  readonly rows: number;
  readonly elapsedMs: number;
}

export interface AuditInput {
  readonly layout: LabLayout;
  /** Begins every key of the run; rows of other runs and of the warm-up are not looked at. */
  readonly run: string;
  /** The ledger up to a mark: every request in it has ended. */
  readonly requests: readonly RequestRecord[];
}

/** A frozen member's proxy takes connections and answers nothing. */
const connectTimeoutMs = 1_000;
const queryTimeoutMs = 30_000;
/** Files read at one time while their content is checked. */
const filesAtOnce = 16;

/**
 * Proves for each acknowledged write that it is there, once, in its client's order, as clients
 * would find it: through the proxy of the current writer, in that region's file store. One query a
 * table, compared as the rows stream in. Rejects when there is no writer to ask.
 */
export async function auditWrites(input: AuditInput): Promise<AuditResult> {
  const startMs = monotonicMs();
  const { layout, requests } = input;
  const comparison = createComparison(requests);
  const password = readSecret(layout.stateFolder, 'postgres-application');
  const writers: Writer[] = [];
  const tables = { orders: 0, pictures: 0 };
  let rows = 0;
  try {
    for (const database of layout.databases) writers.push(await findWriter(database, password));
    for (const writer of writers)
      rows += await compareRows(writer.client, input.run, comparison, tables);
  } finally {
    for (const writer of writers) writer.client.connection.stream.destroy();
  }
  if (tables.orders === 0) throw new Error('no database of the platform has a table of orders');
  const region = writers[0]?.member.region ?? '';
  return {
    findings: comparison.finish(await soundFiles(layout, region, requests)),
    region,
    writers: writers.map(({ member, epoch }) => ({ member: member.id, epoch })),
    rows,
    elapsedMs: monotonicMs() - startMs,
  };
}

/** What is read of each order. */
const orderColumns = 'id, key, client, number, picture';

/** Why this platform's orders can't be audited; null: they can. Rejects as `auditWrites` does. */
export async function whyNoAudit(layout: LabLayout): Promise<Problem | null> {
  const password = readSecret(layout.stateFolder, 'postgres-application');
  const told: string[] = [];
  for (const database of layout.databases) {
    const { client } = await findWriter(database, password);
    try {
      await client.query(`select ${orderColumns} from orders limit 0`);
      return null;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error;
      told.push(`${database.component}: ${error.message}`);
    } finally {
      client.connection.stream.destroy();
    }
  }
  return {
    value: told.join('; '),
    wrong: 'what was acknowledged can not be looked for afterwards',
    mend: `keep orders in a table orders (${orderColumns}), as docs/your-own-service.md says`,
  };
}

interface Writer {
  readonly member: DatabaseMemberLayout;
  readonly epoch: number;
  readonly client: pg.Client;
}

/** The member that is no standby and owns the highest epoch, asked through its proxy. */
async function findWriter(database: DatabaseLayout, password: string): Promise<Writer> {
  const asked = await Promise.all(database.members.map((member) => askMember(member, password)));
  const writers = asked
    .filter((writer) => writer !== null)
    .sort((left, right) => right.epoch - left.epoch);
  for (const other of writers.slice(1)) other.client.connection.stream.destroy();
  const [writer] = writers;
  if (writer === undefined) {
    throw new Error(`${database.component} has no writer that answers: nothing can be audited`);
  }
  return writer;
}

async function askMember(member: DatabaseMemberLayout, password: string): Promise<Writer | null> {
  const client = new pg.Client({
    host: '127.0.0.1',
    port: member.proxyPort,
    user: 'storefront',
    database: 'storefront',
    password,
    application_name: 'audit',
    connectionTimeoutMillis: connectTimeoutMs,
    query_timeout: queryTimeoutMs,
  });
  // A connection that breaks later fails the query that runs on it.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ standby: boolean; epoch: string }>(
      'select pg_is_in_recovery() as standby, epoch from outrigger.epoch',
    );
    const [row] = rows;
    if (row !== undefined && !row.standby) return { member, epoch: Number(row.epoch), client };
  } catch {
    // Dead, frozen or fenced: it is not the writer.
  }
  client.connection.stream.destroy();
  return null;
}

/** Reads this run's rows of each table that the database has; answers how many there were. */
async function compareRows(
  client: pg.Client,
  run: string,
  comparison: Comparison,
  tables: { orders: number; pictures: number },
): Promise<number> {
  const { rows } = await client.query<{ orders: boolean; pictures: boolean }>(
    "select to_regclass('public.orders') is not null as orders, " +
      "to_regclass('public.pictures') is not null as pictures",
  );
  const prefix = `${run}.c`;
  let count = 0;
  if (rows[0]?.orders) {
    tables.orders += 1;
    const text = `select ${orderColumns} from orders where starts_with(key, $1)`;
    count += await stream(client, text, prefix, ([id, key, name, number, picture]) => {
      comparison.order({
        id: Number(id),
        key: key ?? '',
        client: name ?? '',
        number: Number(number),
        picture: picture ?? null,
      });
    });
  }
  if (rows[0]?.pictures) {
    tables.pictures += 1;
    const text = 'select key, sha256 from pictures where starts_with(key, $1)';
    count += await stream(client, text, prefix, ([key, sha256]) => {
      comparison.picture({ key: key ?? '', sha256: sha256 ?? '' });
    });
  }
  return count;
}

/** Columns as PostgreSQL sends them: as text. */
const asText = { getTypeParser: () => (value: string) => value };

/** Hands over each row as it comes; nothing is kept. */
function stream(
  client: pg.Client,
  text: string,
  prefix: string,
  onRow: (row: readonly (string | null)[]) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let count = 0;
    const query = new pg.Query<(string | null)[]>({
      text,
      values: [prefix],
      types: asText,
      ...{ rowMode: 'array' },
    });
    query.on('row', (row: readonly (string | null)[]) => {
      count += 1;
      onRow(row);
    });
    query.on('error', reject);
    query.on('end', () => resolve(count));
    client.query(query);
  });
}

/**
 * Of the files that this run's writes name, those that the region's store has, whole: a file's name
 * is the hash of its content. Null when the platform has no file store.
 */
async function soundFiles(
  layout: LabLayout,
  region: string,
  requests: readonly RequestRecord[],
): Promise<ReadonlySet<string> | null> {
  const folders = layout.fileStores.flatMap((store) =>
    store.regions.filter((each) => each.region === region).map((each) => each.folder),
  );
  if (folders.length === 0) return null;
  const named = [
    ...new Set(requests.flatMap(({ picture }) => (picture === null ? [] : [picture]))),
  ];
  const sound = new Set<string>();
  for (let index = 0; index < named.length; index += filesAtOnce) {
    await Promise.all(
      named.slice(index, index + filesAtOnce).map(async (sha256) => {
        if (await isSound(folders, sha256)) sound.add(sha256);
      }),
    );
  }
  return sound;
}

async function isSound(folders: readonly string[], sha256: string): Promise<boolean> {
  for (const folder of folders) {
    try {
      const content = await readFile(join(folder, sha256.slice(0, 2), sha256));
      if (createHash('sha256').update(content).digest('hex') === sha256) return true;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    }
  }
  return false;
}
