import type { Problem } from '../processes/problem.ts';

/** What the drill says to the load process on its standard input, one JSON object a line. */
export type LoadCommand =
  | { readonly type: 'mark'; readonly name: string }
  | {
      readonly type: 'await';
      readonly id: number;
      /**
       * `write`, `read`: the first one that was due at or after `afterMs` and is answered.
       * `served`: every client had a read and a write answered that were due at or after `afterMs`
       * and after the last request that failed.
       */
      readonly what: 'write' | 'read' | 'served';
      readonly afterMs: number;
    }
  | { readonly type: 'stop' };

/** How late the generator itself was in sending, ms: the measurement's own error. */
export interface Lateness {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * What happened since the last status line, and where things stand. Times in ms from the origin.
 */
export interface LoadStatus {
  readonly type: 'status';
  readonly atMs: number;
  readonly answered: number;
  readonly failed: number;
  /** Of the requests answered since the last status; null when there were none. */
  readonly latencyMs: { readonly p50: number; readonly p99: number } | null;
  readonly inFlight: number;
  readonly lastWriteAckMs: number | null;
  readonly lastReadAckMs: number | null;
  /** Due time of the newest request that failed. */
  readonly lastFailedDueMs: number | null;
  /** Kinds of failures since the last status: `timeout`, `connect`, `reset`, `status 503`, … */
  readonly errors: { readonly [kind: string]: number };
  readonly epoch: number | null;
  /** Acknowledgements of direct clients since the last status, by member. */
  readonly direct: { readonly [member: string]: number };
}

export interface LoadSummary {
  readonly type: 'stopped';
  readonly atMs: number;
  readonly answered: number;
  readonly failed: number;
  readonly directAcks: number;
  readonly lateness: Lateness;
  /** Processor time of this process, ms. */
  readonly cpuMs: number;
}

/** What the load process says on its standard output, one JSON object a line. */
export type LoadEvent =
  | {
      readonly type: 'started';
      readonly originMs: number;
      readonly atMs: number;
      /** Why no pictures are uploaded; null: they are, or nobody wanted them. */
      readonly withoutUploads: string | null;
    }
  /** What the platform's services do not answer, and clients can't do without. */
  | { readonly type: 'not-served'; readonly problem: Problem }
  | LoadStatus
  | {
      readonly type: 'marked';
      readonly name: string;
      /** When the mark was taken: every request due before it has ended and is in the ledger. */
      readonly atMs: number;
      /** Since the mark before. */
      readonly lateness: Lateness;
    }
  | { readonly type: 'reached'; readonly id: number; readonly atMs: number }
  | LoadSummary
  | { readonly type: 'failed'; readonly why: string };
