import { type CostFacet, unknownAmount } from '../cost.ts';

/** A key and each replica of it by the month, and by use. */
export const cost: CostFacet<'keys'> = {
  quantities: ({ component, region }) => [
    {
      sku: 'kms/key',
      region,
      unit: 'month',
      amount: 1,
      what: component.multiRegion && region !== component.homeIn ? 'replica of the key' : 'key',
    },
    unknownAmount('kms/requests', 'million', region, 'uses of it'),
  ],
};
