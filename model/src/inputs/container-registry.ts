// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** ECR. */
export interface ContainerRegistryInput<R extends string> {
  readonly kind: 'container-registry';
  /** Where images are pushed. Default: the primary. */
  readonly writerIn?: R;
  /** Default: every other region. */
  readonly replicateTo?: R | readonly R[];
  /** Default true. */
  readonly scanOnPush?: boolean;
  /** A tag is never moved. Default true. */
  readonly immutableTags?: boolean;
  /** Images kept of each repository. Default 100. */
  readonly imagesMax?: number;
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
