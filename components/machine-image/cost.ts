import { type CostFacet, unknownAmount } from '../cost.ts';

/** An image is a snapshot of its disk, billed by what lies in it: a platform doesn't say. */
export const cost: CostFacet<'machine-image'> = {
  quantities: ({ component, region }) =>
    component.regions.includes(region)
      ? [unknownAmount('ebs/snapshot', 'GiB-month', region, 'the image')]
      : [],
};
