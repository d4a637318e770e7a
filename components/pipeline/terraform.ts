import type { NoFacet } from '@outrigger/recovery';

export const terraform: NoFacet = { none: 'not built yet' };
