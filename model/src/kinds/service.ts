import type { ComponentBase } from '../component.ts';

/** One microservice: a Deployment in each region of its cluster. */
export interface Service extends ComponentBase {
  readonly kind: 'service';
  /** A kubernetes-cluster. */
  readonly in: string;
  /** A key of the cluster's node groups. */
  readonly nodeGroup: string;
  readonly namespace: string;
  readonly image: string;
  readonly port: number;
  /** What it calls: services and stores, by component name. */
  readonly needs: readonly string[];
  /** Pods in a region that serves, and what the autoscaler keeps them at. */
  readonly replicas: Replicas;
  /** Pods in a standby region before it is needed; min 0 means that none runs. */
  readonly standby: { readonly min: number; readonly max: number };
  readonly resources: Resources;
  readonly healthPath: string;
  readonly readyPath: string;
  readonly metricsPath: string;
  /** Path prefixes that load balancers send it. */
  readonly paths: readonly string[];
  /**
   * Whether it obeys hold, release and admit during a planned move: it queues writes, then sends
   * them where the epoch went. Without one a move is announced, not hidden.
   */
  readonly holdsWrites: boolean;
  readonly rollout: { readonly maxUnavailablePercent: number };
  readonly disruption: { readonly maxUnavailablePercent: number };
  /** Preferred pod anti-affinity over zones; the weight is Kubernetes' 1 to 100. */
  readonly spread: { readonly over: 'zones'; readonly weight: number };
  /** How the user's own code runs in the lab; null: a labelled stand-in plays it. */
  readonly lab: ServiceLab | null;
}

export interface Replicas {
  readonly min: number;
  readonly max: number;
  readonly on: { readonly cpuPercent: number; readonly memoryPercent: number | null };
}

/** Of one pod. Requests are promised, limits are never passed. */
export interface Resources {
  readonly requests: { readonly cpuMillicores: number; readonly memoryBytes: number };
  readonly limits: { readonly cpuMillicores: number; readonly memoryBytes: number };
}

export interface ServiceLab {
  /**
   * Argument vector. Paths are relative to the platform file. The lab's own Node runs it when its
   * first word ends in `.ts`.
   */
  readonly run: readonly string[];
  /** Path prefixes that the lab's load balancer sends it; the service's `paths` unless written. */
  readonly paths: readonly string[];
  readonly environment: { readonly [name: string]: string };
}
