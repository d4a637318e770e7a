import type { Firewall } from '@outrigger/model';
import { type CostFacet, counted, isBuiltLater, type Quantity, unknownAmount } from '../cost.ts';

/** By web ACL, by rule and by request. Shield Advanced is billed once for an organization. */
export const cost: CostFacet<'firewall'> = {
  quantities: ({ component, platform, region, use }) => {
    const isFirst = region === Object.keys(platform.regions)[0];
    return [
      ...(component.regions.includes(region) && !isBuiltLater(platform, use)
        ? webAcl(component, region)
        : []),
      ...(isFirst && component.forCloudFront ? webAcl(component, 'global') : []),
      ...(isFirst && component.shield === 'advanced' ? [shield] : []),
    ];
  },
};

const shield: Quantity = {
  sku: 'shield/advanced',
  region: 'global',
  unit: 'month',
  amount: 1,
  what: 'Shield Advanced, for a year at least',
};

function webAcl({ rules, requestsMax }: Firewall, region: string): Quantity[] {
  const count = rules.length + (requestsMax === null ? 0 : 1);
  return [
    { sku: 'waf/web-acl', region, unit: 'month', amount: 1, what: 'web ACL' },
    { sku: 'waf/rule', region, unit: 'month', amount: count, what: counted(count, 'rule') },
    unknownAmount('waf/requests', 'million', region, 'requests looked at'),
  ];
}
