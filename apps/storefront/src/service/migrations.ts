import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Database } from './database.ts';
import type { Logger } from './log.ts';

/** One SQL file of `migrations/`; the files run in the order of their names, each exactly once. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** sha256 of the file: a migration that has run is never edited. */
  readonly checksum: string;
}

export interface RecordedMigration {
  readonly name: string;
  readonly checksum: string;
}

export type MigrationPlan =
  | { readonly kind: 'run'; readonly pending: readonly Migration[] }
  | { readonly kind: 'contradiction'; readonly why: string };

export function loadMigrations(folder: URL): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, folder), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * What is left to run. A newer schema than this code knows is fine (the other version of a rolling
 * deployment made it); an edited or an overtaken migration is not.
 */
export function planMigrations(
  known: readonly Migration[],
  recorded: readonly RecordedMigration[],
): MigrationPlan {
  const checksums = new Map(recorded.map(({ name, checksum }) => [name, checksum]));
  const newest =
    recorded
      .map(({ name }) => name)
      .sort()
      .at(-1) ?? '';
  const pending: Migration[] = [];
  for (const migration of known) {
    const checksum = checksums.get(migration.name);
    if (checksum === undefined) {
      if (migration.name < newest) {
        return {
          kind: 'contradiction',
          why:
            `migration ${migration.name} has not run, but the later ${newest} has; give it a ` +
            'later number',
        };
      }
      pending.push(migration);
    } else if (checksum !== migration.checksum) {
      return {
        kind: 'contradiction',
        why:
          `migration ${migration.name} was changed after it had run; undo that and add a new ` +
          'file',
      };
    }
  }
  return { kind: 'run', pending };
}

/** A number for `pg_advisory_xact_lock` that nothing else in this database uses. */
const lockId = 7_270_001;
const retryMs = 250;

/**
 * Brings the schema up to date, or waits until somebody else has. In a standby region there is no
 * writer: there the tables arrive by replication. Resolves to a contradiction's text, or null.
 */
export async function migrate(options: {
  readonly database: Database;
  readonly migrations: readonly Migration[];
  readonly password: string | null;
  readonly log: Logger;
  readonly signal: AbortSignal;
}): Promise<string | null> {
  const { database, migrations, log, signal } = options;
  while (!signal.aborted) {
    const recorded = await readRecorded(database);
    if (recorded !== null) {
      const plan = planMigrations(migrations, recorded);
      if (plan.kind === 'contradiction') return plan.why;
      if (plan.pending.length === 0) return null;
    }
    // Not through `waitForWriter`'s urgent polling: nobody's request waits for this.
    const writer = database.status().writer === null ? null : await database.writerUrl(retryMs);
    if (writer !== null) {
      try {
        return await runMigrations(writer, options.password, migrations, log);
      } catch (error) {
        log.warn({ error: String(error) }, 'the migrations could not run, trying again');
      }
    }
    await delay(retryMs);
  }
  return null;
}

/** null when no member can say, or the table is not there yet. */
async function readRecorded(database: Database): Promise<readonly RecordedMigration[] | null> {
  try {
    const rows = await database.read({
      text: 'select name, checksum from schema_migrations',
      values: [],
    });
    return rows.map((row) => ({ name: String(row.name), checksum: String(row.checksum) }));
  } catch {
    return null;
  }
}

/**
 * One transaction for all: either the schema is the new one or it is the old one. A connection of
 * its own, because a migration may take longer than a request may.
 */
async function runMigrations(
  url: URL,
  password: string | null,
  migrations: readonly Migration[],
  log: Logger,
): Promise<string | null> {
  // Not as a connection string: the driver would prefer the password that it lacks to the given
  // one.
  const given = decodeURIComponent(url.password) || password;
  const client = new Client({
    host: url.hostname,
    port: Number(url.port === '' ? 5432 : url.port),
    user: decodeURIComponent(url.username),
    database: decodeURIComponent(url.pathname.slice(1)),
    ...(given === null ? {} : { password: given }),
    connectionTimeoutMillis: 2_000,
    application_name: 'migrations',
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('begin');
    // Held until the end of the transaction: of several that start at once one does the work.
    await client.query('select pg_advisory_xact_lock($1)', [lockId]);
    await client.query(`create table if not exists schema_migrations (
      name text primary key, checksum text not null, ran_at timestamptz not null default now())`);
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migrations',
    );
    const plan = planMigrations(migrations, rows);
    if (plan.kind === 'contradiction') return plan.why;
    for (const migration of plan.pending) {
      await client.query(migration.sql);
      await client.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
        migration.name,
        migration.checksum,
      ]);
      log.info({ migration: migration.name }, 'migration ran');
    }
    await client.query('commit');
    return null;
  } finally {
    await client.end();
  }
}
