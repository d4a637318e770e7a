// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** Load balancer: ALB or NLB. */
export interface LoadBalancerInput<N extends string, R extends string> {
  readonly kind: 'load-balancer';
  /** 7 for HTTP (ALB), 4 for TCP (NLB). */
  readonly layer: 4 | 7;
  /** The cluster that it sends to. Default: the services' own. */
  readonly in?: N;
  /** A service, virtual machines, or one for each path: { '/api': 'gateway', '/': 'web' }. */
  readonly to: N | { readonly [name: string]: N };
  /** Default: the machines' healthPath, else /readyz; every 10s, 2 answers. */
  readonly healthCheck?: {
    /** What is asked. */
    readonly path?: string;
    /** Between two checks. */
    readonly interval?: string;
    /** Answers in a row that change the verdict. */
    readonly threshold?: number;
  };
  /** Default internet-facing. */
  readonly scheme?: 'internet-facing' | 'internal';
  /** HTTPS only; needs a certificate. Default true. */
  readonly tls?: boolean;
  /** What it shows to clients. */
  readonly certificate?: N;
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
