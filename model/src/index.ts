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
export { definePlatform } from './define-platform.ts';
export type { ComponentInput, ObjectivesInput, PlatformInput, RegionInput } from './input.ts';
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
export type { Service, ServiceLab } from './kinds/service.ts';
export type { ComponentOf, DataKind, Kind, ResolvedComponent } from './kinds.ts';
export { isKind, kinds } from './kinds.ts';
export { type KindLimit, kindLimits, type StrategyLimit, strategyLimits } from './limits.ts';
export { lineOf } from './locate.ts';
export { listNames, mendName, nearest } from './near.ts';
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
export type { Replicas, Resources } from './pods.ts';
export { formatPath, type Json, type Path, type Problem } from './problem.ts';
export {
  formatBytes,
  formatDuration,
  parseBytes,
  parseDuration,
  type Quantity,
} from './quantities.ts';
export {
  componentsOf,
  type DatabaseComponent,
  type DataComponent,
  databaseComponents,
  dataComponents,
  isData,
  isDatabase,
  objectiveFor,
  peers,
  primaryRegion,
  regionOfZone,
  servicesOf,
} from './queries.ts';
export { type Default, explain, type Resolution, type ResolveOptions, resolve } from './resolve.ts';
export { platformJsonSchema, type WrittenPlatform } from './schema.ts';
