import { type CostFacet, isBuiltLater, type Quantity, unknownAmount } from '../cost.ts';

/** By alarm and month; how many there are is seen in the Terraform. */
export const cost: CostFacet<'alarms'> = {
  quantities: ({ component, platform, region, use }) => {
    if (isBuiltLater(platform, use)) return [];
    const composite: Quantity = {
      sku: 'cloudwatch/composite-alarm',
      region,
      unit: 'month',
      amount: 1,
      what: 'the alarm that sums up',
    };
    return [
      unknownAmount('cloudwatch/alarm', 'month', region, 'an alarm for each metric'),
      ...(component.composite ? [composite] : []),
    ];
  },
};
