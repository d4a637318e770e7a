import type { NoFacet } from '@outrigger/recovery';

export const recovery: NoFacet = {
  none: 'images are replicated when they are pushed; each region pulls from its own registry',
};
