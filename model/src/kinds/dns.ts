import type { ComponentBase, HealthCheck } from '../component.ts';

/** Route 53: one name, and where it leads. Records are made beforehand; health checks flip them. */
export interface Dns extends ComponentBase {
  readonly kind: 'dns';
  /** The hosted zone. */
  readonly zone: string;
  /** The full name: the zone itself, or a name in it. */
  readonly record: string;
  /** A global-accelerator or a load-balancer. */
  readonly to: string;
  readonly routing: 'simple' | 'failover' | 'geo' | 'latency';
  readonly ttlMs: number;
  /** null where the target checks health itself (simple routing). */
  readonly healthCheck: HealthCheck | null;
}
