// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** EC2 instances in an Auto Scaling group. */
export interface VirtualMachinesInput<N extends string, R extends string> {
  readonly kind: 'virtual-machines';
  /** The machine image that they start from. */
  readonly image: N;
  /** For SSH. Default: Session Manager alone. */
  readonly keyPair?: N;
  /** Instance type, like 't3.micro'. */
  readonly size:
    | string
    | {
        /** What AWS offers by now. */
        readonly used: string;
        /** Who says so. */
        readonly source: string;
      };
  /** Never fewer machines. */
  readonly min: number;
  /** Never more machines. */
  readonly max: number;
  /** At the start. Default: min. */
  readonly desired?: number;
  /** Size in a standby region. Default: what the strategy needs. */
  readonly standby?: {
    /** Never fewer machines. */
    readonly min: number;
    /** Never more machines. */
    readonly max: number;
    /** At the start. Default: min. */
    readonly desired?: number;
  };
  /** Where they listen. */
  readonly port: number;
  /** What load balancers ask. Default /readyz. */
  readonly healthPath?: string;
  /** Stores that they call. */
  readonly needs?: readonly N[];
  /** Script that a machine runs when it boots. */
  readonly userData?: string;
  /** Disk of each machine, like '20 GiB'. */
  readonly disk?: string;
  /** Default: all regions that the strategy keeps running. */
  readonly regions?: R | readonly R[];
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
