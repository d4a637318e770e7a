import type { Strategy } from '@outrigger/model';

/** What others say of a strategy, in their words; shown beside our figures, never mixed in. */
export interface Claim {
  readonly rto: string;
  /** Of what production costs. */
  readonly cost: string;
}

export const claimedBy =
  'consultants’ rules of thumb, repeated on many pages; nobody has published a measurement';

export const claims: { readonly [S in Strategy]: Claim } = {
  'backup-restore': { rto: '4 to 24 h', cost: 'none given' },
  'pilot-light': { rto: '10 to 120 min', cost: '15 to 25 % more' },
  'warm-standby': { rto: '5 to 30 min', cost: 'about 50 % more' },
  'active-active': { rto: 'under 1 min', cost: '2 to 3 times' },
};

/** How long a region is away, which is how long a disaster is paid for. */
export const outage = {
  hours: 9.8,
  source: 'the mean of the five regional events of us-east-1 from 2020 to 2025, 3.8 to 17.1 h each',
} as const;
