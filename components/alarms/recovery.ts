import type { NoFacet } from '@outrigger/recovery';

export const recovery: NoFacet = {
  none: 'each region watches its own; no recovery waits for an alarm',
};
