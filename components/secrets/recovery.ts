import type { NoFacet } from '@outrigger/recovery';

export const recovery: NoFacet = {
  none: 'each region reads its own copy; a value is written while nothing is lost',
};
