import { type CostFacet, isBuiltLater, running, unknownAmount } from '../cost.ts';

/**
 * By the hour, with a public address in each zone, and by capacity units in use. In a standby
 * region it stands before it is needed: a recovery creates none.
 */
export const cost: CostFacet<'load-balancer'> = {
  quantities: ({ component, platform, region, use }) => {
    if (isBuiltLater(platform, use)) return [];
    if (use === 'standby' && !component.regions.includes(region)) return [];
    const balancer = component.layer === 7 ? 'alb' : 'nlb';
    // AWS asks for subnets in two zones, also where nodes run in one.
    const zones = platform.regions[region]?.zones.length ?? 0;
    return [
      running(`elb/${balancer}`, { region, count: 1, what: balancer.toUpperCase() }),
      ...(component.scheme === 'internet-facing'
        ? [running('vpc/public-ipv4', { region, count: zones, what: 'an address in each zone' })]
        : []),
      unknownAmount(`elb/${balancer}-lcu`, 'LCU-hour', region, 'capacity units in use'),
    ];
  },
};
