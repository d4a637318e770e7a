import { z } from 'zod';
import type { ComponentBase } from '../component.ts';
import { bytes, instanceType, integer, pattern, regionNames } from '../fields.ts';
import {
  defineKind,
  type Fill,
  listOf,
  type Surroundings,
  servingRegions,
  type Tell,
  type WrittenComponent,
} from '../kind.ts';

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

/** EKS does not work without these. */
const baseAddOns = ['vpc-cni', 'coredns', 'kube-proxy'] as const;
export const addOns = [
  ...baseAddOns,
  'aws-ebs-csi-driver',
  'aws-efs-csi-driver',
  'aws-load-balancer-controller',
  'cert-manager',
  'cloudwatch-agent',
  'cluster-autoscaler',
  'external-dns',
  'external-secrets',
  'fluent-bit',
  'metrics-server',
] as const;

/** EKS: nodes of one managed node group, before a quota is raised. */
const nodesMax = 450;

const size = {
  min: integer(0, nodesMax, 'nodes').describe('Never fewer nodes.'),
  max: integer(0, nodesMax, 'nodes').describe('Never more nodes.'),
  desired: integer(0, nodesMax, 'nodes').optional().describe('At the start. Default: min.'),
};

const nodeGroup = z.strictObject({
  instances: z
    .array(instanceType())
    .min(1, { error: "names no instance type\nname at least one, like 'm6i.large'" })
    .describe('Instance types, the preferred one first.'),
  ...size,
  standby: z
    .strictObject(size)
    .optional()
    .describe('Size in a standby region. Default: what the strategy needs.'),
  dedicated: z
    .boolean()
    .optional()
    .describe('Only pods that name this group run on it. Default false.'),
  capacity: z.enum(['on-demand', 'spot']).optional().describe('Default on-demand.'),
  ami: z
    .enum([
      'AL2023_x86_64_STANDARD',
      'AL2023_ARM_64_STANDARD',
      'BOTTLEROCKET_x86_64',
      'BOTTLEROCKET_ARM_64',
    ])
    .optional()
    .describe("EKS's image family. Default AL2023_x86_64_STANDARD."),
  userData: z.string().optional().describe('Script that a node runs when it boots.'),
  disk: bytes().optional().describe("Disk of each node, like '50 GiB'."),
});

const schema = z.strictObject({
  kind: z.literal('kubernetes-cluster'),
  version: pattern(
    /^1\.\d{2}$/,
    'is not a Kubernetes version of EKS',
    "write it in quotes, like '1.34'",
  ).describe("Kubernetes version, like '1.34'."),
  nodeGroups: z.record(z.string(), nodeGroup).describe('Node groups by name.'),
  addOns: z
    .array(z.enum(addOns))
    .optional()
    .describe('Besides vpc-cni, coredns, kube-proxy and metrics-server.'),
  regions: regionNames()
    .optional()
    .describe('Default: all regions that the strategy keeps running.'),
  endpoint: z
    .enum(['private', 'public and private'])
    .optional()
    .describe("Who reaches the cluster's API. Default: public and private."),
});

export type WrittenCluster = z.output<typeof schema>;
type WrittenNodeGroup = WrittenCluster['nodeGroups'][string];
type WrittenSize = { min: number; max: number; desired?: number | undefined };

export function isWrittenCluster(
  component: WrittenComponent | undefined,
): component is WrittenCluster {
  return component?.kind === 'kubernetes-cluster';
}

/** Where its clusters are; under backup-restore a standby region has none until it is restored. */
export function clusterRegions(written: WrittenCluster, around: Surroundings): readonly string[] {
  const all = around.regions.map((region) => region.name);
  if (written.regions !== undefined) {
    const named = listOf(written.regions);
    return all.filter((region) => named.includes(region));
  }
  if (around.strategy !== 'backup-restore') return all;
  return servingRegions(around).map((region) => region.name);
}

/** The size that a node group has in a standby region before it is needed. */
export function standbySize(group: WrittenNodeGroup, around: Surroundings): WrittenSize {
  if (group.standby !== undefined) return group.standby;
  if (around.strategy === 'warm-standby') return { min: Math.min(1, group.max), max: group.max };
  if (around.strategy === 'active-active') return group;
  return { min: 0, max: group.max };
}

const standbyReasons = {
  'backup-restore': 'backup-restore runs nothing before it is restored',
  'pilot-light': 'pilot-light keeps compute at zero until it is needed',
  'warm-standby': 'warm-standby keeps a small working copy',
  'active-active': 'active-active runs the same in every region',
} as const;

function checkSize(written: WrittenSize, field: readonly string[], tell: Tell): void {
  const { min, max, desired } = written;
  if (min > max) {
    tell(
      [...field, 'min'],
      `is more than the max of ${max}`,
      `write min: ${max} or less, or max: ${min} or more`,
    );
  } else if (desired !== undefined && (desired < min || desired > max)) {
    tell(
      [...field, 'desired'],
      `is not between min and max`,
      `write ${min} to ${max}, or leave it out`,
    );
  }
}

function check(written: WrittenCluster, around: Surroundings, tell: Tell): void {
  const groups = Object.entries(written.nodeGroups);
  if (groups.length === 0) {
    tell(['nodeGroups'], 'has no node group', 'add one: apps: { instances, min, max }');
  }
  for (const [name, group] of groups) {
    const field = ['nodeGroups', name];
    checkSize(group, field, tell);
    if (group.max === 0) tell([...field, 'max'], 'allows no node at all', 'write 1 or more');
    if (group.standby === undefined) continue;
    checkSize(group.standby, [...field, 'standby'], tell);
    if (group.standby.max < group.min && group.standby.min <= group.standby.max) {
      tell(
        [...field, 'standby', 'max'],
        `is below the ${group.min} nodes that a region needs to serve: it could not scale up`,
        `write ${group.min} or more`,
      );
    }
    if (around.strategy === 'warm-standby' && group.standby.min === 0 && group.min > 0) {
      tell(
        [...field, 'standby', 'min'],
        'is zero, but warm-standby keeps a working copy',
        "write 1 or more, or use strategy: 'pilot-light'",
      );
    }
  }
}

function resolveNodeGroup(
  name: string,
  group: WrittenNodeGroup,
  around: Surroundings,
  fill: Fill,
): NodeGroup {
  const at = (...field: string[]): string[] => ['nodeGroups', name, ...field];
  const standby = standbySize(group, around);
  const filled = fill(
    at('standby'),
    group.standby === undefined ? undefined : standby,
    { min: standby.min, max: standby.max },
    standbyReasons[around.strategy],
  );
  return {
    name,
    instances: group.instances,
    active: {
      min: group.min,
      max: group.max,
      desired: fill(at('desired'), group.desired, group.min, 'starts at min'),
    },
    standby: { min: filled.min, max: filled.max, desired: standby.desired ?? filled.min },
    dedicated: fill(at('dedicated'), group.dedicated, false, 'pods of any service may run on it'),
    capacity: fill(
      at('capacity'),
      group.capacity,
      'on-demand',
      'spot nodes are taken away when a region is short of them',
    ),
    ami: fill(at('ami'), group.ami, 'AL2023_x86_64_STANDARD', "EKS's own default"),
    userData: fill(at('userData'), group.userData, null, 'the image needs no script'),
    diskBytes: fill.bytes(at('disk'), group.disk, 20 * 2 ** 30, "EKS's own default: 20 GiB"),
    subnets: 'private',
  };
}

export const kubernetesCluster = defineKind({
  kind: 'kubernetes-cluster',
  title: 'EKS cluster',
  schema,
  references: {},
  regionReferences: ['regions'],
  name: { lengthMax: 63, because: "a label; EKS's own limit is 100" },
  check,
  resolve: (written, around, fill, name): KubernetesCluster => ({
    kind: 'kubernetes-cluster',
    name,
    regions: fill(
      ['regions'],
      written.regions === undefined ? undefined : clusterRegions(written, around),
      clusterRegions(written, around),
      around.strategy === 'backup-restore'
        ? 'backup-restore builds the others when they are needed'
        : 'the same set-up in every region',
    ),
    version: written.version,
    nodeGroups: Object.fromEntries(
      Object.entries(written.nodeGroups).map(([key, group]) => [
        key,
        resolveNodeGroup(key, group, around, fill),
      ]),
    ),
    addOns: [
      ...new Set([
        ...fill(
          ['addOns'],
          undefined,
          [...baseAddOns, 'metrics-server'],
          'EKS needs the first three, autoscaling by CPU and memory the fourth',
        ),
        ...(written.addOns ?? []),
      ]),
    ],
    controlPlaneLogs: fill(
      ['controlPlaneLogs'],
      undefined,
      ['api', 'audit', 'authenticator'],
      'who did what is asked after an incident',
    ),
    secretsEncryption: fill(['secretsEncryption'], undefined, true, 'by a KMS key of the region'),
    serviceAccountRoles: fill(
      ['serviceAccountRoles'],
      undefined,
      true,
      'each service account has its own role, nodes keep the least',
    ),
    endpoint: fill(
      ['endpoint'],
      written.endpoint,
      'public and private',
      'reachable for a recovery from outside the region; IAM guards it',
    ),
  }),
});
