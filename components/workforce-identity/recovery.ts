import type { NoFacet } from '@outrigger/recovery';

export const recovery: NoFacet = {
  none: 'a recovery runs with a session that is there; people who log in need the home region',
};
