/**
 * The best that a strategy or a kind can do: an objective below it cannot be met, whatever is
 * tuned. Data with sources; an estimate from a world's timings judges everything above.
 */
import type { Strategy } from './platform.ts';

export interface StrategyLimit {
  readonly strategy: Strategy;
  /** Region loss: the shortest RTO that anyone claims for it, in ms. */
  readonly rtoMinMs: number;
  readonly basis: 'documented' | 'rule of thumb';
  readonly source: string;
}

const MINUTE_MS = 60_000;

export const strategyLimits: readonly StrategyLimit[] = [
  {
    strategy: 'backup-restore',
    rtoMinMs: 240 * MINUTE_MS,
    basis: 'rule of thumb',
    source: 'restoring a region from backups takes 4 to 24 hours',
  },
  {
    strategy: 'pilot-light',
    rtoMinMs: 10 * MINUTE_MS,
    basis: 'rule of thumb',
    source: 'nodes, then pods, then traffic: 10 to 120 minutes',
  },
  {
    strategy: 'warm-standby',
    rtoMinMs: 5 * MINUTE_MS,
    basis: 'rule of thumb',
    source: 'promotion and scaling up: 5 to 30 minutes',
  },
  {
    strategy: 'active-active',
    rtoMinMs: MINUTE_MS / 2,
    basis: 'documented',
    source: 'Global Accelerator fails over in about 30 s: three checks, 10 s apart',
  },
];

export interface KindLimit {
  readonly kind: string;
  readonly scope: 'zone-loss' | 'region-loss' | 'switchover';
  readonly figure: 'rpo' | 'rto';
  readonly minMs: number;
  readonly basis: 'documented' | 'assumed';
  readonly source: string;
}

export const kindLimits: readonly KindLimit[] = [
  {
    kind: 'postgres',
    scope: 'zone-loss',
    figure: 'rto',
    minMs: MINUTE_MS,
    basis: 'documented',
    source: 'RDS Multi-AZ fails over in 60 to 120 s (RDS user guide)',
  },
  {
    kind: 'aurora',
    scope: 'zone-loss',
    figure: 'rto',
    minMs: 10_000,
    basis: 'documented',
    source: 'an Aurora reader is promoted in 10 to 16 s, typically under 30 s (measured by others)',
  },
  {
    kind: 'postgres',
    scope: 'switchover',
    figure: 'rto',
    minMs: MINUTE_MS,
    basis: 'assumed',
    source: 'a replica in another region is promoted in several minutes or longer (RDS user guide)',
  },
  {
    kind: 'aurora',
    scope: 'switchover',
    figure: 'rto',
    minMs: 10_000,
    basis: 'assumed',
    source: "a global database's switchover typically takes less than 30 s (Aurora announcement)",
  },
  {
    kind: 'postgres',
    scope: 'region-loss',
    figure: 'rpo',
    minMs: 1_000,
    basis: 'assumed',
    source: 'replication between regions is asynchronous: a lag of about a second at best',
  },
  {
    kind: 'aurora',
    scope: 'region-loss',
    figure: 'rpo',
    minMs: 1_000,
    basis: 'documented',
    source: 'the lag of an Aurora global database is typically under 1 s (Aurora user guide)',
  },
  {
    kind: 'documentdb',
    scope: 'region-loss',
    figure: 'rpo',
    minMs: 1_000,
    basis: 'documented',
    source: 'the lag of a DocumentDB global cluster is typically under 1 s (developer guide)',
  },
  {
    kind: 'dynamodb',
    scope: 'region-loss',
    figure: 'rpo',
    minMs: 1_000,
    basis: 'documented',
    source: 'a global table is about 1 s behind in the other regions (developer guide)',
  },
  {
    kind: 'file-store',
    scope: 'region-loss',
    figure: 'rpo',
    minMs: MINUTE_MS,
    basis: 'documented',
    source: 'EFS replicates most changes within a minute (EFS user guide)',
  },
  {
    kind: 'object-store',
    scope: 'region-loss',
    figure: 'rpo',
    minMs: 15 * MINUTE_MS,
    basis: 'documented',
    source: 'S3 replicates most objects within 15 minutes (S3 user guide)',
  },
];
