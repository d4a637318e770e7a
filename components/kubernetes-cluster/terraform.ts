import type { Problem } from '@outrigger/model';
import { type RegionInput, ref, type TerraformFacet } from '@outrigger/terraform';
import { addOnRoles } from './terraform/add-on-roles.ts';
import { addOns } from './terraform/add-ons.ts';
import { argoCd } from './terraform/argo-cd.ts';
import { access, clusterFile, clusterOf } from './terraform/cluster.ts';
import { existing } from './terraform/existing.ts';
import { fargate } from './terraform/fargate.ts';
import { identity } from './terraform/identity.ts';
import { nodeGroups } from './terraform/node-groups.ts';

/**
 * A cluster in each region with private nodes in its workload zones, the add-ons that EKS looks
 * after, and a role for each thing in it that calls AWS: nodes themselves may hardly do anything.
 */
export const terraform: TerraformFacet<'kubernetes-cluster'> = {
  region: (input) => {
    const cluster = clusterOf(input);
    return [
      clusterFile(input),
      ...access(input),
      identity(input),
      ...nodeGroups(input, ref(cluster, 'name')),
      ...fargate(input, ref(cluster, 'name')),
      addOns(input, ref(cluster, 'name')),
      ...addOnRoles(input),
      ...argoCd(input),
    ];
  },
  refused: (input) => withoutNodes(input),
  existing: (input, found) => [existing(input, found), ...addOnRoles(input)],
};

/**
 * EKS calls CoreDNS degraded while it has no node to run on (EKS user guide, add-on health), and an
 * apply waits for it until it gives up; Argo CD would not be installed either.
 */
function withoutNodes({ component, region }: RegionInput<'kubernetes-cluster'>): Problem[] {
  const isStandby = region.role === 'standby';
  const groups = Object.values(component.nodeGroups);
  if (groups.some((group) => (isStandby ? group.standby : group.active).desired > 0)) return [];
  const size = isStandby ? 'standby: { min: 2, max: 2 }' : 'min: 2';
  return [
    {
      path: `components.${component.name}.nodeGroups`,
      value: groups.map(({ name }) => name),
      wrong: `have no node in ${region.name}: CoreDNS and controllers would run nowhere there`,
      mend: `write ${size} for one group, which may be small; the others may stay at 0`,
      line: null,
    },
  ];
}
