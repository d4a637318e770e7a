import type { NoFacet } from '@outrigger/recovery';

export const recovery: NoFacet = {
  none: 'each region has its own web ACL before anything happens',
};
