import type { Aurora } from './kinds/aurora.ts';
import type { ContainerRegistry } from './kinds/container-registry.ts';
import type { Dns } from './kinds/dns.ts';
import type { FileStore } from './kinds/file-store.ts';
import type { GlobalAccelerator } from './kinds/global-accelerator.ts';
import type { KubernetesCluster } from './kinds/kubernetes-cluster.ts';
import type { LoadBalancer } from './kinds/load-balancer.ts';
import type { Network } from './kinds/network.ts';
import type { ObjectStore } from './kinds/object-store.ts';
import type { Postgres } from './kinds/postgres.ts';
import type { Service } from './kinds/service.ts';

export type ResolvedComponent =
  | Network
  | KubernetesCluster
  | Service
  | Aurora
  | Postgres
  | FileStore
  | ObjectStore
  | ContainerRegistry
  | LoadBalancer
  | GlobalAccelerator
  | Dns;

export type Kind = ResolvedComponent['kind'];
export type ComponentOf<K extends Kind> = Extract<ResolvedComponent, { kind: K }>;
