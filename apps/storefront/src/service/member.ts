import {
  type Connection,
  type ConnectionOptions,
  openConnection,
  type Row,
  type Statement,
  StatementError,
} from './connection.ts';
import { createConnections } from './connections.ts';
import { createOpener } from './opener.ts';
import { sqlStateOf } from './outcome.ts';

/**
 * One database member and a few connections to it that are kept open whether or not they are
 * needed: a standby's connection becomes a writer's at the moment of its promotion, without a
 * handshake and an authentication on the recovery's path.
 */
export interface Member {
  readonly index: number;
  /** `host:port`, for logs and metrics. */
  readonly name: string;
  readonly open: number;
  readonly busy: number;
  readonly reachable: boolean;
  /** Whether a statement has been without an answer for longer than a healthy one takes. */
  readonly overdue: boolean;
  /** Runs on a free connection; waits for one until `timeoutMs` has passed. */
  run(statement: Statement, timeoutMs: number): Promise<readonly Row[]>;
  /** Asks the member what it is; `busy` when all its connections are in use, which says nothing. */
  observe(): Promise<Observation | 'unreachable' | 'busy'>;
  /** More connections may be wanted than before: they are made one after the other. */
  grow(): void;
  /** Drops connections that wait for an answer: their statements fail as unknown at once. */
  abandon(): void;
  close(): void;
}

export interface Observation {
  readonly writable: boolean;
  readonly epoch: number;
}

export interface MemberOptions {
  readonly index: number;
  readonly url: URL;
  readonly password: string | null;
  readonly applicationName: string;
  /** How many connections are wanted now; what is more is closed when it is free. */
  readonly size: () => number;
  /** Run once on each new connection, before it serves; what comes of them does not matter. */
  readonly warmUp: readonly Statement[];
  /** The first connection is there, or the last one is gone. */
  readonly onChange: (reachable: boolean) => void;
}

const observeStatement: Statement = {
  name: 'observe',
  text: `select
      pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as read_only,
    (select epoch from outrigger.epoch)::text as epoch`,
  values: [],
};

const observeTimeoutMs = 400;
const overdueAfterMs = 150;
/**
 * The server is stopped on purpose, and will not be back at once: in a handover every service would
 * try while the machine is needed for it.
 * https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const adminShutdown = '57P01';

/** A server process that has just started has everything to look up that a statement needs. */
async function openWarm(
  options: ConnectionOptions,
  warmUp: readonly Statement[],
): Promise<Connection> {
  const connection = await openConnection(options);
  for (const statement of warmUp) {
    // On a new cluster its tables are not there yet; a connection that was lost shows when it is
    // used.
    await connection.run(statement, observeTimeoutMs).catch(() => {});
  }
  return connection;
}

export function createMember(options: MemberOptions): Member {
  const { size } = options;
  let closed = false;
  const connections = createConnections(size, () => opener.fill());

  function lose(connection: Connection, why: unknown): void {
    if (closed) return;
    connections.drop(connection);
    if (connections.count === 0) options.onChange(false);
    if (sqlStateOf(why) === adminShutdown) opener.failedForLong();
    else {
      opener.fill();
      opener.failed();
    }
  }

  const opener = createOpener({
    async open() {
      let opened: Connection | null = null;
      const onLost = (why?: unknown): void => {
        if (opened !== null) lose(opened, why);
      };
      opened = await openWarm({ ...options, onLost }, options.warmUp);
      return opened;
    },
    wanted: () => connections.count < size(),
    isWaitedFor: () => connections.count > 0 && connections.waiting > 0,
    onOpened(connection) {
      const isFirst = connections.count === 0;
      connections.put(connection);
      if (isFirst) options.onChange(true);
      return isFirst;
    },
  });

  async function run(statement: Statement, timeoutMs: number): Promise<readonly Row[]> {
    const startedAt = performance.now();
    const connection = await connections.take(timeoutMs);
    try {
      const rows = await connection.run(statement, timeoutMs - (performance.now() - startedAt));
      // Only an answer shows that the member is well: a fenced one may accept and hang up.
      opener.succeeded();
      return rows;
    } finally {
      connections.put(connection);
    }
  }

  opener.fill();
  return {
    index: options.index,
    name: `${options.url.hostname}:${options.url.port}`,
    get open() {
      return connections.count;
    },
    get busy() {
      return connections.busy;
    },
    get reachable() {
      return connections.count > 0;
    },
    get overdue() {
      return connections.hasRunSince(performance.now() - overdueAfterMs);
    },
    run,
    observe: () => observe(run),
    grow: opener.fill,
    abandon: connections.abandon,
    close() {
      closed = true;
      opener.close();
      connections.close();
    },
  };
}

async function observe(run: Member['run']): Promise<Observation | 'unreachable' | 'busy'> {
  try {
    const [row] = await run(observeStatement, observeTimeoutMs);
    const epoch = Number(row?.epoch ?? 0);
    return { writable: row?.read_only === false, epoch: Number.isFinite(epoch) ? epoch : 0 };
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    if (error.stage === 'waiting') return 'busy';
    // The schema is not there yet: the member answers, but it is nobody's writer.
    return sqlStateOf(error.cause) === null ? 'unreachable' : { writable: false, epoch: 0 };
  }
}
