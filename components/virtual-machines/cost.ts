import { type CostFacet, counted, gib, isBuiltLater, running } from '../cost.ts';

/** By the hour, at the size that the group starts with; what it adds under load is not foreseen. */
export const cost: CostFacet<'virtual-machines'> = {
  quantities: ({ component, platform, region, use }) => {
    if (isBuiltLater(platform, use)) return [];
    if (use === 'standby' && !component.regions.includes(region)) return [];
    const count = component[use].desired;
    if (count === 0) return [];
    const what = counted(count, 'machine');
    const disk = count * gib(component.diskBytes);
    return [
      running(`ec2/${component.size}`, { region, count, what }),
      { sku: 'ebs/gp3', region, unit: 'GiB-month', amount: disk, what: `disks of ${what}` },
    ];
  },
};
