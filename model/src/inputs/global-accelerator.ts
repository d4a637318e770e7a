// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** Global Accelerator. */
export interface GlobalAcceleratorInput<N extends string, R extends string> {
  readonly kind: 'global-accelerator';
  /** A load balancer. */
  readonly to: N;
  /** Percent of a region's traffic that it takes. Default: 100, standby regions 0. */
  readonly dial?: { readonly [region in R]?: number };
  /** Every '10s' or '30s'. Default: the load balancer's path, 10s, 3. */
  readonly healthCheck?: {
    /** What is asked. */
    readonly path?: string;
    /** Between two checks. */
    readonly interval?: string;
    /** Answers in a row that change the verdict. */
    readonly threshold?: number;
  };
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
