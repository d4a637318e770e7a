import type { NodeGroup } from '@outrigger/model';
import {
  call,
  type Expression,
  heredoc,
  type LayerFragment,
  labelOf,
  managedPolicy,
  published,
  type RegionInput,
  ref,
  resource,
  serviceRole,
} from '@outrigger/terraform';
import { networkOf } from '../../terraform.ts';
import { clusterName, keyFor, roleName } from './cluster.ts';

type Input = RegionInput<'kubernetes-cluster'>;

/**
 * What a node may do by itself: join, and pull images. The network add-on and everything else has
 * a role of its own.
 */
function nodeRole(input: Input) {
  const label = labelOf(`${input.component.name}_nodes`);
  const { role, blocks } = serviceRole(label, {
    name: roleName(input, 'nodes'),
    service: 'ec2.amazonaws.com',
    statements: [],
  });
  const join = managedPolicy(`${label}_join`, role, 'AmazonEKSWorkerNodeMinimalPolicy');
  const pull = managedPolicy(`${label}_pull`, role, 'AmazonEC2ContainerRegistryPullOnly');
  return { role, join, pull, blocks: [...blocks, join, pull] };
}

export function nodeGroups(input: Input, cluster: Expression): LayerFragment[] {
  const { component } = input;
  const role = nodeRole(input);
  const [first, ...rest] = role.blocks;
  const comment =
    'A node may join and pull images. Everything else is done under the role of a service account.';
  const own = first === undefined ? [] : [{ ...first, comment }, ...rest];
  const groups = Object.values(component.nodeGroups).flatMap((group) => [
    templateOf(input, group),
    groupOf(input, group, cluster),
  ]);
  return [{ layer: 'cluster', file: 'node-groups', blocks: [...own, ...groups] }];
}

function groupLabel({ component }: Input, group: NodeGroup): string {
  return labelOf(`${component.name}_${group.name}`);
}

function templateOf(input: Input, group: NodeGroup) {
  const name = `${clusterName(input)}-${group.name}`;
  const tags = { Name: name, Platform: input.platform.name, ManagedBy: 'terraform' };
  return resource(
    'aws_launch_template',
    groupLabel(input, group),
    {
      name,
      ...(group.userData === null ? {} : { user_data: userData(group.userData) }),
      metadata_options: {
        http_endpoint: 'enabled',
        http_tokens: 'required',
        http_put_response_hop_limit: 1,
      },
      block_device_mappings: disksOf(group, keyFor(input).arn),
      monitoring: { enabled: true },
      tag_specifications: ['instance', 'volume'].map((kind) => ({ resource_type: kind, tags })),
    },
    {
      remarks: {
        'metadata_options.http_put_response_hop_limit':
          "One hop: a pod does not reach its node's role.",
      },
    },
  );
}

/**
 * Bottlerocket starts from one disk and keeps containers on a second one (Bottlerocket's README,
 * default volumes); the size is that of the disk that fills up.
 */
function disksOf({ ami, diskBytes }: NodeGroup, keyArn: Expression) {
  const gp3 = { volume_type: 'gp3' };
  const kept = { encrypted: 'true', kms_key_id: keyArn, delete_on_termination: 'true' };
  const sized = { ...gp3, volume_size: Math.ceil(diskBytes / 2 ** 30), ...kept };
  if (!ami.startsWith('BOTTLEROCKET')) return [{ device_name: '/dev/xvda', ebs: sized }];
  return [
    { device_name: '/dev/xvda', ebs: { ...gp3, ...kept } },
    { device_name: '/dev/xvdb', ebs: sized },
  ];
}

/** A managed node group takes a script only as one part of several (EKS guide, user data). */
function userData(script: string): Expression {
  const lines = [
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="=="',
    '',
    '--==',
    'Content-Type: text/x-shellscript; charset="us-ascii"',
    '',
    script.trimEnd(),
    '',
    '--==--',
  ];
  return call('base64encode', heredoc(lines.join('\n')));
}

/** Also what other things wait for: an add-on needs a node to run on. */
export function groupOf(input: Input, group: NodeGroup, cluster: Expression) {
  const { platform, region } = input;
  const { role, join, pull } = nodeRole(input);
  const template = templateOf(input, group);
  const isStandby = region.role === 'standby';
  const { min, max, desired } = isStandby ? group.standby : group.active;
  const name = clusterName(input);
  return resource(
    'aws_eks_node_group',
    groupLabel(input, group),
    {
      cluster_name: cluster,
      node_group_name: group.name,
      node_role_arn: ref(role, 'arn'),
      subnet_ids: published(networkOf(platform), 'workload-subnet-ids'),
      ami_type: group.ami,
      capacity_type: group.capacity === 'spot' ? 'SPOT' : 'ON_DEMAND',
      instance_types: group.instances,
      labels: { 'node-group': group.name },
      tags: {
        'k8s.io/cluster-autoscaler/enabled': 'true',
        [`k8s.io/cluster-autoscaler/${name}`]: 'owned',
      },
      scaling_config: { min_size: min, max_size: max, desired_size: desired },
      update_config: { max_unavailable_percentage: 33 },
      launch_template: { id: ref(template, 'id'), version: ref(template, 'latest_version') },
      ...(group.dedicated
        ? { taint: { key: 'node-group', value: group.name, effect: 'NO_SCHEDULE' } }
        : {}),
      lifecycle: {
        ignore_changes: [
          'scaling_config[0].desired_size',
          'scaling_config[0].min_size',
          // A recovery gives it the size of one that serves.
          ...(isStandby && group.standby.max !== group.active.max
            ? ['scaling_config[0].max_size']
            : []),
        ],
      },
      depends_on: [join, pull],
    },
    {
      ...(isStandby && group.standby.desired < group.active.desired
        ? { comment: capacityComment(group) }
        : {}),
      remarks: {
        ...(group.dedicated ? { taint: 'Only pods that name this group run on it.' } : {}),
        'lifecycle.ignore_changes':
          'The autoscaler and a recovery change them: an apply must not take nodes away.',
      },
    },
  );
}

/** What a recovery counts on, and nothing in this account promises. */
function capacityComment({ instances, active, standby }: NodeGroup): string {
  const now =
    standby.desired === 0 ? 'No node runs here' : `Nodes that run here: ${standby.desired},`;
  return (
    `${now} until a recovery scales the group to ${active.desired}, ${active.max} at most. Raise ` +
    `this account's quota of On-Demand vCPUs for ${active.max} × ${instances[0]} here, and ` +
    `reserve capacity for ${active.desired}, if the recovery may not wait for it.`
  );
}
