import type { DataBase } from '../component.ts';

/** S3. A bucket spans zones by itself. */
export interface ObjectStore extends DataBase {
  readonly kind: 'object-store';
  readonly versioning: boolean;
  /** S3's replication time control: 99.99 % of objects within 15 minutes. */
  readonly replicationTimeControl: boolean;
  readonly publicAccess: boolean;
  /** Objects are deleted at this age, in ms; null: never. */
  readonly expireAfterMs: number | null;
}
