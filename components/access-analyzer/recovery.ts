import type { NoFacet } from '@outrigger/recovery';

export const recovery: NoFacet = {
  none: 'it looks, and nothing depends on it',
};
