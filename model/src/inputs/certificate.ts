// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** Certificate of ACM. */
export interface CertificateInput<R extends string> {
  readonly kind: 'certificate';
  /** What it is for, like 'shop.example.com'. */
  readonly domain: string;
  /** Other names that it is for as well. */
  readonly alternatives?: readonly string[];
  /** The hosted zone of the records that prove who owns the names. */
  readonly zone: string;
  /** Regions that show it. Default: where load balancers do; 'us-east-1' for a CDN. */
  readonly issuedIn?: readonly string[];
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
