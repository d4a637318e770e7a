import type { Strategy } from '@outrigger/model';

/** What others say of a strategy, in their words; shown beside our figures, never mixed in. */
export interface Claim {
  readonly rto: string;
  /** What a second region adds to the cost of one; none: nobody says. */
  readonly cost: string;
}

export const claimedBy =
  'consultants’ rules of thumb, repeated on many pages; nobody has published a measurement';

/**
 * Of a pilot light and a warm standby they say what share of production it costs, of active-active
 * how many times one region all of it does: 2 to 3 times is 100 to 200 % more.
 */
export const claims: { readonly [S in Strategy]: Claim } = {
  'backup-restore': { rto: '4 to 24 h', cost: 'none' },
  'pilot-light': { rto: '10 to 120 min', cost: '15 to 25 %' },
  'warm-standby': { rto: '5 to 30 min', cost: 'about 50 %' },
  'active-active': { rto: 'under 1 min', cost: '100 to 200 %' },
};

/** How long a region is away, which is how long a disaster is paid for. */
export const outage = {
  hours: 9.8,
  source: 'the mean of the five regional events of us-east-1 from 2020 to 2025, 3.8 to 17.1 h each',
} as const;
