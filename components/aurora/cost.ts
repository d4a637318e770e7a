import type { Aurora } from '@outrigger/model';
import {
  type CostFacet,
  counted,
  isBuiltLater,
  managedPassword,
  type Quantity,
  type RegionUse,
  running,
  unknownAmount,
} from '../cost.ts';

/**
 * Instances by the hour, all else by use: storage grows by itself, each read and write of it is
 * billed, and in a global database each replicated write once more in the region that follows.
 */
export const cost: CostFacet<'aurora'> = {
  quantities: ({ component, platform, region, use }) => {
    if (isBuiltLater(platform, use)) {
      const what = 'snapshots copied from the other region';
      return [unknownAmount('aurora/backup', 'GiB-month', region, what)];
    }
    const follows = isFollower(component, region, use);
    if (use === 'standby' && !follows) return [];
    const count = follows ? component.replicaInstances : component.instances;
    const what = counted(count, follows ? 'reader' : 'instance');
    return [
      ...(count > 0
        ? [running(`aurora-${component.engine}/${component.size}`, { region, count, what })]
        : []),
      unknownAmount('aurora/storage', 'GiB-month', region, 'storage'),
      unknownAmount('aurora/io', 'million', region, 'reads and writes of storage'),
      ...(follows ? replication(region) : [managedPassword(region)]),
    ];
  },
};

/** Another region's copy follows its writer, also where both regions serve clients. */
function isFollower(component: Aurora, region: string, use: RegionUse): boolean {
  const isCopy = component.replicaIn.includes(region);
  return isCopy && (use === 'standby' || component.writerIn !== region);
}

function replication(region: string): Quantity[] {
  return [unknownAmount('aurora/replicated-io', 'million', region, 'writes replicated to here')];
}
