import type { ComponentBase } from '../component.ts';

/** EKS: one cluster in each of its regions, all alike but for their size. */
export interface KubernetesCluster extends ComponentBase {
  readonly kind: 'kubernetes-cluster';
  /** `1.34` */
  readonly version: string;
  readonly nodeGroups: { readonly [nodeGroup: string]: NodeGroup };
  readonly addOns: readonly string[];
  readonly controlPlaneLogs: readonly string[];
  /** Kubernetes secrets are encrypted with a KMS key of the region. */
  readonly secretsEncryption: boolean;
  /** IAM roles for service accounts, by the cluster's OIDC provider. */
  readonly serviceAccountRoles: boolean;
  readonly endpoint: 'private' | 'public and private';
}

export interface NodeGroup {
  readonly name: string;
  readonly instances: readonly string[];
  /** In a region that serves. */
  readonly active: NodeGroupSize;
  /** In a standby region before it is needed. A recovery scales it to `active`. */
  readonly standby: NodeGroupSize;
  /** Only pods that name this group run on it (a taint). */
  readonly dedicated: boolean;
  readonly capacity: 'on-demand' | 'spot';
  /** EKS's name of an image family: `AL2023_x86_64_STANDARD`. */
  readonly ami: string;
  readonly userData: string | null;
  readonly diskBytes: number;
  readonly subnets: 'private' | 'public';
}

export interface NodeGroupSize {
  readonly min: number;
  readonly max: number;
  readonly desired: number;
}
