import { escapeLiteral } from 'pg';
import { openAdmin } from './client.ts';
import {
  applicationDatabase,
  applicationUser,
  type PostgresNode,
  replicationUser,
} from './types.ts';

export interface DatabaseSetUp {
  readonly applicationPassword: string;
  readonly replicationPassword: string;
  readonly epoch: number;
  readonly region: string;
}

/**
 * Roles, the database and schema `outrigger` on a new writer; standbys get them by replication.
 * May be repeated. The application may create its tables in `public` and insert probes; the epoch
 * and the heartbeat are the agent's alone.
 */
export async function setUpDatabase(node: PostgresNode, setUp: DatabaseSetUp): Promise<void> {
  await nameDatabase(node);
  const admin = openAdmin(node, { queryTimeoutMs: 30_000 });
  try {
    for (const [role, attributes, password] of [
      [applicationUser, 'LOGIN', setUp.applicationPassword],
      [replicationUser, 'LOGIN REPLICATION', setUp.replicationPassword],
    ] as const) {
      const found = await admin.query('select from pg_roles where rolname = $1', [role]);
      const verb = found.length === 0 ? 'create' : 'alter';
      await admin.query(`${verb} role ${role} ${attributes} password ${escapeLiteral(password)}`);
    }
    // Nobody makes a database here: without its templates a seed is a third of its size.
    await admin.query(
      `update pg_database set datistemplate = false where datname like 'template_'`,
    );
    await admin.query('drop database if exists template1 with (force)');
    await admin.query('drop database if exists template0 with (force)');
    await admin.query(schema);
    await admin.query(
      `insert into outrigger.epoch (epoch, region, member) values ($1, $2, $3)
       on conflict do nothing`,
      [setUp.epoch, setUp.region, node.name],
    );
  } finally {
    admin.close();
  }
}

/** The database that initdb makes becomes the application's: there is no second one to copy. */
async function nameDatabase(node: PostgresNode): Promise<void> {
  const maintenance = openAdmin(node, { database: 'template1', queryTimeoutMs: 30_000 });
  try {
    const found = await maintenance.query(`select from pg_database where datname = 'postgres'`);
    if (found.length === 0) return;
    await maintenance.query(`alter database postgres rename to ${applicationDatabase}`);
  } catch (error) {
    // Set up before: the templates are gone with the last step of the naming.
    if (!isMissingDatabase(error)) throw error;
  } finally {
    maintenance.close();
  }
}

/** invalid_catalog_name */
function isMissingDatabase(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '3D000';
}

/**
 * Cancelling a commit that waits for its synchronous standby makes it an ordinary acknowledgement,
 * so nobody but the superuser may.
 */
const schema = `
revoke execute on function pg_catalog.pg_cancel_backend(integer) from public;
grant create, usage on schema public to ${applicationUser};
create schema if not exists outrigger;
create table if not exists outrigger.epoch (
  id int primary key default 1 check (id = 1),
  epoch bigint not null,
  region text not null,
  member text not null
);
create table if not exists outrigger.heartbeat (
  id int primary key check (id = 1),
  at_ms double precision not null
);
insert into outrigger.heartbeat (id, at_ms) values (1, 0) on conflict do nothing;
create table if not exists outrigger.probe (
  source text not null,
  number bigint not null,
  epoch bigint not null,
  at timestamptz not null default now()
);
create index if not exists probe_source_number on outrigger.probe (source, number);
revoke all on schema outrigger from public;
grant usage on schema outrigger to public;
grant select on outrigger.epoch, outrigger.heartbeat, outrigger.probe to public;
grant insert on outrigger.probe to ${applicationUser};
`;
