/**
 * Every kind of component, one folder each, with what it contributes to each engine. The table is
 * typed over the kinds: a kind without its facets does not compile. Nothing in here imports another
 * component's folder, touches a network, or knows a world.
 */
import type { Kind, Platform, Problem } from '@outrigger/model';
import { type Planned, plan, type RecoveryFacets, type RecoveryState } from '@outrigger/recovery';
import {
  buildTerraform,
  type TerraformBuild,
  type TerraformFacets,
  terraformProblems,
} from '@outrigger/terraform';
import { accessAnalyzer } from './access-analyzer/index.ts';
import { alarms } from './alarms/index.ts';
import { aurora } from './aurora/index.ts';
import { cdn } from './cdn/index.ts';
import { certificate } from './certificate/index.ts';
import type { Component } from './component.ts';
import { containerRegistry } from './container-registry/index.ts';
import { type ComponentQuantities, type CostFacets, quantitiesIn, type RegionUse } from './cost.ts';
import { dns } from './dns/index.ts';
import { documentdb } from './documentdb/index.ts';
import { dynamodb } from './dynamodb/index.ts';
import { events } from './events/index.ts';
import { fileStore } from './file-store/index.ts';
import { firewall } from './firewall/index.ts';
import { globalAccelerator } from './global-accelerator/index.ts';
import { keyPair } from './key-pair/index.ts';
import { keys } from './keys/index.ts';
import { kubernetesCluster } from './kubernetes-cluster/index.ts';
import { loadBalancer } from './load-balancer/index.ts';
import { machineImage } from './machine-image/index.ts';
import { network } from './network/index.ts';
import { objectStore } from './object-store/index.ts';
import { pipeline } from './pipeline/index.ts';
import { postgres } from './postgres/index.ts';
import { secrets } from './secrets/index.ts';
import { service } from './service/index.ts';
import { virtualMachines } from './virtual-machines/index.ts';
import { workforceIdentity } from './workforce-identity/index.ts';

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
  'virtual-machines': virtualMachines,
  'machine-image': machineImage,
  'key-pair': keyPair,
  documentdb,
  dynamodb,
  cdn,
  certificate,
  firewall,
  keys,
  secrets,
  alarms,
  events,
  'workforce-identity': workforceIdentity,
  'access-analyzer': accessAnalyzer,
  pipeline,
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
  'virtual-machines': virtualMachines.recovery,
  'machine-image': machineImage.recovery,
  'key-pair': keyPair.recovery,
  documentdb: documentdb.recovery,
  dynamodb: dynamodb.recovery,
  cdn: cdn.recovery,
  certificate: certificate.recovery,
  firewall: firewall.recovery,
  keys: keys.recovery,
  secrets: secrets.recovery,
  alarms: alarms.recovery,
  events: events.recovery,
  'workforce-identity': workforceIdentity.recovery,
  'access-analyzer': accessAnalyzer.recovery,
  pipeline: pipeline.recovery,
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
  'virtual-machines': virtualMachines.cost,
  'machine-image': machineImage.cost,
  'key-pair': keyPair.cost,
  documentdb: documentdb.cost,
  dynamodb: dynamodb.cost,
  cdn: cdn.cost,
  certificate: certificate.cost,
  firewall: firewall.cost,
  keys: keys.cost,
  secrets: secrets.cost,
  alarms: alarms.cost,
  events: events.cost,
  'workforce-identity': workforceIdentity.cost,
  'access-analyzer': accessAnalyzer.cost,
  pipeline: pipeline.cost,
};

/** What a region takes in a month, component by component: quantities, without a price. */
export function quantitiesFor(
  platform: Platform,
  region: string,
  use: RegionUse,
): readonly ComponentQuantities[] {
  return quantitiesIn(platform, region, use, costFacets);
}

/** What each kind contributes to Terraform. */
export const terraformFacets: TerraformFacets = {
  network: network.terraform,
  'kubernetes-cluster': kubernetesCluster.terraform,
  service: service.terraform,
  aurora: aurora.terraform,
  postgres: postgres.terraform,
  'file-store': fileStore.terraform,
  'object-store': objectStore.terraform,
  'container-registry': containerRegistry.terraform,
  'load-balancer': loadBalancer.terraform,
  'global-accelerator': globalAccelerator.terraform,
  dns: dns.terraform,
  'virtual-machines': virtualMachines.terraform,
  'machine-image': machineImage.terraform,
  'key-pair': keyPair.terraform,
  documentdb: documentdb.terraform,
  dynamodb: dynamodb.terraform,
  cdn: cdn.terraform,
  certificate: certificate.terraform,
  firewall: firewall.terraform,
  keys: keys.terraform,
  secrets: secrets.terraform,
  alarms: alarms.terraform,
  events: events.terraform,
  'workforce-identity': workforceIdentity.terraform,
  'access-analyzer': accessAnalyzer.terraform,
  pipeline: pipeline.terraform,
};

/** All Terraform of a platform, as it is by what recovery has journaled. */
export function terraformFor(platform: Platform, state: RecoveryState): TerraformBuild {
  return buildTerraform(platform, state, terraformFacets);
}

/** What AWS would refuse of it; throws `Unchecked` where its other problems are in the way. */
export function refusedOf(platform: Platform, state: RecoveryState): readonly Problem[] {
  return terraformProblems(platform, state, terraformFacets);
}
