import type { NoFacet } from '@outrigger/recovery';

export const recovery: NoFacet = {
  none: 'each region tells by its own topic',
};
