/**
 * What a client may conclude from an answer that is not the one it wanted. `refused`: certainly not
 * written. `unknown`: may be written; only a repeat with the same idempotency key can tell.
 */
export type Outcome = 'refused' | 'unknown';

/** An expected failure of a request, with the status that a client sees. */
export class RequestFailure extends Error {
  readonly status: number;
  readonly outcome: Outcome;
  constructor(status: number, outcome: Outcome, message: string) {
    super(message);
    this.status = status;
    this.outcome = outcome;
  }
}

/** Nothing was written, for a reason that passes: sent again later it may be. */
export const refusedStatus = 503;

export function refused(message: string): RequestFailure {
  return new RequestFailure(refusedStatus, 'refused', message);
}

export function unknown(message: string): RequestFailure {
  return new RequestFailure(504, 'unknown', message);
}

/** The request itself is wrong: nothing was written and a repeat would not help. */
export function invalid(message: string, status = 400): RequestFailure {
  return new RequestFailure(status, 'refused', message);
}

export function notFound(message: string): RequestFailure {
  return new RequestFailure(404, 'refused', message);
}

/** What became of one statement, as far as its error can tell. */
export type StatementFailure =
  /** Certainly not written, and another try (on another member, or later) makes sense. */
  | { readonly kind: 'refused'; readonly why: string }
  /** May be written. */
  | { readonly kind: 'unknown'; readonly why: string }
  /** Certainly not written, and the same statement would fail again. */
  | { readonly kind: 'rejected'; readonly why: string };

/**
 * SQLSTATE classes after which the server gave up the connection or cannot say what it did:
 * 08 connection exceptions, 57P the server is being shut down, XX internal errors, 58 system
 * errors. A commit that waits for its synchronous standby can end in one of them although it is
 * written. https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const unknownStates = [/^08/, /^57P/, /^XX/, /^58/];

/**
 * Not written for a reason that passes: read-only server, rollback, lack of resources, cancel, a
 * table that a migration has yet to make.
 */
const passingStates = [/^25006$/, /^40/, /^53/, /^55P03$/, /^57014$/, /^42P01$/];

/**
 * Classifies what a statement's promise was rejected with. `sent` is whether a byte of the
 * statement may have left this process. Without a word from the server, a sent statement is
 * unknown.
 */
export function classifyStatementError(error: unknown, sent: boolean): StatementFailure {
  const why = error instanceof Error ? error.message : String(error);
  if (!sent) return { kind: 'refused', why };
  const state = sqlStateOf(error);
  if (state === null) return { kind: 'unknown', why };
  if (unknownStates.some((pattern) => pattern.test(state))) {
    return { kind: 'unknown', why: `${why} (${state})` };
  }
  if (passingStates.some((pattern) => pattern.test(state))) {
    return { kind: 'refused', why: `${why} (${state})` };
  }
  return { kind: 'rejected', why: `${why} (${state})` };
}

/**
 * The server's own SQLSTATE, or null. Errors of sockets carry a `code` too (`EPIPE`, `ECONNRESET`):
 * only an error with a severity came from the server.
 */
export function sqlStateOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || !('severity' in error)) return null;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code) ? error.code : null;
}
