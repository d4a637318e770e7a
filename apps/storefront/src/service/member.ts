import {
  type Connection,
  type ConnectionOptions,
  openConnection,
  type Row,
  type Statement,
  StatementError,
} from './connection.ts';
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
/** A closed port answers at once, so the first tries may follow each other closely. */
const reconnect = { firstMs: 20, mostMs: 250 } as const;
/**
 * Between two new connections that nobody waits for. Each costs a server process: when a writer
 * restarts as a standby, every service of the region comes back to it, and all at once they take
 * the machine from the writes that go on elsewhere.
 */
const fillPauseMs = 100;

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

interface Waiter {
  readonly take: (connection: Connection) => void;
  readonly fail: (error: StatementError) => void;
}

export function createMember(options: MemberOptions): Member {
  const idle: Connection[] = [];
  const running = new Map<Connection, number>();
  const waiters = new Set<Waiter>();
  let opening = 0;
  let backoffMs: number = reconnect.firstMs;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const count = (): number => idle.length + running.size;

  /**
   * One connection after the other, at once where somebody waits for it: a member is not met with a
   * burst of attempts, neither when it is not there nor when it has just become the writer.
   */
  function fill(): void {
    if (closed || opening > 0 || count() >= options.size()) return;
    const isWaitedFor = count() > 0 && waiters.size > 0;
    if (isWaitedFor || retry === undefined) openOne();
  }

  function openOne(): void {
    opening += 1;
    let connection: Connection | null = null;
    const lost = (): void => {
      if (connection !== null) drop(connection);
    };
    openWarm({ ...options, onLost: lost }, options.warmUp).then(
      (opened) => {
        opening -= 1;
        if (closed) return opened.destroy();
        if (!opened.alive) return failed();
        connection = opened;
        const first = count() === 0;
        put(opened);
        if (first) options.onChange(true);
        if (first) fill();
        else later(fillPauseMs);
      },
      () => {
        opening -= 1;
        failed();
      },
    );
  }

  function failed(): void {
    if (retry !== undefined) return;
    later(backoffMs);
    backoffMs = Math.min(backoffMs * 2, reconnect.mostMs);
  }

  function later(afterMs: number): void {
    if (closed || retry !== undefined) return;
    retry = setTimeout(() => {
      retry = undefined;
      fill();
    }, afterMs);
  }

  function drop(connection: Connection): void {
    const at = idle.indexOf(connection);
    if (at >= 0) idle.splice(at, 1);
    running.delete(connection);
    if (closed) return;
    if (count() === 0) {
      for (const waiter of waiters) {
        waiter.fail(new StatementError('every connection to the member was lost', 'closed'));
      }
      waiters.clear();
      options.onChange(false);
    }
    fill();
    failed();
  }

  function put(connection: Connection): void {
    running.delete(connection);
    if (!connection.alive) return;
    const next = waiters.values().next();
    if (next.done === true) {
      if (count() >= options.size()) connection.destroy();
      else idle.push(connection);
      return;
    }
    waiters.delete(next.value);
    running.set(connection, performance.now());
    next.value.take(connection);
  }

  function take(timeoutMs: number): Promise<Connection> {
    const connection = idle.pop();
    if (connection !== undefined) {
      running.set(connection, performance.now());
      return Promise.resolve(connection);
    }
    if (count() === 0) {
      return Promise.reject(new StatementError('no connection to the member', 'closed'));
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiters.delete(waiter);
        reject(new StatementError('no connection became free in time', 'waiting'));
      }, timeoutMs);
      const waiter: Waiter = {
        take: (given) => {
          clearTimeout(timer);
          resolve(given);
        },
        fail: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      waiters.add(waiter);
      fill();
    });
  }

  async function run(statement: Statement, timeoutMs: number): Promise<readonly Row[]> {
    const startedAt = performance.now();
    const connection = await take(timeoutMs);
    try {
      const rows = await connection.run(statement, timeoutMs - (performance.now() - startedAt));
      // Only an answer shows that the member is well: a fenced one may accept and hang up.
      backoffMs = reconnect.firstMs;
      return rows;
    } finally {
      put(connection);
    }
  }

  fill();
  return {
    index: options.index,
    name: `${options.url.hostname}:${options.url.port}`,
    get open() {
      return count();
    },
    get busy() {
      return running.size;
    },
    get reachable() {
      return count() > 0;
    },
    get overdue() {
      const limit = performance.now() - overdueAfterMs;
      for (const startedAt of running.values()) if (startedAt < limit) return true;
      return false;
    },
    run,
    async observe() {
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
    },
    grow: fill,
    abandon() {
      for (const connection of [...running.keys()]) connection.destroy();
    },
    close() {
      closed = true;
      clearTimeout(retry);
      for (const connection of [...idle, ...running.keys()]) connection.destroy();
      for (const waiter of waiters) waiter.fail(new StatementError('the service stops', 'closed'));
      waiters.clear();
    },
  };
}
