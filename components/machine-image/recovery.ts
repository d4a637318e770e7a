import type { NoFacet } from '@outrigger/recovery';

export const recovery: NoFacet = {
  none: 'images are copied when they are built; each region starts machines from its own copy',
};
