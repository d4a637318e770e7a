import { type ComponentQuantities, hoursPerMonth, quantitiesFor } from '@outrigger/components';
import { componentsOf, type Platform } from '@outrigger/model';
import { type Bill, billOf, isNoMore, without } from '../cost/bill.ts';
import type { PriceTable } from '../cost/price-table.ts';
import { outage } from './claims.ts';
import { movedTo } from './strategies.ts';

/** What AWS bills more while one region is away. */
export interface Disaster {
  readonly hours: number;
  /** Of the region that takes over, for those hours. */
  readonly running: number;
  /** Once: data that is sent to build the lost copies anew, where its size is known. */
  readonly reseeding: number | null;
  /** `sku in region`, by the month, of what has no price. */
  readonly unpriced: ReadonlyMap<string, number>;
}

export function disasterOf(input: {
  readonly platform: Platform;
  readonly from: string;
  readonly to: string;
  readonly prices: PriceTable;
  readonly before: Bill;
}): Disaster {
  const { platform, from, to, prices, before } = input;
  const after = billOf(quantitiesFor(movedTo(platform, to), to, 'active'), prices);
  const more = without(after, before);
  const sent = billOf(sentBack(platform, from, to), prices);
  return {
    hours: outage.hours,
    running: (more.counted / hoursPerMonth) * outage.hours,
    reseeding: sent.lines.length === 0 || sent.unpriced.size > 0 ? null : sent.counted,
    unpriced: more.unpriced,
  };
}

/** The copy in the region that was lost is made anew: all of each disk whose size is known. */
function sentBack(platform: Platform, from: string, to: string): ComponentQuantities[] {
  return componentsOf(platform, 'postgres')
    .filter(({ writerIn }) => writerIn === from)
    .map(({ name, storageBytes }) => {
      const sku = 'data-transfer/between-regions';
      const amount = storageBytes / 2 ** 30;
      const what = `its disk, sent to ${from}`;
      const quantity = { sku, region: to, unit: 'GiB', amount, what } as const;
      return { component: name, quantities: [quantity] };
    });
}

/** Whether one is no dearer than another, whatever the prices are that nobody knows. */
export function isNoDearerDisaster(one: Disaster | null, other: Disaster | null): boolean {
  if (one === null || other === null) return one === other;
  const [first, second] = [one.reseeding, other.reseeding];
  const isCopyNoDearer = first === null || second === null ? first === second : first <= second;
  return isCopyNoDearer && one.running <= other.running && isNoMore(one.unpriced, other.unpriced);
}
