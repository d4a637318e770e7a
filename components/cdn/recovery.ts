import type { NoFacet } from '@outrigger/recovery';

export const recovery: NoFacet = {
  none: 'reads turn to the replica by themselves; origins are never edited in a recovery',
};
