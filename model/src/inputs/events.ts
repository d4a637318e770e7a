// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** EventBridge and SNS. */
export interface EventsInput<R extends string> {
  readonly kind: 'events';
  /** What is told. Default: alarms, AWS's health, databases. */
  readonly sources?: readonly (
    | 'alarms'
    | 'health'
    | 'databases'
    | 'auto-scaling'
    | 'clusters'
    | 'images'
    | 'pipelines'
    | 'access-analyzer'
  )[];
  /** Addresses; each confirms the first message. */
  readonly email?: readonly string[];
  /** Telephone numbers with their country, like '+491701234567'. */
  readonly sms?: readonly string[];
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
