import type { NoFacet } from '@outrigger/recovery';

export const recovery: NoFacet = {
  none: 'each region has its own before anything happens, and ACM renews it',
};
