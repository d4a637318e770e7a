import type { NoFacet } from '@outrigger/recovery';

export const cost: NoFacet = {
  none: 'AWS keeps public keys for nothing',
};
