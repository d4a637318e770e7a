import { Socket } from 'node:net';
import { Client } from 'pg';

/** One statement. Named ones are prepared once a connection. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly (string | number | null)[];
}

/** Columns are read as text or as what the driver makes of them; the reader of a row checks. */
export type Row = { readonly [column: string]: unknown };

/** An open connection to one member. It runs one statement at a time. */
export interface Connection {
  readonly alive: boolean;
  /**
   * Rejects with `StatementError`. After a time-out the socket is destroyed: an answer that comes
   * late must never be taken for the answer to the next statement.
   */
  run(statement: Statement, timeoutMs: number): Promise<readonly Row[]>;
  destroy(): void;
}

/**
 * How far a statement came before it failed: `waiting` for a free connection, met by a `closed`
 * one, or `sent`, when some of it may have left this process.
 */
export type Stage = 'waiting' | 'closed' | 'sent';

export class StatementError extends Error {
  readonly stage: Stage;
  /** It was given up here, while its connection was open: the server may only be slow. */
  readonly timedOut: boolean;
  constructor(cause: unknown, stage: Stage, timedOut = false) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.stage = stage;
    this.timedOut = timedOut;
  }
}

export interface ConnectionOptions {
  readonly url: URL;
  readonly password: string | null;
  readonly applicationName: string;
  /**
   * Called once, when an open connection is lost or destroyed: with what the server said, if it
   * said anything.
   */
  readonly onLost: (why?: unknown) => void;
}

/** Measured with this driver against frozen and killed servers: longer only delays the truth. */
const connectionTimeoutMs = 500;

export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  // A socket of our own, because the driver's `end` waits for a server that may never answer.
  const socket = new Socket();
  const sslMode = options.url.searchParams.get('sslmode') ?? 'disable';
  const password = decodeURIComponent(options.url.password) || options.password;
  const client = new Client({
    host: options.url.hostname,
    port: Number(options.url.port === '' ? 5432 : options.url.port),
    user: decodeURIComponent(options.url.username),
    database: decodeURIComponent(options.url.pathname.slice(1)),
    ...(password === null ? {} : { password }),
    ssl: sslMode !== 'disable',
    application_name: options.applicationName,
    connectionTimeoutMillis: connectionTimeoutMs,
    keepAlive: true,
    stream: () => socket,
  });
  let state: 'opening' | 'open' | 'lost' = 'opening';
  const lose = (why?: unknown): void => {
    const wasOpen = state === 'open';
    state = 'lost';
    socket.destroy();
    if (wasOpen) options.onLost(why);
  };
  client.on('error', lose);
  client.on('end', () => lose());
  try {
    await client.connect();
  } catch (error) {
    lose();
    throw error;
  }
  // The driver can report the loss of a connection between its success and this line.
  if (state !== 'opening') throw new Error('the connection was lost while it was opened');
  state = 'open';

  return {
    get alive() {
      return state === 'open';
    },
    async run(statement, timeoutMs) {
      if (state !== 'open') throw new StatementError('the connection is closed', 'closed');
      let timedOut = false;
      const timer = setTimeout(() => {
        timedOut = true;
        lose();
      }, timeoutMs);
      try {
        const result = await client.query<{ [column: string]: unknown }>({
          ...(statement.name === undefined ? {} : { name: statement.name }),
          text: statement.text,
          values: [...statement.values],
        });
        return result.rows;
      } catch (error) {
        // Without a word from the server nobody knows what is still to come on the socket.
        if (!(error instanceof Error && 'severity' in error)) lose();
        throw new StatementError(error, 'sent', timedOut);
      } finally {
        clearTimeout(timer);
      }
    },
    destroy: () => lose(),
  };
}
