/**
 * What a user writes. `definePlatform` types it, `resolve` completes and checks it: after that a
 * `Platform` is plain data with every default filled. This package knows nothing of AWS's API, of
 * Terraform or of processes: it never reads a file, a clock or a network.
 */
export type {
  Asked,
  ComponentBase,
  Credentials,
  DataBase,
  DatabaseAlarms,
  DatabaseBase,
  Encryption,
  Existing,
  HealthCheck,
} from './component.ts';
export { definePlatform } from './define-platform.ts';
export type { GroupSize } from './group-size.ts';
export { repositoryOf } from './images.ts';
export type { ComponentInput, ObjectivesInput, PlatformInput, RegionInput } from './input.ts';
export type { AccessAnalyzer } from './kinds/access-analyzer.ts';
export type { Alarms } from './kinds/alarms.ts';
export type { Aurora } from './kinds/aurora.ts';
export type { Cdn } from './kinds/cdn.ts';
export { type Certificate, cloudFrontRegion } from './kinds/certificate.ts';
export type { ContainerRegistry } from './kinds/container-registry.ts';
export type { Dns } from './kinds/dns.ts';
export type { Documentdb } from './kinds/documentdb.ts';
export type { Dynamodb } from './kinds/dynamodb.ts';
export type { EventSource, Events } from './kinds/events.ts';
export type { FileStore } from './kinds/file-store.ts';
export type { Firewall } from './kinds/firewall.ts';
export type { GlobalAccelerator } from './kinds/global-accelerator.ts';
export type { KeyPair } from './kinds/key-pair.ts';
export type { Keys } from './kinds/keys.ts';
export type { FargateProfile, KubernetesCluster, NodeGroup } from './kinds/kubernetes-cluster.ts';
export type { LoadBalancer, Route } from './kinds/load-balancer.ts';
export type { MachineImage } from './kinds/machine-image.ts';
export type { Network } from './kinds/network.ts';
export type { ObjectStore } from './kinds/object-store.ts';
export type { Pipeline, PipelineSource, Source, Stage } from './kinds/pipeline.ts';
export type { Postgres } from './kinds/postgres.ts';
export type { Secrets } from './kinds/secrets.ts';
export type { Service, ServiceLab } from './kinds/service.ts';
export type { VirtualMachines } from './kinds/virtual-machines.ts';
export type { Job, WorkforceIdentity } from './kinds/workforce-identity.ts';
export type { ComponentOf, DataKind, Kind, ResolvedComponent } from './kinds.ts';
export { isKind, isWrittenEverywhere, kinds } from './kinds.ts';
export { labelOf } from './labels.ts';
export { type KindLimit, kindLimits, type StrategyLimit, strategyLimits } from './limits.ts';
export { lineOf, linesIn } from './locate.ts';
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
  type PlannedObjective,
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
export type { AwsDataSources } from './provider/generated/data.ts';
export type { AwsEphemerals } from './provider/generated/ephemeral.ts';
export type { AwsResources } from './provider/generated/resources.ts';
export type { TerraformPatches } from './provider/patches.ts';
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
  neededStores,
  objectiveFor,
  peers,
  primaryRegion,
  regionOfZone,
  servicesOf,
} from './queries.ts';
export {
  completed,
  type Default,
  explain,
  type Resolution,
  type ResolveOptions,
  resolve,
} from './resolve.ts';
export { platformJsonSchema, type WrittenPlatform } from './schema.ts';
export { Unchecked } from './unchecked.ts';
