import { type Row, type Statement, StatementError } from './connection.ts';
import type { Logger } from './log.ts';
import { createMember } from './member.ts';
import {
  classifyStatementError,
  RequestFailure,
  refused,
  type StatementFailure,
  unknown,
} from './outcome.ts';
import type { WatchedMember } from './watched-member.ts';
import { readOrder } from './writer.ts';
import { type WriterWatch, watchWriter } from './writer-watch.ts';

/**
 * The region's database as a service sees it: several members, at most one of them the writer, and
 * that may change at any moment. It survives a fail-over without being told about it.
 */
export interface Database {
  /** The highest epoch that any member has shown. */
  readonly epoch: number;
  status(): DatabaseStatus;
  /**
   * Runs a write that may be repeated without harm (its statement carries an idempotency key). The
   * statement must answer a column `current_epoch`. Rejects with a `RequestFailure`.
   */
  write(statement: Statement): Promise<readonly Row[]>;
  /** Runs on any member that answers; tries one more when the first does not. */
  read(statement: Statement, wanted?: { readonly freshest: boolean }): Promise<readonly Row[]>;
  /** Resolves when a writer is known; null when there is none after `timeoutMs`. */
  writerUrl(timeoutMs: number): Promise<URL | null>;
  close(): void;
}

export interface DatabaseStatus {
  readonly epoch: number;
  /** `host:port` of the member that is written to. */
  readonly writer: string | null;
  readonly writesWaiting: number;
  readonly members: readonly {
    readonly name: string;
    readonly open: number;
    readonly busy: number;
    readonly writable: boolean;
    readonly epoch: number;
  }[];
}

export interface DatabaseOptions {
  readonly urls: readonly URL[];
  readonly password: string | null;
  readonly applicationName: string;
  /** Connections to each member. */
  readonly connections: number;
  /** Run once on each new connection: see `explained`. */
  readonly warmUp?: readonly Statement[];
  readonly log: Logger;
  readonly limits?: Partial<typeof databaseLimits>;
}

/** In ms, save `waitingMax`. A client of the storefront gives up after 2,000. */
export const databaseLimits = {
  /** How long one write may wait for a writer before it is refused. */
  writerWaitMs: 1_000,
  /** A write and its repeats end within this. */
  writeBudgetMs: 1_500,
  /**
   * As long as a write has: what hangs on a writer that is gone is given up when its successor is
   * known, and one that is only slow would be slower still with new connections.
   */
  statementMs: 1_500,
  /** The first try of a read; a member that is slower is left for another. */
  readFirstMs: 400,
  /** A writer that acknowledged a write so lately need not be asked what it is. */
  acknowledgedMs: 250,
  /** A write without an answer for so long makes the other members be asked at short intervals. */
  suspectAfterMs: 100,
  /** Writes that may wait for a writer at one time. */
  waitingMax: 500,
};

export function createDatabase(options: DatabaseOptions): Database {
  const limits = { ...databaseLimits, ...options.limits };
  const { log } = options;
  // Enough for reads, and for the first writes after a promotion.
  const atRest = Math.ceil(options.connections / 2);
  const watch = watchWriter({
    newMembers: options.urls.map(
      (url) => (index, serves, onChange) =>
        createMember({
          index,
          url,
          password: options.password,
          applicationName: options.applicationName,
          size: () => (serves() ? options.connections : atRest),
          warmUp: options.warmUp ?? [],
          onChange,
        }),
    ),
    limits,
    log,
  });
  const way: Way = { watch, limits, log };
  return {
    get epoch() {
      return watch.epoch;
    },
    status: () => ({
      epoch: watch.epoch,
      writer: watch.writer?.member.name ?? null,
      writesWaiting: watch.writesWaiting,
      members: watch.members.map(({ member: { name, open, busy }, writable, epoch }) => ({
        name,
        open,
        busy,
        writable,
        epoch,
      })),
    }),
    write: (statement) => write(way, statement),
    read: (statement, wanted) => read(way, statement, wanted?.freshest ?? false),
    async writerUrl(timeoutMs) {
      const writer = await watch.wait(timeoutMs);
      return writer === null ? null : (options.urls[writer.member.index] ?? null);
    },
    close: () => watch.close(),
  };
}

/** What a statement needs on its way. */
interface Way {
  readonly watch: WriterWatch;
  readonly limits: typeof databaseLimits;
  readonly log: Logger;
}

type Attempt =
  | { readonly kind: 'done'; readonly rows: readonly Row[] }
  /** The writer is well, only busy. `sent`: the statement may be written. */
  | { readonly kind: 'overloaded'; readonly why: string; readonly sent: boolean }
  | StatementFailure;

async function attempt(
  { watch, limits }: Way,
  writer: WatchedMember,
  statement: Statement,
  budgetMs: number,
): Promise<Attempt> {
  const startedAtMs = performance.now();
  let endSuspicion: () => void = () => {};
  const suspicion = setTimeout(() => {
    endSuspicion = watch.suspect();
  }, limits.suspectAfterMs);
  try {
    const rows = await writer.member.run(statement, Math.min(limits.statementMs, budgetMs));
    const epoch = Number(rows[0]?.current_epoch ?? Number.NaN);
    if (watch.heard(writer, epoch)) return { kind: 'done', rows };
    // No acknowledgement: whoever answered is not the writer any more.
    return { kind: 'unknown', why: `answered in epoch ${epoch}, but ${watch.epoch} exists` };
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    const { stage, timedOut, message: why } = error;
    if (stage === 'waiting') return { kind: 'overloaded', why, sent: false };
    const isWell = writer.acknowledgedAtMs > startedAtMs;
    if (timedOut && isWell) return { kind: 'overloaded', why, sent: true };
    return classifyStatementError(error.cause, error.stage === 'sent');
  } finally {
    clearTimeout(suspicion);
    endSuspicion();
  }
}

async function write(way: Way, statement: Statement): Promise<readonly Row[]> {
  const { watch, limits, log } = way;
  const endsAt = performance.now() + limits.writeBudgetMs;
  const waitsUntil = performance.now() + limits.writerWaitMs;
  let mayBeWritten: string | null = null;
  let why = 'no writer is known in this region';
  while (performance.now() < endsAt) {
    const writer = await watch.wait(waitsUntil - performance.now());
    if (writer === null) break;
    const result = await attempt(way, writer, statement, endsAt - performance.now());
    if (result.kind === 'done') return result.rows;
    // An earlier try may have been written: then this answer says nothing of it.
    if (result.kind === 'rejected' && mayBeWritten === null)
      throw new RequestFailure(500, 'refused', result.why);
    if (result.kind === 'rejected') break;
    if (result.kind === 'unknown') mayBeWritten = result.why;
    why = result.why;
    // To doubt a writer that is only busy would make it everybody's outage.
    if (result.kind === 'overloaded') {
      if (result.sent) mayBeWritten = why;
      break;
    }
    const { name } = writer.member;
    log.debug({ writer: name, why, kind: result.kind }, 'a write was not acknowledged');
    watch.doubt(writer);
  }
  throw mayBeWritten === null ? refused(why) : unknown(mayBeWritten);
}

async function read(
  { watch, limits }: Way,
  statement: Statement,
  freshest: boolean,
): Promise<readonly Row[]> {
  const order = readOrder(
    watch.members.map((each) => ({ ...each.facts(), overdue: each.member.overdue })),
    { writer: watch.writer?.member.index ?? null, freshest },
  );
  let why = 'no member of the database can be reached';
  for (const [at, index] of order.slice(0, 2).entries()) {
    const member = watch.members[index]?.member;
    if (member === undefined) continue;
    try {
      // Where every member is slow, a second try would only double what makes them slow.
      const hasOther = at === 0 && watch.members[order[1] ?? -1]?.member.overdue === false;
      return await member.run(statement, hasOther ? limits.readFirstMs : limits.statementMs);
    } catch (error) {
      if (!(error instanceof StatementError)) throw error;
      why = error.message;
      const failure = classifyStatementError(error.cause, error.stage === 'sent');
      if (failure.kind === 'rejected') throw new RequestFailure(500, 'refused', failure.why);
    }
  }
  throw refused(why);
}
