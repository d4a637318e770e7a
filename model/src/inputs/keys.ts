// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** KMS key, in every region. */
export interface KeysInput<N extends string, R extends string> {
  readonly kind: 'keys';
  /** What it encrypts. Default: nothing yet. */
  readonly encrypts?: readonly N[];
  /** One key with a replica in each region. Default: with two regions or more. */
  readonly multiRegion?: boolean;
  /** Where its first copy is. Default: the primary. */
  readonly homeIn?: R;
  /** Its material is changed this often: 90d to 2560d. Default 365d. */
  readonly rotation?: string;
  /** How long a deletion can be taken back. Default 30. */
  readonly deletionDays?: number;
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
