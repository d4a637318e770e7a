import { z } from 'zod';
import { checkUserData, checkVolume, partHeaders } from '../checks/machines.ts';
import { checkInstanceType, checkVersion } from '../checks/offers.ts';
import { commonFields, fillBase } from '../common.ts';
import type { ComponentBase } from '../component.ts';
import { bytes, instanceType, namespace, orVouchedFor, pattern, regionNames } from '../fields.ts';
import { usedOf } from '../figures.ts';
import { checkGroup, fillGroup, type GroupSize, groupSize } from '../group-size.ts';
import {
  defineKind,
  type Fill,
  runningRegions,
  type Surroundings,
  type Tell,
  type WrittenComponent,
} from '../kind.ts';
import { versionOffers } from '../offers.ts';

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
  /** Pods of these namespaces run without nodes. */
  readonly fargateProfiles: { readonly [profile: string]: FargateProfile };
}

/** Which pods run on Fargate: those of the namespace that have all the labels. */
export interface FargateProfile {
  readonly name: string;
  readonly namespace: string;
  readonly labels: { readonly [label: string]: string };
}

export interface NodeGroup {
  readonly name: string;
  readonly instances: readonly string[];
  /** In a region that serves. */
  readonly active: GroupSize;
  /** In a standby region before it is needed. A recovery scales it to `active`. */
  readonly standby: GroupSize;
  /** Only pods that name this group run on it (a taint). */
  readonly dedicated: boolean;
  readonly capacity: 'on-demand' | 'spot';
  /** EKS's name of an image family: `AL2023_x86_64_STANDARD`. */
  readonly ami: string;
  readonly userData: string | null;
  readonly diskBytes: number;
  readonly subnets: 'private' | 'public';
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

/** EKS takes it where none is named. */
const usualImage = 'AL2023_x86_64_STANDARD';

const nodeGroup = z.strictObject({
  instances: z
    .array(orVouchedFor(instanceType()))
    .min(1, { error: "names no instance type\nname at least one, like 'm6i.large'" })
    .describe('Instance types, the preferred one first.'),
  ...groupSize('nodes'),
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

const fargateProfile = z.strictObject({
  namespace: namespace().describe('Pods of this namespace.'),
  labels: z
    .record(z.string(), z.string())
    .optional()
    .describe('Only pods with all of these labels. Default: all of the namespace.'),
});

/** EKS: what its own namespaces begin with. */
const reserved = 'eks';

const schema = z.strictObject({
  kind: z.literal('kubernetes-cluster'),
  version: orVouchedFor(
    pattern(/^1\.\d{2}$/, 'is not a Kubernetes version of EKS', "write it in quotes, like '1.34'"),
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
  fargateProfiles: z
    .record(z.string(), fargateProfile)
    .optional()
    .describe('Pods that run without nodes, for bursts. Default: none.'),
  ...commonFields,
});

export type WrittenCluster = z.output<typeof schema>;
type WrittenNodeGroup = WrittenCluster['nodeGroups'][string];

export function isWrittenCluster(
  component: WrittenComponent | undefined,
): component is WrittenCluster {
  return component?.kind === 'kubernetes-cluster';
}

/** Where its clusters are; under backup-restore a standby region has none until it is restored. */
export function clusterRegions(written: WrittenCluster, around: Surroundings): readonly string[] {
  return runningRegions(written.regions, around);
}

/** EC2 user guide, names of instance types: a `g` after the generation is Graviton, and ARM. */
const graviton = /^(a1|[a-z]+\d+g[a-z]*)\./;

/** EC2 starts nothing on less than the image's snapshot (amazon-eks-ami, pull request 1581). */
const al2023DiskMin = 20 * 2 ** 30;

function checkDisk(group: WrittenNodeGroup, at: readonly string[], tell: Tell): void {
  const ami = group.ami ?? usualImage;
  const isTooSmall = group.disk !== undefined && group.disk < al2023DiskMin;
  if (!ami.startsWith('AL2023') || !isTooSmall) {
    checkVolume(group.disk, [...at, 'disk'], tell);
    return;
  }
  tell([...at, 'disk'], `is smaller than the image ${ami}: no node would start`, "write '20 GiB'");
}

/** An image boots on one architecture, and reads user data in its own form. */
function checkImage(group: WrittenNodeGroup, at: readonly string[], tell: Tell): void {
  const ami = group.ami ?? usualImage;
  const isArm = ami.includes('ARM');
  group.instances.forEach((figure, index) => {
    const type = usedOf(figure);
    checkInstanceType(figure, [...at, 'instances', index], tell);
    if (graviton.test(type) === isArm) return;
    const other = isArm ? ami.replace('ARM_64', 'x86_64') : ami.replace('x86_64', 'ARM_64');
    tell(
      [...at, 'instances', index],
      `is ${isArm ? 'no ARM machine' : 'an ARM machine'}, and the image ${ami} does not boot on it`,
      `write ami: '${other}', or a type like '${isArm ? 'm7g.large' : 'm7i.large'}'`,
    );
  });
  if (group.userData === undefined || !ami.startsWith('BOTTLEROCKET')) return;
  const wrong = 'is a script, and Bottlerocket runs none: it reads settings in TOML';
  tell([...at, 'userData'], wrong, 'leave it out, or write an AL2023 image');
}

/** EKS user guide, service quotas: label pairs of a Fargate profile's selector. */
const fargateLabelsMax = 5;

/** EKS refuses names of profiles that begin like its own. */
function checkFargate(written: WrittenCluster, tell: Tell): void {
  for (const [name, { labels = {} }] of Object.entries(written.fargateProfiles ?? {})) {
    const count = Object.keys(labels).length;
    if (count > fargateLabelsMax) {
      const wrong = `has ${count} labels; EKS takes ${fargateLabelsMax}`;
      tell(['fargateProfiles', name, 'labels'], wrong, 'leave out those that tell nothing apart');
    }
    if (!name.startsWith(reserved)) continue;
    const wrong = `begins with '${reserved}', which EKS keeps for its own profiles`;
    tell(['fargateProfiles', name], wrong, 'give it another name');
  }
}

function check(written: WrittenCluster, around: Surroundings, tell: Tell): void {
  const groups = Object.entries(written.nodeGroups);
  if (groups.length === 0) {
    tell(['nodeGroups'], 'has no node group', 'add one: apps: { instances, min, max }');
  }
  for (const [name, group] of groups) {
    checkGroup(
      group,
      around,
      (field, wrong, mend) => tell(['nodeGroups', name, ...field], wrong, mend),
      'node',
    );
    checkImage(group, ['nodeGroups', name], tell);
    checkDisk(group, ['nodeGroups', name], tell);
    checkUserData(group.userData, partHeaders, ['nodeGroups', name, 'userData'], tell);
  }
  checkVersion(written.version, versionOffers.kubernetes, tell);
  checkFargate(written, tell);
}

function resolveNodeGroup(
  name: string,
  group: WrittenNodeGroup,
  around: Surroundings,
  fill: Fill,
): NodeGroup {
  const at = (...field: string[]): string[] => ['nodeGroups', name, ...field];
  return {
    name,
    instances: group.instances.map(usedOf),
    ...fillGroup(group, around, fill, at()),
    dedicated: fill(at('dedicated'), group.dedicated, false, 'pods of any service may run on it'),
    capacity: fill(
      at('capacity'),
      group.capacity,
      'on-demand',
      'spot nodes are taken away when a region is short of them',
    ),
    ami: fill(at('ami'), group.ami, usualImage, "EKS's own default"),
    userData: fill(at('userData'), group.userData, null, 'the image needs no script'),
    diskBytes: fill.bytes(at('disk'), group.disk, 20 * 2 ** 30, "EKS's own default: 20 GiB"),
    subnets: 'private',
  };
}

export const kubernetesCluster = defineKind({
  kind: 'kubernetes-cluster',
  title: 'EKS cluster',
  scope: 'each region',
  schema,
  references: {},
  regionReferences: ['regions'],
  labels: ['fargateProfiles'],
  name: { lengthMax: 63, because: "a label; EKS's own limit is 100" },
  check,
  resolve: (written, around, fill, name): KubernetesCluster => ({
    kind: 'kubernetes-cluster',
    ...fillBase(
      name,
      fill(
        ['regions'],
        written.regions === undefined ? undefined : clusterRegions(written, around),
        clusterRegions(written, around),
        around.strategy === 'backup-restore'
          ? 'backup-restore builds the others when they are needed'
          : 'the same set-up in every region',
      ),
      written,
    ),
    version: usedOf(written.version),
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
      ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
      'who did what is asked after an incident, and after a failover why a pod did not start',
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
    fargateProfiles: Object.fromEntries(
      Object.entries(written.fargateProfiles ?? {}).map(([key, profile]) => [
        key,
        { name: key, namespace: profile.namespace, labels: profile.labels ?? {} },
      ]),
    ),
  }),
});
