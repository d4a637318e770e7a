// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** CloudWatch alarms. */
export interface AlarmsInput<N extends string, R extends string> {
  readonly kind: 'alarms';
  /** What is watched. Default: databases, tables, file stores, load balancers, machines. */
  readonly watches?: readonly N[];
  /** Whom it tells, by way of an events component. */
  readonly notify?: N;
  /** CPU use, in percent, that calls the operator. Default 80. */
  readonly cpu?: number;
  /** Lag of a replica that calls the operator. Default 60s. */
  readonly replicationLag?: string;
  /** Replication that stopped, hosts that fail. Default true. */
  readonly faults?: boolean;
  /** One alarm a region that sums up. Default true. */
  readonly composite?: boolean;
  /** What a metric means that is silent. */
  readonly missing?: {
    /** Default notBreaching. */
    readonly replication?: 'breaching' | 'notBreaching' | 'ignore' | 'missing';
    /** Default missing. */
    readonly others?: 'breaching' | 'notBreaching' | 'ignore' | 'missing';
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
