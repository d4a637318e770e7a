/**
 * Every kind of component, one folder each, with what it contributes to each engine. The table is
 * typed over the kinds: a kind without its facets does not compile. Nothing in here imports another
 * component's folder, touches a network, or knows a world.
 */
import type { Kind, Platform } from '@outrigger/model';
import { type Planned, plan, type RecoveryFacets } from '@outrigger/recovery';
import { aurora } from './aurora/index.ts';
import type { Component } from './component.ts';
import { containerRegistry } from './container-registry/index.ts';
import { type ComponentQuantities, type CostFacets, quantitiesIn, type RegionUse } from './cost.ts';
import { dns } from './dns/index.ts';
import { fileStore } from './file-store/index.ts';
import { globalAccelerator } from './global-accelerator/index.ts';
import { kubernetesCluster } from './kubernetes-cluster/index.ts';
import { loadBalancer } from './load-balancer/index.ts';
import { network } from './network/index.ts';
import { objectStore } from './object-store/index.ts';
import { postgres } from './postgres/index.ts';
import { service } from './service/index.ts';

export type { Component } from './component.ts';
export {
  type ComponentQuantities,
  type CostFacet,
  type CostFacets,
  type CostUnit,
  costUnits,
  hoursPerMonth,
  type Quantity,
  type RegionUse,
  usedAtRest,
} from './cost.ts';

export const components: { readonly [K in Kind]: Component<K> } = {
  network,
  'kubernetes-cluster': kubernetesCluster,
  service,
  aurora,
  postgres,
  'file-store': fileStore,
  'object-store': objectStore,
  'container-registry': containerRegistry,
  'load-balancer': loadBalancer,
  'global-accelerator': globalAccelerator,
  dns,
};

/** The facets that recovery's planner takes. */
export const recoveryFacets: RecoveryFacets = {
  network: network.recovery,
  'kubernetes-cluster': kubernetesCluster.recovery,
  service: service.recovery,
  aurora: aurora.recovery,
  postgres: postgres.recovery,
  'file-store': fileStore.recovery,
  'object-store': objectStore.recovery,
  'container-registry': containerRegistry.recovery,
  'load-balancer': loadBalancer.recovery,
  'global-accelerator': globalAccelerator.recovery,
  dns: dns.recovery,
};

/** Recovery's `plan`, with the facets of every kind. */
export function planFor(input: Parameters<typeof plan>[0]): Planned {
  return plan(input, recoveryFacets);
}

/** What each kind contributes to the bill. */
export const costFacets: CostFacets = {
  network: network.cost,
  'kubernetes-cluster': kubernetesCluster.cost,
  service: service.cost,
  aurora: aurora.cost,
  postgres: postgres.cost,
  'file-store': fileStore.cost,
  'object-store': objectStore.cost,
  'container-registry': containerRegistry.cost,
  'load-balancer': loadBalancer.cost,
  'global-accelerator': globalAccelerator.cost,
  dns: dns.cost,
};

/** What a region takes in a month, component by component: quantities, without a price. */
export function quantitiesFor(
  platform: Platform,
  region: string,
  use: RegionUse,
): readonly ComponentQuantities[] {
  return quantitiesIn(platform, region, use, costFacets);
}
