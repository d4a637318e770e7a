// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** IAM Identity Center. */
export interface WorkforceIdentityInput<R extends string> {
  readonly kind: 'workforce-identity';
  /** The region of the instance. Default: the primary. */
  readonly homeIn?: string;
  /** Who knows the people. Default oidc: the company's own provider. */
  readonly signIn?: 'oidc' | 'saml' | 'identity-center';
  /** What each job may do, by its name. */
  readonly jobs: {
    readonly [name: string]: {
      /** The group's name in the directory. */
      readonly group: string;
      /** AWS's managed policies, like 'job-function/ViewOnlyAccess'. */
      readonly policies: readonly string[];
      /** A session ends after it: 1h to 12h. Default 1h. */
      readonly session?: string;
      /** May run a recovery. Default false. */
      readonly recovers?: boolean;
    };
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
