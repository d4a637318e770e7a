import type { NoFacet } from '@outrigger/recovery';

export const cost: NoFacet = {
  none: 'IAM Identity Center costs nothing',
};
