import { type CostFacet, unknownAmount } from '../cost.ts';

/** ECR is billed by what lies in it; images are small beside all else, and are not sized here. */
export const cost: CostFacet<'container-registry'> = {
  quantities: ({ component, region }) =>
    component.regions.includes(region)
      ? [unknownAmount('ecr/storage', 'GiB-month', region, 'images')]
      : [],
};
