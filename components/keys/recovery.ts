import type { NoFacet } from '@outrigger/recovery';

export const recovery: NoFacet = {
  none: 'each region has its own copy of the key, and asks no other region',
};
