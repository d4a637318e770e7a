import { type Row, type Statement, StatementError } from './connection.ts';
import type { Logger } from './log.ts';
import { createMember, type Member } from './member.ts';
import {
  classifyStatementError,
  RequestFailure,
  refused,
  type StatementFailure,
  unknown,
} from './outcome.ts';
import { chooseWriter, type MemberFacts, pollAfterMs, readOrder } from './writer.ts';

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

interface Tracked {
  readonly member: Member;
  writable: boolean;
  epoch: number;
  /** When it last acknowledged a write, `performance.now()`. */
  acknowledgedAtMs: number;
  wake: () => void;
}

export function createDatabase(options: DatabaseOptions): Database {
  const limits = { ...databaseLimits, ...options.limits };
  const log = options.log;
  let highestEpoch = 0;
  let writer: number | null = null;
  let lastWriter: number | null = null;
  let suspects = 0;
  let closed = false;
  const waiting = new Set<(index: number | null) => void>();

  // Enough for reads, and for the first writes after a promotion.
  const atRest = Math.ceil(options.connections / 2);
  const tracked: Tracked[] = options.urls.map((url, index) => ({
    member: createMember({
      index,
      url,
      password: options.password,
      applicationName: options.applicationName,
      size: () => (index === (writer ?? lastWriter) ? options.connections : atRest),
      warmUp: options.warmUp ?? [],
      onChange: (reachable) => {
        const own = tracked[index];
        if (own === undefined) return;
        if (!reachable) own.writable = false;
        settle();
        own.wake();
      },
    }),
    writable: false,
    epoch: 0,
    acknowledgedAtMs: Number.NEGATIVE_INFINITY,
    wake: () => {},
  }));

  const facts = (): MemberFacts[] =>
    tracked.map(({ member, writable, epoch }) => ({
      index: member.index,
      reachable: member.reachable,
      writable,
      epoch,
    }));

  /** Decides anew who the writer is, after anything that may change it. */
  function settle(): void {
    const next = chooseWriter(facts(), highestEpoch, writer);
    if (next === writer) return;
    const before = writer;
    writer = next;
    log.info(
      { writer: nameOf(next), before: nameOf(before), epoch: highestEpoch },
      next === null ? 'no writer is known' : 'the writer is known',
    );
    if (next === null) {
      wakeAll();
      return;
    }
    // Statements that hang on the old writer would wait for their time-out; their keys make it safe
    // to ask the new one.
    if (lastWriter !== null && lastWriter !== next) tracked[lastWriter]?.member.abandon();
    lastWriter = next;
    tracked[next]?.member.grow();
    for (const resolve of waiting) resolve(next);
    waiting.clear();
  }

  function nameOf(index: number | null): string | null {
    return index === null ? null : (tracked[index]?.member.name ?? null);
  }

  function wakeAll(): void {
    for (const { wake } of tracked) wake();
  }

  async function watch(own: Tracked): Promise<void> {
    while (!closed) {
      // Each acknowledgement tells what the question would.
      const isKnown =
        own.writable && performance.now() - own.acknowledgedAtMs < limits.acknowledgedMs;
      if (own.member.reachable && !isKnown) {
        const seen = await own.member.observe();
        if (seen === 'unreachable') own.writable = false;
        else if (seen !== 'busy') {
          own.writable = seen.writable;
          own.epoch = seen.epoch;
          highestEpoch = Math.max(highestEpoch, seen.epoch);
        }
        settle();
      }
      await pause(own);
    }
  }

  function pause(own: Tracked): Promise<void> {
    const waitMs = pollAfterMs({
      writerKnown: writer !== null,
      writesWaiting: waiting.size,
      writerSuspected: suspects > 0,
    });
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      own.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Takes the writer's word back until it has been asked again. */
  function doubt(index: number): void {
    const own = tracked[index];
    if (own === undefined) return;
    own.writable = false;
    settle();
    own.wake();
  }

  function waitForWriter(timeoutMs: number): Promise<number | null> {
    if (writer !== null) return Promise.resolve(writer);
    if (timeoutMs <= 0 || waiting.size >= limits.waitingMax || closed) return Promise.resolve(null);
    return new Promise((resolve) => {
      const end = (index: number | null): void => {
        clearTimeout(timer);
        waiting.delete(end);
        resolve(index);
      };
      const timer = setTimeout(() => end(null), timeoutMs);
      waiting.add(end);
      // The first to wait changes the interval: whoever pauses at the long one is woken.
      if (waiting.size === 1) wakeAll();
    });
  }

  type Attempt =
    | { readonly kind: 'done'; readonly rows: readonly Row[] }
    /** The writer is well, only busy. `sent`: the statement may be written. */
    | { readonly kind: 'overloaded'; readonly why: string; readonly sent: boolean }
    | StatementFailure;

  async function attempt(index: number, statement: Statement, budgetMs: number): Promise<Attempt> {
    const own = tracked[index];
    if (own === undefined) return { kind: 'refused', why: 'no such member' };
    const startedAtMs = performance.now();
    let suspected = false;
    const suspicion = setTimeout(() => {
      suspected = true;
      suspects += 1;
      if (suspects === 1) wakeAll();
    }, limits.suspectAfterMs);
    try {
      const rows = await own.member.run(statement, Math.min(limits.statementMs, budgetMs));
      return acknowledged(rows, own);
    } catch (error) {
      if (!(error instanceof StatementError)) throw error;
      const { stage, timedOut, message: why } = error;
      if (stage === 'waiting') return { kind: 'overloaded', why, sent: false };
      const isWell = own.acknowledgedAtMs > startedAtMs;
      if (timedOut && isWell) return { kind: 'overloaded', why, sent: true };
      return classifyStatementError(error.cause, error.stage === 'sent');
    } finally {
      clearTimeout(suspicion);
      if (suspected) suspects -= 1;
    }
  }

  /** An answer of an old epoch is no acknowledgement: a newer writer exists somewhere. */
  function acknowledged(rows: readonly Row[], own: Tracked): Attempt {
    const epoch = Number(rows[0]?.current_epoch ?? Number.NaN);
    if (epoch < highestEpoch) {
      own.epoch = epoch;
      return { kind: 'unknown', why: `answered in epoch ${epoch}, but ${highestEpoch} exists` };
    }
    if (epoch > highestEpoch) {
      own.epoch = epoch;
      highestEpoch = epoch;
    }
    own.acknowledgedAtMs = performance.now();
    return { kind: 'done', rows };
  }

  async function write(statement: Statement): Promise<readonly Row[]> {
    const endsAt = performance.now() + limits.writeBudgetMs;
    const waitsUntil = performance.now() + limits.writerWaitMs;
    let mayBeWritten: string | null = null;
    let why = 'no writer is known in this region';
    while (performance.now() < endsAt) {
      const index = await waitForWriter(waitsUntil - performance.now());
      if (index === null) break;
      const result = await attempt(index, statement, endsAt - performance.now());
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
      log.debug({ writer: nameOf(index), why, kind: result.kind }, 'a write was not acknowledged');
      doubt(index);
    }
    throw mayBeWritten === null ? refused(why) : unknown(mayBeWritten);
  }

  async function read(statement: Statement, wanted = { freshest: false }): Promise<readonly Row[]> {
    const order = readOrder(
      facts().map((fact) => ({ ...fact, overdue: tracked[fact.index]?.member.overdue ?? true })),
      { writer, freshest: wanted.freshest },
    );
    let why = 'no member of the database can be reached';
    for (const [at, index] of order.slice(0, 2).entries()) {
      const member = tracked[index]?.member;
      if (member === undefined) continue;
      try {
        // Where every member is slow, a second try would only double what makes them slow.
        const hasOther = at === 0 && tracked[order[1] ?? -1]?.member.overdue === false;
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

  for (const own of tracked) void watch(own);
  return {
    get epoch() {
      return highestEpoch;
    },
    status: () => ({
      epoch: highestEpoch,
      writer: nameOf(writer),
      writesWaiting: waiting.size,
      members: tracked.map(({ member, writable, epoch }) => ({
        name: member.name,
        open: member.open,
        busy: member.busy,
        writable,
        epoch,
      })),
    }),
    write,
    read,
    async writerUrl(timeoutMs) {
      const index = await waitForWriter(timeoutMs);
      return index === null ? null : (options.urls[index] ?? null);
    },
    close() {
      closed = true;
      for (const resolve of waiting) resolve(null);
      waiting.clear();
      for (const { member, wake } of tracked) {
        member.close();
        wake();
      }
    },
  };
}
