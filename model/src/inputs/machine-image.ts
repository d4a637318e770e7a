// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** AMI, copied between regions. */
export interface MachineImageInput<N extends string, R extends string> {
  readonly kind: 'machine-image';
  /** Its name in EC2, like 'shop-web-*': the newest that fits. */
  readonly image: string;
  /** Where it is built. Default: the primary. */
  readonly builtIn?: R;
  /** Default: every other region. */
  readonly copiedTo?: R | readonly R[];
  /** The bucket that keeps what it is built from. */
  readonly storedIn?: N;
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
