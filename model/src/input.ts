/**
 * What a platform file may say: `N` are its component names, `R` its region names.
 *
 * Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.
 */
import type { Strategy } from './platform.ts';

/** One component; its `kind` decides the rest. */
export type ComponentInput<N extends string, R extends string> =
  | NetworkInput
  | KubernetesClusterInput<R>
  | ServiceInput<N>
  | AuroraInput<R>
  | PostgresInput<R>
  | FileStoreInput<R>
  | ObjectStoreInput<R>
  | ContainerRegistryInput<R>
  | LoadBalancerInput<N>
  | GlobalAcceleratorInput<N, R>
  | DnsInput<N>;

/** The VPC of each region, and what joins them. */
export interface NetworkInput {
  readonly kind: 'network';
  /** Whether the VPCs of all regions reach each other. Default: all regions. */
  readonly peering?: 'all regions' | 'none';
  /** How private subnets reach outside. Default: one per zone. */
  readonly nat?: 'one per zone' | 'one per region' | 'none';
  /** Network ACLs on each subnet, besides security groups. Default true. */
  readonly networkAcls?: boolean;
  /** Logs of the traffic, for audits. Default: none are kept. */
  readonly flowLogs?: {
    /** How long they are kept. */
    readonly keep: string;
  };
}

/** EKS cluster. */
export interface KubernetesClusterInput<R extends string> {
  readonly kind: 'kubernetes-cluster';
  /** Kubernetes version, like '1.34'. */
  readonly version: string;
  /** Node groups by name. */
  readonly nodeGroups: {
    readonly [name: string]: {
      /** Instance types, the preferred one first. */
      readonly instances: readonly string[];
      /** Never fewer nodes. */
      readonly min: number;
      /** Never more nodes. */
      readonly max: number;
      /** At the start. Default: min. */
      readonly desired?: number;
      /** Size in a standby region. Default: what the strategy needs. */
      readonly standby?: {
        /** Never fewer nodes. */
        readonly min: number;
        /** Never more nodes. */
        readonly max: number;
        /** At the start. Default: min. */
        readonly desired?: number;
      };
      /** Only pods that name this group run on it. Default false. */
      readonly dedicated?: boolean;
      /** Default on-demand. */
      readonly capacity?: 'on-demand' | 'spot';
      /** EKS's image family. Default AL2023_x86_64_STANDARD. */
      readonly ami?:
        | 'AL2023_x86_64_STANDARD'
        | 'AL2023_ARM_64_STANDARD'
        | 'BOTTLEROCKET_x86_64'
        | 'BOTTLEROCKET_ARM_64';
      /** Script that a node runs when it boots. */
      readonly userData?: string;
      /** Disk of each node, like '50 GiB'. */
      readonly disk?: string;
    };
  };
  /** Besides vpc-cni, coredns, kube-proxy and metrics-server. */
  readonly addOns?: readonly (
    | 'vpc-cni'
    | 'coredns'
    | 'kube-proxy'
    | 'aws-ebs-csi-driver'
    | 'aws-efs-csi-driver'
    | 'aws-load-balancer-controller'
    | 'cert-manager'
    | 'cloudwatch-agent'
    | 'cluster-autoscaler'
    | 'external-dns'
    | 'external-secrets'
    | 'fluent-bit'
    | 'metrics-server'
  )[];
  /** Default: all regions that the strategy keeps running. */
  readonly regions?: R | readonly R[];
  /** Who reaches the cluster's API. Default: public and private. */
  readonly endpoint?: 'private' | 'public and private';
}

/** Service. */
export interface ServiceInput<N extends string> {
  readonly kind: 'service';
  /** The cluster that it runs in. */
  readonly in: N;
  /** Its repository in the registry. */
  readonly image: string;
  /** Where it listens. */
  readonly port: number;
  /** One of the cluster's node groups. Default: the only one that is not dedicated. */
  readonly nodeGroup?: string;
  /** Default: the platform's name. */
  readonly namespace?: string;
  /** Services and stores that it calls. */
  readonly needs?: readonly N[];
  /** Pods in a region that serves. */
  readonly replicas: {
    /** Never fewer pods in a region that serves. */
    readonly min: number;
    /** Never more pods. */
    readonly max: number;
    /** What the autoscaler looks at. Default: 70 percent of CPU. */
    readonly on?: {
      /** Percent of the requested CPU to keep it at. */
      readonly cpu?: number;
      /** Percent of the requested memory to keep it at. */
      readonly memory?: number;
    };
  };
  /** Pods in a standby region. Default: what the strategy needs. */
  readonly standby?: {
    readonly min: number;
    readonly max: number;
  };
  /** Of one pod. */
  readonly resources?: {
    /** Promised to each pod. */
    readonly requests: {
      /** Cores: 0.25 is a quarter of one. */
      readonly cpu: number;
      /** Like '256 MiB'. */
      readonly memory: string;
    };
    /** Never passed. */
    readonly limits: {
      /** Cores: 0.25 is a quarter of one. */
      readonly cpu: number;
      /** Like '256 MiB'. */
      readonly memory: string;
    };
  };
  /** Where it tells about itself. */
  readonly paths?: {
    /** Default /healthz. */
    readonly health?: string;
    /** Default /readyz. */
    readonly ready?: string;
    /** Default /metrics. */
    readonly metrics?: string;
  };
  /** It obeys hold, release and admit during a planned move. Default false. */
  readonly holdsWrites?: boolean;
  /** Pods, in percent, that a rolling update may take away at once. Default 25. */
  readonly rollout?: {
    readonly maxUnavailable: number;
  };
  /** Pods, in percent, that maintenance may take away at once. Default 25. */
  readonly disruption?: {
    readonly maxUnavailable: number;
  };
  /** How strongly pods prefer different zones. Default 100. */
  readonly spread?: {
    readonly weight: number;
  };
  /** How your code runs in the lab. Without it a labelled stand-in plays the service. */
  readonly lab?: {
    /** Program and arguments; paths are relative to the platform file. */
    readonly run: readonly string[];
    /** Default: the routes of its load balancers. */
    readonly paths?: readonly string[];
    /** Environment variables; '{orders.urls}' stands for the addresses of a service. */
    readonly environment?: { readonly [name: string]: string };
  };
}

/** Aurora. */
export interface AuroraInput<R extends string> {
  readonly kind: 'aurora';
  /** What it is compatible with. */
  readonly engine: 'mysql' | 'postgresql';
  /** Of MySQL or PostgreSQL, like '8.0' or '17.4'. */
  readonly version: string;
  /** The region that writes at the start. Default: the primary. */
  readonly writerIn?: R;
  /** Regions that hold an asynchronous copy. Default: what the strategy needs. */
  readonly replicaIn?: R | readonly R[];
  /** A copy in a second zone holds every acknowledged write. Default true. */
  readonly multiZone?: boolean;
  /** Instance class, like 'db.r6g.large'. */
  readonly size: string;
  /** Default: the usual port of the engine. */
  readonly port?: number;
  /** The database's own name. Default: the platform's. */
  readonly database?: string;
  /** How long automated backups are kept: 1d to 35d. */
  readonly backups?: string;
  /** Daily, in UTC: '03:00-04:00'. */
  readonly backupWindow?: string;
  /** Weekly, in UTC: 'sun:04:30-sun:05:30'. */
  readonly maintenanceWindow?: string;
  /** Credentials are managed by AWS Secrets Manager; nobody writes one down. */
  readonly passwords?: {
    /** The password is changed this often. */
    readonly rotation?: string;
    /** Of a generated password. */
    readonly lengthMin?: number;
  };
  /** When the operator is called. */
  readonly alarms?: {
    /** Lag of a replica that calls the operator. */
    readonly replicationLag?: string;
    /** CPU use, in percent, that calls the operator. */
    readonly cpu?: number;
  };
  /** Writer and readers in the region that writes. Default 2. */
  readonly instances?: number;
  /** Readers in each region that follows. Default 1. */
  readonly replicaInstances?: number;
}

/** RDS for PostgreSQL. */
export interface PostgresInput<R extends string> {
  readonly kind: 'postgres';
  /** Like '17' or '17.4'. */
  readonly version: string;
  /** The region that writes at the start. Default: the primary. */
  readonly writerIn?: R;
  /** Regions that hold an asynchronous copy. Default: what the strategy needs. */
  readonly replicaIn?: R | readonly R[];
  /** A copy in a second zone holds every acknowledged write. Default true. */
  readonly multiZone?: boolean;
  /** Instance class, like 'db.r6g.large'. */
  readonly size: string;
  /** Default: the usual port of the engine. */
  readonly port?: number;
  /** The database's own name. Default: the platform's. */
  readonly database?: string;
  /** How long automated backups are kept: 1d to 35d. */
  readonly backups?: string;
  /** Daily, in UTC: '03:00-04:00'. */
  readonly backupWindow?: string;
  /** Weekly, in UTC: 'sun:04:30-sun:05:30'. */
  readonly maintenanceWindow?: string;
  /** Credentials are managed by AWS Secrets Manager; nobody writes one down. */
  readonly passwords?: {
    /** The password is changed this often. */
    readonly rotation?: string;
    /** Of a generated password. */
    readonly lengthMin?: number;
  };
  /** When the operator is called. */
  readonly alarms?: {
    /** Lag of a replica that calls the operator. */
    readonly replicationLag?: string;
    /** CPU use, in percent, that calls the operator. */
    readonly cpu?: number;
  };
  /** Disk, 20 GiB to 64 TiB. Default '100 GiB'. */
  readonly storage?: string;
}

/** EFS. */
export interface FileStoreInput<R extends string> {
  readonly kind: 'file-store';
  /** The region that writes at the start. Default: the primary. */
  readonly writerIn?: R;
  /** Regions that hold an asynchronous copy. Default: what the strategy needs. */
  readonly replicaIn?: R | readonly R[];
  /** A copy in a second zone holds every acknowledged write. Default true. */
  readonly multiZone?: boolean;
  /** Default elastic. */
  readonly throughput?: 'elastic' | 'bursting';
  /** Files untouched for this long move to the cheaper class. Default: never. */
  readonly coldAfter?: string;
  /** Daily, by AWS Backup. Default true. */
  readonly backups?: boolean;
}

/** S3 bucket. */
export interface ObjectStoreInput<R extends string> {
  readonly kind: 'object-store';
  /** The region that writes at the start. Default: the primary. */
  readonly writerIn?: R;
  /** Regions that hold an asynchronous copy. Default: what the strategy needs. */
  readonly replicaIn?: R | readonly R[];
  /** A copy in a second zone holds every acknowledged write. Default true. */
  readonly multiZone?: boolean;
  /** Default true; replication needs it. */
  readonly versioning?: boolean;
  /** 99.99 percent of objects are replicated within 15 minutes. Default false. */
  readonly replicationTimeControl?: boolean;
  /** Anyone may read. Default false. */
  readonly publicAccess?: boolean;
  /** Objects are deleted at this age. Default: never. */
  readonly expireAfter?: string;
}

/** ECR. */
export interface ContainerRegistryInput<R extends string> {
  readonly kind: 'container-registry';
  /** Where images are pushed. Default: the primary. */
  readonly writerIn?: R;
  /** Default: every other region. */
  readonly replicateTo?: R | readonly R[];
  /** Default true. */
  readonly scanOnPush?: boolean;
  /** A tag is never moved. Default true. */
  readonly immutableTags?: boolean;
  /** Images kept of each repository. Default 100. */
  readonly imagesMax?: number;
}

/** Load balancer: ALB or NLB. */
export interface LoadBalancerInput<N extends string> {
  readonly kind: 'load-balancer';
  /** 7 for HTTP (ALB), 4 for TCP (NLB). */
  readonly layer: 4 | 7;
  /** The cluster that it sends to. */
  readonly in: N;
  /** A service, or a service for each path prefix: { '/api': 'gateway', '/': 'web' }. */
  readonly to: N | { readonly [name: string]: N };
  /** Default: /readyz every 10s, 2 answers. */
  readonly healthCheck?: {
    /** What is asked. Default /readyz. */
    readonly path?: string;
    /** Between two checks. */
    readonly interval?: string;
    /** Answers in a row that change the verdict. */
    readonly threshold?: number;
  };
  /** Default internet-facing. */
  readonly scheme?: 'internet-facing' | 'internal';
  /** HTTPS only; needs a certificate. Default true. */
  readonly tls?: boolean;
}

/** Global Accelerator. */
export interface GlobalAcceleratorInput<N extends string, R extends string> {
  readonly kind: 'global-accelerator';
  /** A load balancer. */
  readonly to: N;
  /** Percent of a region's traffic that it takes. Default: 100, standby regions 0. */
  readonly dial?: { readonly [region in R]?: number };
  /** Every '10s' or '30s'. Default: /readyz, 10s, 3. */
  readonly healthCheck?: {
    /** What is asked. Default /readyz. */
    readonly path?: string;
    /** Between two checks. */
    readonly interval?: string;
    /** Answers in a row that change the verdict. */
    readonly threshold?: number;
  };
}

/** A name in Route 53. */
export interface DnsInput<N extends string> {
  readonly kind: 'dns';
  /** The hosted zone. */
  readonly zone: string;
  /** A name in the zone. Default: the zone itself. */
  readonly record?: string;
  /** A global accelerator or a load balancer. */
  readonly to: N;
  /** Default: simple to an accelerator, failover between load balancers. */
  readonly routing?: 'simple' | 'failover' | 'geo' | 'latency';
  /** How long clients may keep an answer. Default 60s. */
  readonly ttl?: string;
  /** Every '10s' or '30s'. Default: /readyz, 10s, 3. */
  readonly healthCheck?: {
    /** What is asked. Default /readyz. */
    readonly path?: string;
    /** Between two checks. */
    readonly interval?: string;
    /** Answers in a row that change the verdict. */
    readonly threshold?: number;
  };
}

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
    /** Who decides about a step that may lose data. Default: always a person. */
    readonly approval?: 'always' | 'when data may be lost' | 'pre-approved';
  };
  /** A whole region is gone. Needed with two regions or more. */
  readonly 'region-loss'?: {
    /** Acknowledged writes younger than this may be lost; '0s' is none. */
    readonly rpo: string;
    /** Every client is served again within this. */
    readonly rto: string;
    /** Who decides about a step that may lose data. Default: always a person. */
    readonly approval?: 'always' | 'when data may be lost' | 'pre-approved';
  };
  /** A region is cut off, but alive. Default: region-loss's figures; a person decides. */
  readonly partition?: {
    /** Acknowledged writes younger than this may be lost; '0s' is none. */
    readonly rpo: string;
    /** Every client is served again within this. */
    readonly rto: string;
    /** Who decides about a step that may lose data. Default: always a person. */
    readonly approval?: 'always' | 'when data may be lost' | 'pre-approved';
  };
  /** Data is wrong, and its replicas with it. */
  readonly 'data-corruption'?: {
    /** Acknowledged writes younger than this may be lost; '0s' is none. */
    readonly rpo: string;
    /** Every client is served again within this. */
    readonly rto: string;
    /** Who decides about a step that may lose data. Default: always a person. */
    readonly approval?: 'always' | 'when data may be lost' | 'pre-approved';
  };
  /** Planned moves: switchover and failback. They lose nothing. Default rto 5s. */
  readonly switchover?: {
    /** Longest pause of writes. */
    readonly rto: string;
    /** Who decides about a step that may lose data. Default: always a person. */
    readonly approval?: 'always' | 'when data may be lost' | 'pre-approved';
  };
}

/** What `definePlatform` takes. Keys are names, used in references and in every output. */
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
