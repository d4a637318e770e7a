import { type CostFacet, counted } from '../cost.ts';

/** By secret and month, and each copy in another region once more. */
export const cost: CostFacet<'secrets'> = {
  quantities: ({ component, region }) => {
    if (!component.regions.includes(region)) return [];
    const amount = component.entries.length;
    const what = counted(amount, region === component.writerIn ? 'secret' : 'replica');
    return [{ sku: 'secrets-manager/secret', region, unit: 'month', amount, what }];
  },
};
