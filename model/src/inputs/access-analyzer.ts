// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** IAM Access Analyzer. */
export interface AccessAnalyzerInput<N extends string, R extends string> {
  readonly kind: 'access-analyzer';
  /** Inside what nobody is a stranger. Default account. */
  readonly zoneOfTrust?: 'account' | 'organization';
  /** Access unused for so long is told; billed by role. Default: not looked for. */
  readonly unusedDays?: number;
  /** Whom it tells, by way of an events component. */
  readonly notify?: N;
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
