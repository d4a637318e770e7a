import type { TerraformFacet } from '@outrigger/terraform';
import { existing } from './terraform/existing.ts';
import { logs } from './terraform/logs.ts';
import { networkAcls } from './terraform/network-acls.ts';
import { peering } from './terraform/peering.ts';
import { routes } from './terraform/routes.ts';
import { subnets } from './terraform/subnets.ts';
import { vpc } from './terraform/vpc.ts';

/** A VPC in each region, private subnets with the large share, and a peering for each pair. */
export const terraform: TerraformFacet<'network'> = {
  region: ({ component, platform, region }) => [
    vpc(platform, region),
    subnets(platform, region),
    ...routes(component, platform, region),
    ...networkAcls(component, platform, region),
    ...logs(component, platform, region),
  ],
  peering: ({ component, platform }) => peering(component, platform),
  existing,
};
