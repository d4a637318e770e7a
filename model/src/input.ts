/**
 * What a platform file may say: `N` are its component names, `R` its region names.
 *
 * Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.
 */
import type { AccessAnalyzerInput } from './inputs/access-analyzer.ts';
import type { AlarmsInput } from './inputs/alarms.ts';
import type { AuroraInput } from './inputs/aurora.ts';
import type { CdnInput } from './inputs/cdn.ts';
import type { CertificateInput } from './inputs/certificate.ts';
import type { ContainerRegistryInput } from './inputs/container-registry.ts';
import type { DnsInput } from './inputs/dns.ts';
import type { DocumentdbInput } from './inputs/documentdb.ts';
import type { DynamodbInput } from './inputs/dynamodb.ts';
import type { EventsInput } from './inputs/events.ts';
import type { FileStoreInput } from './inputs/file-store.ts';
import type { FirewallInput } from './inputs/firewall.ts';
import type { GlobalAcceleratorInput } from './inputs/global-accelerator.ts';
import type { KeyPairInput } from './inputs/key-pair.ts';
import type { KeysInput } from './inputs/keys.ts';
import type { KubernetesClusterInput } from './inputs/kubernetes-cluster.ts';
import type { LoadBalancerInput } from './inputs/load-balancer.ts';
import type { MachineImageInput } from './inputs/machine-image.ts';
import type { NetworkInput } from './inputs/network.ts';
import type { ObjectStoreInput } from './inputs/object-store.ts';
import type { PipelineInput } from './inputs/pipeline.ts';
import type { PostgresInput } from './inputs/postgres.ts';
import type { SecretsInput } from './inputs/secrets.ts';
import type { ServiceInput } from './inputs/service.ts';
import type { VirtualMachinesInput } from './inputs/virtual-machines.ts';
import type { WorkforceIdentityInput } from './inputs/workforce-identity.ts';
import type { Strategy } from './platform.ts';

/** One component; its `kind` decides the rest. */
export type ComponentInput<N extends string, R extends string> =
  | NetworkInput<R>
  | KubernetesClusterInput<R>
  | ServiceInput<N, R>
  | AuroraInput<R>
  | PostgresInput<R>
  | FileStoreInput<R>
  | ObjectStoreInput<R>
  | ContainerRegistryInput<R>
  | LoadBalancerInput<N, R>
  | GlobalAcceleratorInput<N, R>
  | DnsInput<N, R>
  | VirtualMachinesInput<N, R>
  | MachineImageInput<N, R>
  | KeyPairInput<R>
  | DocumentdbInput<R>
  | DynamodbInput<R>
  | CdnInput<N, R>
  | CertificateInput<R>
  | FirewallInput<N, R>
  | KeysInput<N, R>
  | SecretsInput<R>
  | AlarmsInput<N, R>
  | EventsInput<R>
  | WorkforceIdentityInput<R>
  | AccessAnalyzerInput<N, R>
  | PipelineInput<N, R>;

/** A region, by its AWS name. */
export interface RegionInput {
  /** Where it starts: primary and peer serve, standby waits. */
  readonly role: 'primary' | 'standby' | 'peer';
  /** Address range of its VPC, like '10.0.0.0/16'; no two regions share one. */
  readonly cidr: string;
  /** How many zones, or their names, or their names with subnets. */
  readonly zones:
    | number
    | readonly string[]
    | {
        readonly [name: string]: {
          /** Subnet of what faces the internet. */
          readonly public: string;
          /** Subnet of nodes and databases. */
          readonly private: string;
        };
      };
  /** Zones in which nodes and services run: how many, or which. Default: all. */
  readonly workloadZones?: number | readonly string[];
}

/** What a loss may cost. */
export interface ObjectivesInput {
  /** One zone is gone. */
  readonly 'zone-loss': {
    /** Acknowledged writes younger than this may be lost; '0s' is none. */
    readonly rpo: string;
    /** Every client is served again within this. */
    readonly rto: string;
    /** Who decides about a step that may lose data. Default: 'when data may be lost'. */
    readonly approval?: 'always' | 'when data may be lost';
  };
  /** A whole region is gone. Needed with two regions or more. */
  readonly 'region-loss'?: {
    /** Acknowledged writes younger than this may be lost; '0s' is none. */
    readonly rpo: string;
    /** Every client is served again within this. */
    readonly rto: string;
    /** Who decides about a step that may lose data. Default: 'always'. */
    readonly approval?: 'always' | 'when data may be lost';
  };
  /** A region is cut off, but alive: approved like region-loss. Default: its figures. */
  readonly partition?: {
    /** Acknowledged writes younger than this may be lost; '0s' is none. */
    readonly rpo: string;
    /** Every client is served again within this. */
    readonly rto: string;
  };
  /** Data is wrong, and its replicas with it. */
  readonly 'data-corruption'?: {
    /** Acknowledged writes younger than this may be lost; '0s' is none. */
    readonly rpo: string;
    /** Every client is served again within this. */
    readonly rto: string;
    /** Who decides about a step that may lose data. Default: 'always'. */
    readonly approval?: 'always' | 'when data may be lost';
  };
  /** Planned moves: switchover and failback. They lose nothing. */
  readonly switchover?: {
    /** Longest pause of writes. */
    readonly rto: string;
    /** Who decides about a step that may lose data. Default: 'when data may be lost'. */
    readonly approval?: 'always' | 'when data may be lost';
  };
}

/** What `definePlatform` takes. Keys are names, in every output too. */
export interface PlatformInput<N extends string, R extends string> {
  /** The platform, in every output. Lower case, digits and hyphens. */
  readonly name: string;
  /** How much runs in a standby region before it is needed. */
  readonly strategy: Strategy;
  /** What a loss may cost: RPO and RTO for each failure. */
  readonly objectives: ObjectivesInput;
  /** Regions by their AWS names. */
  readonly regions: { readonly [region in R]: RegionInput };
  /** Components by name. */
  readonly components: { readonly [name in N]: ComponentInput<NoInfer<N>, NoInfer<R>> };
}
