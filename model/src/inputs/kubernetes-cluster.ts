// Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.

import type { TerraformPatches } from '../provider/patches.ts';

/** EKS cluster. */
export interface KubernetesClusterInput<R extends string> {
  readonly kind: 'kubernetes-cluster';
  /** Kubernetes version, like '1.34'. */
  readonly version:
    | string
    | {
        /** What AWS offers by now. */
        readonly used: string;
        /** Who says so. */
        readonly source: string;
      };
  /** Node groups by name. */
  readonly nodeGroups: {
    readonly [name: string]: {
      /** Instance types, the preferred one first. */
      readonly instances: readonly (
        | string
        | {
            /** What AWS offers by now. */
            readonly used: string;
            /** Who says so. */
            readonly source: string;
          }
      )[];
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
  /** Pods that run without nodes, for bursts. Default: none. */
  readonly fargateProfiles?: {
    readonly [name: string]: {
      /** Pods of this namespace. */
      readonly namespace: string;
      /** Only pods with all of these labels. Default: all of the namespace. */
      readonly labels?: { readonly [name: string]: string };
    };
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
