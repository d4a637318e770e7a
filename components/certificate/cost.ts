import type { NoFacet } from '@outrigger/recovery';

export const cost: NoFacet = {
  none: 'public certificates of ACM cost nothing',
};
