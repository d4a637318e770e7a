import { type CostFacet, unknownAmount } from '../cost.ts';

/** Access from outside is looked for at no price; access that nobody uses by role, once. */
export const cost: CostFacet<'access-analyzer'> = {
  quantities: ({ component, region }) =>
    component.unusedDays !== null && region === component.regions[0]
      ? [unknownAmount('access-analyzer/unused-access', 'month', 'global', 'roles and users')]
      : [],
};
