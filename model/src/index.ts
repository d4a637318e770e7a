/**
 * What a user writes. `definePlatform` types it, `resolve` completes and checks it: after that a
 * `Platform` is plain data with every default filled. This package knows nothing of AWS's API, of
 * Terraform or of processes: it never reads a file, a clock or a network.
 */
export type {
  ComponentBase,
  Credentials,
  DataBase,
  DatabaseAlarms,
  DatabaseBase,
  Encryption,
  HealthCheck,
} from './component.ts';
export type { Aurora } from './kinds/aurora.ts';
export type { ContainerRegistry } from './kinds/container-registry.ts';
export type { Dns } from './kinds/dns.ts';
export type { FileStore } from './kinds/file-store.ts';
export type { GlobalAccelerator } from './kinds/global-accelerator.ts';
export type { KubernetesCluster, NodeGroup, NodeGroupSize } from './kinds/kubernetes-cluster.ts';
export type { LoadBalancer, Route } from './kinds/load-balancer.ts';
export type { Network } from './kinds/network.ts';
export type { ObjectStore } from './kinds/object-store.ts';
export type { Postgres } from './kinds/postgres.ts';
export type { Replicas, Resources, Service, ServiceLab } from './kinds/service.ts';
export type { ComponentOf, Kind, ResolvedComponent } from './kinds.ts';
export {
  type Approval,
  approvals,
  type Failure,
  failures,
  type Objective,
  type ObjectiveScope,
  type Objectives,
  objectiveScopes,
  type Platform,
  type Region,
  type Role,
  roles,
  type Strategy,
  strategies,
  type Zone,
} from './platform.ts';
export {
  componentsOf,
  type DatabaseComponent,
  type DataComponent,
  type DataKind,
  databaseComponents,
  databaseKinds,
  dataComponents,
  dataKinds,
  isData,
  isDatabase,
  objectiveFor,
  peers,
  primaryRegion,
  regionOfZone,
  servicesOf,
  standbyRegions,
} from './queries.ts';
