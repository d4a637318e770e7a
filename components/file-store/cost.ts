import { type CostFacet, isBuiltLater, unknownAmount } from '../cost.ts';

/** EFS is billed by what lies in it and what is read and written; a platform says neither. */
export const cost: CostFacet<'file-store'> = {
  quantities: ({ component, platform, region, use }) => {
    const backup = (what: string) => unknownAmount('efs/backup', 'GiB-month', region, what);
    if (isBuiltLater(platform, use)) return [backup('backups copied from the other region')];
    const isCopy = component.replicaIn.includes(region) && component.writerIn !== region;
    if (use === 'standby' && !isCopy) return [];
    return [
      unknownAmount('efs/standard', 'GiB-month', region, isCopy ? 'replica' : 'files'),
      ...(component.throughput === 'elastic' && !isCopy
        ? [unknownAmount('efs/elastic-throughput', 'GiB', region, 'reads and writes')]
        : []),
      ...(component.backups && !isCopy ? [backup('daily backups')] : []),
      ...(isCopy
        ? [
            unknownAmount(
              'data-transfer/between-regions',
              'GiB',
              component.writerIn,
              `changes sent to ${region}`,
            ),
          ]
        : []),
    ];
  },
};
