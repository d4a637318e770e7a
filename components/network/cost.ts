import { type CostFacet, counted, isBuiltLater, running, unknownAmount } from '../cost.ts';

/**
 * A VPC, its subnets and a peering cost nothing by themselves: the NAT gateways do, each with its
 * public address, and what goes through them.
 */
export const cost: CostFacet<'network'> = {
  quantities: ({ component, platform, region, use }) => {
    if (component.nat === 'none' || isBuiltLater(platform, use)) return [];
    const zones = platform.regions[region]?.zones.length ?? 0;
    const count = component.nat === 'one per zone' ? zones : 1;
    const what = counted(count, 'NAT gateway');
    return [
      running('vpc/nat-gateway', { region, count, what }),
      running('vpc/public-ipv4', { region, count, what: `addresses of ${what}` }),
      unknownAmount('vpc/nat-data', 'GiB', region, 'what goes through the NAT gateways'),
    ];
  },
};
