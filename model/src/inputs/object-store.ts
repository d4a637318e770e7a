// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** S3 bucket. */
export interface ObjectStoreInput<R extends string> {
  readonly kind: 'object-store';
  /** The region that writes at the start. Default: the primary. */
  readonly writerIn?: R;
  /** Regions that hold an asynchronous copy. Default: what the strategy needs. */
  readonly replicaIn?: R | readonly R[];
  /** A copy in a second zone holds every acknowledged write. Default true. */
  readonly multiZone?: boolean;
  /** Default true; replication needs it. */
  readonly versioning?: boolean;
  /** 99.99 percent of objects are replicated within 15 minutes. Default false. */
  readonly replicationTimeControl?: boolean;
  /** Anyone may read. Default false. */
  readonly publicAccess?: boolean;
  /** Objects are deleted at this age. Default: never. */
  readonly expireAfter?: string;
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
