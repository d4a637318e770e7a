// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** A name in Route 53. */
export interface DnsInput<N extends string, R extends string> {
  readonly kind: 'dns';
  /** The hosted zone. */
  readonly zone: string;
  /** A name in the zone. Default: the zone itself. */
  readonly record?: string;
  /** A global accelerator, a load balancer or a CDN. */
  readonly to: N;
  /** Default: simple to an accelerator, failover between load balancers. */
  readonly routing?: 'simple' | 'failover' | 'geo' | 'latency';
  /** How long clients may keep an answer. Default 60s. */
  readonly ttl?: string;
  /** Every '10s' or '30s'. Default: the load balancer's path, 10s, 3. */
  readonly healthCheck?: {
    /** What is asked. */
    readonly path?: string;
    /** Between two checks. */
    readonly interval?: string;
    /** Answers in a row that change the verdict. */
    readonly threshold?: number;
  };
  /** Whom each region serves, for geo routing: { 'eu-west-1': ['EU', 'AF'] }; '*' is the rest. */
  readonly geo?: { readonly [region in R]?: readonly string[] };
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
