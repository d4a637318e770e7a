import type { Json } from './action.ts';

/**
 * One line of the durable log of a run. `time` is wall-clock, for people; nothing is computed from
 * it. `monotonicMs` orders what one controller did.
 */
export interface JournalRecord {
  readonly run: string;
  /** From 0, without a gap. Record 0 holds the plan, the topology, the digest and the versions. */
  readonly sequence: number;
  readonly epoch: number;
  readonly time: string;
  readonly monotonicMs: number;
  readonly event: { readonly type: string; readonly [field: string]: Json };
}

/**
 * An append is flushed before it resolves and conditional on run and sequence: `conflict` means
 * that another controller wrote there first, and this one must stop.
 */
export interface Journal {
  append(records: readonly JournalRecord[]): Promise<'appended' | 'conflict'>;
  read(run: string): Promise<readonly JournalRecord[]>;
}
