import type { NoFacet } from '@outrigger/recovery';

export const cost: NoFacet = {
  none: 'its pods run on the nodes of its cluster, and those are what is billed',
};
