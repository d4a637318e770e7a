// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** Secrets Manager, replicated. */
export interface SecretsInput<R extends string> {
  readonly kind: 'secrets';
  /** One secret each, like 'payment-key'. Values are given by a person, never here. */
  readonly entries: readonly string[];
  /** Where a value is written. Default: the primary. */
  readonly writerIn?: R;
  /** Default: every other region. */
  readonly replicateTo?: R | readonly R[];
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
