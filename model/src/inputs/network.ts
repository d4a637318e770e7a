// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** The VPC of each region, and what joins them. */
export interface NetworkInput<R extends string> {
  readonly kind: 'network';
  /** Whether the VPCs of all regions reach each other. Default: all regions. */
  readonly peering?: 'all regions' | 'none';
  /** How private subnets reach outside. Default: one per zone. */
  readonly nat?: 'one per zone' | 'one per region' | 'none';
  /** Network ACLs on each subnet, besides security groups. Default true. */
  readonly networkAcls?: boolean;
  /** Logs of the traffic, for audits. Default: kept for a year. */
  readonly flowLogs?: {
    /** How long they are kept. */
    readonly keep: string;
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
