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
  /** By kind. */
  readonly faults: Record<string, number>;
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
    faults: {},
    met: {},
    endings: {},
  };
}

export function countFault(tally: ChaosTally, kind: FaultKind, verbs: readonly Verb[]): void {
  tally.faults[kind] = (tally.faults[kind] ?? 0) + 1;
  for (const verb of new Set(verbs)) {
    const cell = `${verb} ${kind}`;
    tally.met[cell] = (tally.met[cell] ?? 0) + 1;
  }
}

export function countEnding(tally: ChaosTally, status: string): void {
  tally.endings[status] = (tally.endings[status] ?? 0) + 1;
}

/** Adds the second to the first. */
export function mergeTally(into: ChaosTally, other: ChaosTally): void {
  into.stories += other.stories;
  into.recoveries += other.recoveries;
  into.steps += other.steps;
  into.records += other.records;
  into.unplannable += other.unplannable;
  const maps: readonly (readonly [Record<string, number>, Record<string, number>])[] = [
    [into.faults, other.faults],
    [into.met, other.met],
    [into.endings, other.endings],
  ];
  for (const [sums, more] of maps) {
    for (const [name, count] of Object.entries(more)) sums[name] = (sums[name] ?? 0) + count;
  }
}
