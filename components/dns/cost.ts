import type { Dns } from '@outrigger/model';
import { type CostFacet, counted, type Quantity, unknownAmount } from '../cost.ts';

/** Route 53 has one home: a hosted zone, its queries, and a health check for each region. */
export const cost: CostFacet<'dns'> = {
  quantities: ({ component, region }) => {
    // It is there once, whatever regions its records lead to.
    if (region !== component.regions[0]) return [];
    return [
      monthly('route53/hosted-zone', 1, 'hosted zone'),
      ...checks(component),
      unknownAmount('route53/queries', 'million', 'global', 'queries'),
    ];
  },
};

/** Features that are billed beside the check: HTTPS, and an interval of 10 s. */
function checks({ healthCheck, regions }: Dns): Quantity[] {
  if (healthCheck === null) return [];
  const features = healthCheck.intervalMs < 30_000 ? 2 : 1;
  return [
    monthly('route53/health-check', regions.length, counted(regions.length, 'health check')),
    monthly(
      'route53/health-check-feature',
      regions.length * features,
      features === 2 ? 'HTTPS and checks every 10 s' : 'HTTPS',
    ),
  ];
}

function monthly(sku: string, amount: number, what: string): Quantity {
  return { sku, region: 'global', unit: 'month', amount, what };
}
