import type { ServingCapacity } from '@outrigger/recovery';
import type { OutputDistribution } from '@outrigger/sim';

/** What a failure would take, as distributions; or why no figure is given. */
export type Outlook =
  | { readonly known: true; readonly forecast: Forecast }
  | { readonly known: false; readonly why: readonly string[] };

export interface Forecast {
  /** Nothing goes wrong but the failure itself. */
  readonly undisturbed: Day;
  /** The first of the same recoveries, with what disturbs them: each takes longer to run. */
  readonly bad: Day;
  /** Those very recoveries undisturbed: what a bad day costs is the difference of the two. */
  readonly sameUndisturbed: Day;
  /** Runs of the bad day that came to no end: each counts as long as somebody went on with it. */
  readonly givenUp: number;
  /** Of the typical undisturbed recovery, what rests on assumed durations, 0 to 1. */
  readonly assumedShare: number;
  /** By how much clients are served at first; null where a plan can't tell. */
  readonly capacity: ServingCapacity | null;
  /** Where the writers go. */
  readonly to: string;
  readonly notes: readonly string[];
}

/** Recoveries of one kind of day. */
export interface Day {
  readonly rto: OutputDistribution;
  /** Until all of the capacity is there by which a region serves normally. */
  readonly full: OutputDistribution;
  /** Of the store that loses most; infinite where one loses all; null when nothing is stored. */
  readonly rpo: OutputDistribution | null;
  /** Each store of which something may be lost. */
  readonly stores: readonly OutputDistribution[];
}

export const days = ['undisturbed', 'bad'] as const;
export type DayName = (typeof days)[number];

export const anyStore = 'lost in any store';
