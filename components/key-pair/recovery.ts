import type { NoFacet } from '@outrigger/recovery';

export const recovery: NoFacet = {
  none: 'each region has the public key before anything happens',
};
