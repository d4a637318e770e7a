// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** DynamoDB table. */
export interface DynamodbInput<R extends string> {
  readonly kind: 'dynamodb';
  /** Attribute by which items are spread. */
  readonly partitionKey: string;
  /** Attribute by which items of one key are ordered. */
  readonly sortKey?: string;
  /** The region that writes at the start. Default: the primary. */
  readonly writerIn?: R;
  /** Regions that hold an asynchronous copy. Default: what the strategy needs. */
  readonly replicaIn?: R | readonly R[];
  /** A copy in a second zone holds every acknowledged write. Default true. */
  readonly multiZone?: boolean;
  /** Between regions. 'strong' needs three regions. Default eventual. */
  readonly consistency?: 'eventual' | 'strong';
  /** How far back it can be restored to: 1d to 35d. Default 35d. */
  readonly pointInTimeRecovery?: string;
  /** Attribute that holds when an item is deleted. */
  readonly expiresBy?: string;
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
