import type { NoFacet } from '@outrigger/recovery';

export const recovery: NoFacet = {
  none: 'the networks of all regions stand before a failure; nothing is created in a recovery',
};
