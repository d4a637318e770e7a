// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** Service. */
export interface ServiceInput<N extends string, R extends string> {
  readonly kind: 'service';
  /** The cluster that it runs in. */
  readonly in: N;
  /** Its repository in the registry, like 'shop/web'; with a host, another registry's. */
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
  /** It stands already, found by its id or its tags: read, never created. */
  readonly existing?:
    | {
        readonly id: string | { readonly [region in R]?: string };
      }
    | {
        readonly tags: { readonly [name: string]: string };
      };
  /** Attributes to set in the Terraform that is written, by address of the resource. */
  readonly terraform?: TerraformPatches;
}
