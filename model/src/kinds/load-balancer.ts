import type { ComponentBase, HealthCheck } from '../component.ts';

/** ALB (layer 7) or NLB (layer 4), one in each region of its cluster. */
export interface LoadBalancer extends ComponentBase {
  readonly kind: 'load-balancer';
  readonly layer: 4 | 7;
  /** A kubernetes-cluster. */
  readonly in: string;
  /** The longest prefix wins. */
  readonly routes: readonly Route[];
  readonly healthCheck: HealthCheck;
  readonly scheme: 'internet-facing' | 'internal';
  readonly tls: boolean;
}

export interface Route {
  /** Path prefix: `/api`; always `/` on layer 4. */
  readonly path: string;
  /** A service. */
  readonly to: string;
}
