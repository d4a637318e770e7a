import type { Postgres } from '@outrigger/model';
import {
  type CostFacet,
  gib,
  isBuiltLater,
  managedPassword,
  type Quantity,
  running,
  unknownAmount,
} from '../cost.ts';

/**
 * An instance by the hour and its disk by size; over two zones both are there twice, at a price of
 * its own. Backups up to the disk's size are included (RDS's own rule).
 */
export const cost: CostFacet<'postgres'> = {
  quantities: ({ component, platform, region, use }) => {
    if (isBuiltLater(platform, use)) return [copiedBackup(component, region)];
    const isCopy = component.replicaIn.includes(region) && component.writerIn !== region;
    if (use === 'standby' && !isCopy) return [];
    // A copy is in one zone, also where its region serves, unless the platform says otherwise.
    return isCopy ? follower(component, region) : writer(component, region);
  },
};

function writer(component: Postgres, region: string): Quantity[] {
  const { multiZone } = component;
  const service = multiZone ? 'rds-postgres-multi-az' : 'rds-postgres';
  const what = multiZone ? 'writer and its standby in a second zone' : 'writer';
  return [
    running(`${service}/${component.size}`, { region, count: 1, what }),
    disk(component, region, multiZone),
    managedPassword(region),
    unknownAmount('rds/backup', 'GiB-month', region, 'backups beyond the size of the disk'),
  ];
}

function follower(component: Postgres, region: string): Quantity[] {
  const isTwice = component.replicaMultiZone;
  const service = isTwice ? 'rds-postgres-multi-az' : 'rds-postgres';
  const what = isTwice ? 'read replica and its standby in a second zone' : 'read replica';
  return [
    running(`${service}/${component.size}`, { region, count: 1, what }),
    disk(component, region, isTwice),
    unknownAmount(
      'data-transfer/between-regions',
      'GiB',
      component.writerIn,
      `log sent to ${region}`,
    ),
  ];
}

function disk(component: Postgres, region: string, twice: boolean): Quantity {
  return {
    sku: twice ? 'rds/gp3-multi-az' : 'rds/gp3',
    region,
    unit: 'GiB-month',
    amount: gib(component.storageBytes),
    what: twice ? 'disk in two zones' : 'disk',
  };
}

/** At most as large as the disk: a snapshot holds what is written, and the newest one is kept. */
function copiedBackup(component: Postgres, region: string): Quantity {
  const amount = gib(component.storageBytes);
  const what = 'newest snapshot, copied; at most';
  return { sku: 'rds/backup', region, unit: 'GiB-month', amount, what };
}
