import { type CostFacet, hoursPerMonth, unknownAmount } from '../cost.ts';

/** Billed once for all regions; a premium for what goes out through it, by where it comes from. */
export const cost: CostFacet<'global-accelerator'> = {
  quantities: ({ component, region }) => {
    const premium = unknownAmount(
      'global-accelerator/premium',
      'GiB',
      region,
      'traffic, beside the usual price of data that leaves',
    );
    // It is there once, whatever regions stand behind it.
    if (region !== component.regions[0]) return [premium];
    return [
      {
        sku: 'global-accelerator/accelerator',
        region: 'global',
        unit: 'hour',
        amount: hoursPerMonth,
        what: 'accelerator',
      },
      premium,
    ];
  },
};
