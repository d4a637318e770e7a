// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** CloudFront. */
export interface CdnInput<N extends string, R extends string> {
  readonly kind: 'cdn';
  /** The bucket that it serves. */
  readonly from: N;
  /** Names that clients use. Default: CloudFront's. */
  readonly names?: readonly string[];
  /** For these names. */
  readonly certificate?: N;
  /** What is answered to /. Default index.html. */
  readonly index?: string;
  /** Whether the bucket's replica answers reads too. Default: where it has one. */
  readonly originFailover?: boolean;
  /** From where in the world it serves. Default PriceClass_100. */
  readonly priceClass?: 'PriceClass_100' | 'PriceClass_200' | 'PriceClass_All';
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
