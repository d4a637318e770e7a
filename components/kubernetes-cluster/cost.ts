import type { NodeGroup } from '@outrigger/model';
import {
  type CostFacet,
  counted,
  gib,
  isBuiltLater,
  type Quantity,
  type RegionUse,
  running,
  unknownAmount,
} from '../cost.ts';

/**
 * The control plane, and nodes at the size that each group starts with: of its first instance type,
 * which EKS prefers. What the autoscaler adds under load is not foreseen here.
 */
export const cost: CostFacet<'kubernetes-cluster'> = {
  quantities: ({ component, platform, region, use }) => {
    if (isBuiltLater(platform, use)) return [];
    if (use === 'standby' && !component.regions.includes(region)) return [];
    const key: Quantity = {
      sku: 'kms/key',
      region,
      unit: 'month',
      amount: 1,
      what: 'the key of the Kubernetes secrets',
    };
    return [
      running('eks/cluster', { region, count: 1, what: 'control plane' }),
      ...Object.values(component.nodeGroups).flatMap((group) => nodes(group, region, use)),
      ...Object.keys(component.fargateProfiles).flatMap((name) => fargate(name, region)),
      ...(component.secretsEncryption ? [key] : []),
      unknownAmount('cloudwatch/logs', 'GiB', region, 'logs of the control plane'),
    ];
  },
};

function nodes(group: NodeGroup, region: string, use: RegionUse): Quantity[] {
  const count = group[use].desired;
  if (count === 0) return [];
  const service = group.capacity === 'spot' ? 'ec2-spot' : 'ec2';
  const what = `${counted(count, 'node')} of ${group.name}`;
  const disk = count * gib(group.diskBytes);
  return [
    running(`${service}/${group.instances[0] ?? ''}`, { region, count, what }),
    { sku: 'ebs/gp3', region, unit: 'GiB-month', amount: disk, what: `disks of ${what}` },
  ];
}

/** Pods without nodes are billed by what they ask for, while they run: nobody knows how long. */
function fargate(profile: string, region: string): Quantity[] {
  return [
    unknownAmount('fargate/vcpu', 'hour', region, `cores of pods of ${profile}`),
    unknownAmount('fargate/memory', 'GiB-hour', region, `memory of pods of ${profile}`),
  ];
}
