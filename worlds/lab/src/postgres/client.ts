import { Socket } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { applicationDatabase, type PostgresNode, superuser } from './types.ts';

export interface ConnectOptions {
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly connectTimeoutMs?: number;
  readonly queryTimeoutMs?: number;
}

export type Query = <Row extends pg.QueryResultRow = pg.QueryResultRow>(
  text: string,
  values?: readonly unknown[],
) => Promise<Row[]>;

/** One session. After an error that may be a time-out its outcome is unknown: destroy it. */
export interface Session {
  readonly query: Query;
  /** Says goodbye. */
  readonly close: () => Promise<void>;
  /** Drops the socket at once: for a server that does not answer. */
  readonly destroy: () => void;
}

const connectTimeoutMs = 500;
const queryTimeoutMs = 1_000;

/** A session over the unix socket. */
export async function connect(node: PostgresNode, options: ConnectOptions): Promise<Session> {
  const socket = new Socket();
  const client = new pg.Client({ ...clientOptions(node, options), stream: () => socket });
  // A connection that breaks between two queries tells it here; the next query then fails.
  client.on('error', () => {});
  await client.connect();
  return {
    query: async <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => {
      const result = await client.query<Row>(text, values === undefined ? [] : [...values]);
      return result.rows;
    },
    close: () => client.end(),
    destroy: () => socket.destroy(),
  };
}

/** The agent's own way in: superuser, at most two connections, opened again when they break. */
export interface AdminClient {
  readonly query: Query;
  /** Drops all connections; never waits for the server. */
  readonly close: () => void;
}

/** Opens nothing by itself: the first query does, and each after a broken connection. */
export function openAdmin(
  node: PostgresNode,
  options: { readonly database?: string; readonly queryTimeoutMs?: number } = {},
): AdminClient {
  const sockets = new Set<Socket>();
  const pool = new pg.Pool({
    ...clientOptions(node, {
      user: superuser,
      password: node.superuserPassword,
      database: options.database ?? applicationDatabase,
      ...(options.queryTimeoutMs === undefined ? {} : { queryTimeoutMs: options.queryTimeoutMs }),
    }),
    stream: () => {
      const socket = new Socket();
      sockets.add(socket);
      return socket.once('close', () => sockets.delete(socket));
    },
    max: 2,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
  });
  pool.on('error', () => {});
  return {
    query: async <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => {
      const result = await pool.query<Row>(text, values === undefined ? [] : [...values]);
      return result.rows;
    },
    close: () => {
      void pool.end();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function clientOptions(node: PostgresNode, options: ConnectOptions): pg.ClientConfig {
  return {
    host: node.socketFolder,
    port: node.port,
    user: options.user,
    password: options.password,
    database: options.database,
    application_name: 'outrigger',
    // Else the superuser's own tables would go to the schema of the superuser's name: outrigger.
    options: '-c search_path=public',
    connectionTimeoutMillis: options.connectTimeoutMs ?? connectTimeoutMs,
    query_timeout: options.queryTimeoutMs ?? queryTimeoutMs,
    keepAlive: true,
  };
}

/** Where a proxy dials to reach the member. */
export function socketPath(node: PostgresNode): string {
  return join(node.socketFolder, `.s.PGSQL.${node.port}`);
}

/** The one row of a query that always gives one. */
export function onlyRow<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined || rows.length !== 1) throw new Error(`${rows.length} rows instead of one`);
  return row;
}
