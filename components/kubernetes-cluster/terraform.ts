import { ref, type TerraformFacet } from '@outrigger/terraform';
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
  existing: (input, found) => [existing(input, found), ...addOnRoles(input)],
};
