import type { NoFacet } from '@outrigger/recovery';

export const recovery: NoFacet = {
  none: 'a recovery builds nothing: it runs what was pushed before',
};
