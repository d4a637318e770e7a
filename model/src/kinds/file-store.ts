import type { DataBase } from '../component.ts';

/** EFS: files that pods of a whole region mount. Its replica is read-only until detached. */
export interface FileStore extends DataBase {
  readonly kind: 'file-store';
  readonly throughput: 'elastic' | 'bursting';
  /** Files untouched for this long, in ms, move to the cheaper class; null: never. */
  readonly coldAfterMs: number | null;
  readonly backups: boolean;
}
