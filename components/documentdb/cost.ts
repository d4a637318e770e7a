import {
  type CostFacet,
  counted,
  isBuiltLater,
  managedPassword,
  running,
  unknownAmount,
} from '../cost.ts';

/** Instances by the hour; storage grows by itself, and each read and write of it is billed. */
export const cost: CostFacet<'documentdb'> = {
  quantities: ({ component, platform, region, use }) => {
    if (isBuiltLater(platform, use)) {
      const what = 'snapshots copied from the other region';
      return [unknownAmount('documentdb/backup', 'GiB-month', region, what)];
    }
    // Another region's copy follows its writer, also where both regions serve clients.
    const isCopy = component.replicaIn.includes(region) && component.writerIn !== region;
    if (use === 'standby' && !isCopy) return [];
    const count = isCopy ? component.replicaInstances : component.instances;
    const what = counted(count, isCopy ? 'reader' : 'instance');
    return [
      ...(count > 0 ? [running(`documentdb/${component.size}`, { region, count, what })] : []),
      unknownAmount('documentdb/storage', 'GiB-month', region, 'storage'),
      unknownAmount('documentdb/io', 'million', region, 'reads and writes of storage'),
      ...(isCopy
        ? [
            unknownAmount(
              'documentdb/replicated-io',
              'million',
              region,
              'writes replicated to here',
            ),
          ]
        : [managedPassword(region)]),
    ];
  },
};
