import { type CostFacet, isBuiltLater, unknownAmount } from '../cost.ts';

/** On demand: by what is read, written and kept; a platform says none of them. */
export const cost: CostFacet<'dynamodb'> = {
  quantities: ({ component, platform, region, use }) => {
    const kept = (sku: string, what: string) => unknownAmount(sku, 'GiB-month', region, what);
    if (isBuiltLater(platform, use)) {
      return [kept('dynamodb/backup', 'backups copied from the other region')];
    }
    const isCopy = component.replicaIn.includes(region) && component.writerIn !== region;
    if (use === 'standby' && !isCopy) return [];
    const writes = isCopy ? 'writes replicated to here' : 'writes';
    return [
      kept('dynamodb/storage', isCopy ? 'replica' : 'items'),
      unknownAmount('dynamodb/write', 'million', region, writes),
      unknownAmount('dynamodb/read', 'million', region, 'reads'),
      kept('dynamodb/point-in-time-recovery', 'the past that can be restored'),
    ];
  },
};
