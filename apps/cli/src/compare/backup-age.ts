import type { Duration } from '@outrigger/recovery';

const minute = 60_000;
const hour = 60 * minute;

/** How old a nightly backup is when it is needed: taken once a day, then copied. */
export const backupAge: readonly (Duration & { readonly name: string })[] = [
  {
    name: 'since the backup',
    distribution: { kind: 'uniform', lowMs: 0, highMs: 24 * hour },
    basis: 'documented',
    source: 'RDS and AWS Backup guides: one automated backup a day, in its window',
  },
  {
    name: 'copied',
    distribution: { kind: 'lognormal', medianMs: 30 * minute, p99Ms: 3 * hour },
    basis: 'assumed',
    source: 'a snapshot is copied to the other region: no figure is published',
  },
];
