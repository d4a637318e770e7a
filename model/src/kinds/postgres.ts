import type { DatabaseBase } from '../component.ts';

/** RDS for PostgreSQL, with cross-region read replicas. */
export interface Postgres extends DatabaseBase {
  readonly kind: 'postgres';
  readonly version: string;
  readonly storageBytes: number;
}
