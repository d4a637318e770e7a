/**
 * Every kind of component, one folder each, with what it contributes to each engine. The table is
 * typed over the kinds: a kind without its facets does not compile. Nothing in here imports another
 * component's folder, touches a network, or knows a world.
 */
import type { Kind } from '@outrigger/model';
import { type Planned, plan, type RecoveryFacets } from '@outrigger/recovery';
import { aurora } from './aurora/index.ts';
import type { Component } from './component.ts';
import { containerRegistry } from './container-registry/index.ts';
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
