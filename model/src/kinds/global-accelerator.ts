import type { ComponentBase, HealthCheck } from '../component.ts';

/**
 * AWS Global Accelerator. It fails over by its own health checks, also to a region whose dial is 0,
 * so a region is kept out by not being ready, never by its dial.
 */
export interface GlobalAccelerator extends ComponentBase {
  readonly kind: 'global-accelerator';
  /** A load-balancer. */
  readonly to: string;
  /** Percent of a region's traffic that it takes, for each region of the load balancer. */
  readonly dial: { readonly [region: string]: number };
  readonly healthCheck: HealthCheck;
}
