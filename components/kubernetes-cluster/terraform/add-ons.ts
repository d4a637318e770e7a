import {
  type Block,
  call,
  type Expression,
  type LayerFragment,
  labelOf,
  type RegionInput,
  ref,
  resource,
} from '@outrigger/terraform';
import { accountRole } from '../../terraform.ts';
import { roleName } from './cluster.ts';
import { groupOf } from './node-groups.ts';

type Input = RegionInput<'kubernetes-cluster'>;

/**
 * Add-ons that EKS installs and looks after; the others are charts. Service accounts and policies
 * are those of the EKS user guide, of the drivers (aws-efs-csi-driver, docs/install.md) and of the
 * AWS managed policy reference (read 2026-11-22).
 */
const managed: readonly ManagedAddOn[] = [
  {
    name: 'vpc-cni',
    beforeNodes: true,
    account: { name: 'aws-node', policy: 'AmazonEKS_CNI_Policy' },
  },
  { name: 'kube-proxy', beforeNodes: true, account: null },
  { name: 'coredns', beforeNodes: false, account: null },
  { name: 'metrics-server', beforeNodes: false, account: null },
  {
    name: 'aws-ebs-csi-driver',
    beforeNodes: false,
    account: {
      name: 'ebs-csi-controller-sa',
      policy: 'service-role/AmazonEBSCSIDriverPolicy',
    },
  },
  {
    name: 'aws-efs-csi-driver',
    beforeNodes: false,
    account: {
      name: 'efs-csi-controller-sa',
      policy: 'service-role/AmazonEFSCSIDriverPolicy',
    },
  },
];

/**
 * Groups that only pods which name them run on, and that have the only nodes of some region at
 * rest: what a cluster can't be without has to run on them too, or it would run nowhere there.
 */
export function tolerationsOf({ component, platform }: Input) {
  const alone = component.regions.flatMap((name) => {
    const isStandby = platform.regions[name]?.role === 'standby';
    const running = Object.values(component.nodeGroups).filter(
      (group) => (isStandby ? group.standby : group.active).desired > 0,
    );
    return running.every(({ dedicated }) => dedicated) ? running.map((group) => group.name) : [];
  });
  return [...new Set(alone)].map((value) => ({
    key: 'node-group',
    operator: 'Equal',
    value,
    effect: 'NoSchedule',
  }));
}

/** Where it is told on which nodes it may run; those that run on every node need no telling. */
function settingsOf(input: Input, { name, beforeNodes }: ManagedAddOn) {
  const tolerations = tolerationsOf(input);
  if (beforeNodes || tolerations.length === 0) return {};
  const settings = name.endsWith('-csi-driver') ? { controller: { tolerations } } : { tolerations };
  return { configuration_values: call('jsonencode', settings) };
}

interface ManagedAddOn {
  readonly name: string;
  /** A node is not ready without it; the others need a node to run on. */
  readonly beforeNodes: boolean;
  /** Its service account in kube-system, and what AWS says that it has to do. */
  readonly account: { readonly name: string; readonly policy: string } | null;
}

export function addOns(input: Input, cluster: Expression): LayerFragment {
  const { component } = input;
  const wanted = managed.filter(({ name }) => component.addOns.includes(name));
  return {
    layer: 'cluster',
    file: 'add-ons',
    blocks: wanted.flatMap((addOn) => addOnBlocks(input, addOn, cluster)),
  };
}

function addOnBlocks(
  input: Input,
  managedAddOn: ManagedAddOn,
  cluster: Expression,
): readonly Block[] {
  const { name, beforeNodes, account } = managedAddOn;
  const label = labelOf(`${input.component.name}_${name}`);
  const groups = Object.values(input.component.nodeGroups).map((group) =>
    groupOf(input, group, cluster),
  );
  const role =
    account === null
      ? null
      : accountRole(
          label,
          { cluster: input.component.name, namespace: 'kube-system', name: account.name },
          {
            name: roleName(input, name),
            statements: [],
            managed: [account.policy],
          },
        );
  const addOn = resource('aws_eks_addon', label, {
    cluster_name: cluster,
    addon_name: name,
    resolve_conflicts_on_create: 'OVERWRITE',
    resolve_conflicts_on_update: 'PRESERVE',
    ...settingsOf(input, managedAddOn),
    ...(role === null ? {} : { service_account_role_arn: ref(role.role, 'arn') }),
    ...(beforeNodes ? {} : { depends_on: groups }),
  });
  return [...(role?.blocks ?? []), addOn];
}
