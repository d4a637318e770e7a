// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** EFS. */
export interface FileStoreInput<R extends string> {
  readonly kind: 'file-store';
  /** The region that writes at the start. Default: the primary. */
  readonly writerIn?: R;
  /** Regions that hold an asynchronous copy. Default: what the strategy needs. */
  readonly replicaIn?: R | readonly R[];
  /** A copy in a second zone holds every acknowledged write. Default true. */
  readonly multiZone?: boolean;
  /** Default elastic. */
  readonly throughput?: 'elastic' | 'bursting';
  /** Files untouched for this long move to the cheaper class. Default: never. */
  readonly coldAfter?: string;
  /** Daily, by AWS Backup. Default true. */
  readonly backups?: boolean;
  /** It stands already, found by its id or its tags: read, never created. */
  readonly existing?:
    | {
        readonly id: string | { readonly [region in R]?: string };
      }
    | {
        readonly tags: { readonly [name: string]: string };
      };
  /** Attributes to set in the Terraform that is written, by address of the resource. */
  readonly terraform?: TerraformPatches;
}
