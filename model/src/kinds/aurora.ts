import type { DatabaseBase } from '../component.ts';

/** Aurora; with `replicaIn` a global database. Its storage spans three zones by itself. */
export interface Aurora extends DatabaseBase {
  readonly kind: 'aurora';
  readonly engine: 'mysql' | 'postgresql';
  readonly version: string;
  /** Writer and readers together, in the region that writes. */
  readonly instances: number;
  /** Readers in each region that follows. */
  readonly replicaInstances: number;
}
