import type { Verb } from '@outrigger/recovery';
import type { FaultKind } from './faults.ts';

/** What a story adds up to, and what many do: sums that can be merged in any order. */
export interface ChaosTally {
  stories: number;
  /** Recoveries that were begun. */
  recoveries: number;
  steps: number;
  records: number;
  /** Requests that no plan could be made for: the planner said why and stopped. */
  unplannable: number;
  /** Steps that were sent, by verb. */
  readonly sent: Record<string, number>;
  /** By kind. */
  readonly faults: Record<string, number>;
  /** Faults by what went on then: `failback`, `the way back`. */
  readonly during: Record<string, number>;
  /** After which record the controller died, by its type. */
  readonly diedAfter: Record<string, number>;
  /** How often a fault met a verb: `promote late`. */
  readonly met: Record<string, number>;
  /** How recoveries ended. */
  readonly endings: Record<string, number>;
}

export function emptyTally(): ChaosTally {
  return {
    stories: 0,
    recoveries: 0,
    steps: 0,
    records: 0,
    unplannable: 0,
    sent: {},
    faults: {},
    during: {},
    diedAfter: {},
    met: {},
    endings: {},
  };
}

export function countFault(
  tally: ChaosTally,
  kind: FaultKind,
  verbs: readonly Verb[],
  stage: string,
): void {
  countOne(tally.faults, kind);
  countOne(tally.during, stage);
  for (const verb of new Set(verbs)) countOne(tally.met, `${verb} ${kind}`);
}

export function countOne(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

/** Adds the second to the first. */
export function mergeTally(into: ChaosTally, other: ChaosTally): void {
  into.stories += other.stories;
  into.recoveries += other.recoveries;
  into.steps += other.steps;
  into.records += other.records;
  into.unplannable += other.unplannable;
  const maps: readonly (readonly [Record<string, number>, Record<string, number>])[] = [
    [into.sent, other.sent],
    [into.faults, other.faults],
    [into.during, other.during],
    [into.diedAfter, other.diedAfter],
    [into.met, other.met],
    [into.endings, other.endings],
  ];
  for (const [sums, more] of maps) {
    for (const [name, count] of Object.entries(more)) sums[name] = (sums[name] ?? 0) + count;
  }
}
