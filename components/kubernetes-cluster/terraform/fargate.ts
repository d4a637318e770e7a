import {
  type Expression,
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
import { roleName } from './cluster.ts';

/** Pods without nodes: they start where no node is free, in a minute or so. */
export function fargate(
  input: RegionInput<'kubernetes-cluster'>,
  cluster: Expression,
): LayerFragment[] {
  const { component, platform } = input;
  const profiles = Object.values(component.fargateProfiles);
  if (profiles.length === 0) return [];
  const label = labelOf(`${component.name}_fargate`);
  const { role, blocks } = serviceRole(label, {
    name: roleName(input, 'fargate'),
    service: 'eks-fargate-pods.amazonaws.com',
    statements: [],
  });
  const policy = managedPolicy(label, role, 'AmazonEKSFargatePodExecutionRolePolicy');
  const made = profiles.map((profile) =>
    resource('aws_eks_fargate_profile', labelOf(`${component.name}_${profile.name}`), {
      cluster_name: cluster,
      fargate_profile_name: profile.name,
      pod_execution_role_arn: ref(role, 'arn'),
      subnet_ids: published(networkOf(platform), 'workload-subnet-ids'),
      selector: { namespace: profile.namespace, labels: profile.labels },
      depends_on: [policy],
    }),
  );
  return [{ layer: 'cluster', file: 'fargate', blocks: [...blocks, policy, ...made] }];
}
