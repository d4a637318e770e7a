/** Ways to spoil what the sound platform says of its stores, and of its services in the lab. */
import type { Case } from './shop.ts';

const component = (name: string, ...field: (string | number)[]) => ['components', name, ...field];
const unneeded = { kind: 'postgres', version: '17', size: 'db.r6g.large', replicaIn: [] };
const euWest = { role: 'standby', cidr: '10.2.0.0/16', zones: 2 };

/** Of the region that follows alone. */
const followers = { existing: { id: { 'us-west-2': 'shop' } } };
const files = { existing: { id: { 'us-west-2': 'fs-0a1' } } };
const documents = { kind: 'documentdb', version: '5.0', size: 'db.r6g.large', ...followers };
const table = { kind: 'dynamodb', partitionKey: 'id', ...followers };

/** Stores that stand already where nothing is written, with nothing to follow. */
const standing: readonly Case[] = [
  [
    'instance that stands where it follows, and nowhere else',
    ['components.orders-db.existing.id'],
    [component('orders-db', 'existing'), followers.existing],
  ],
  [
    'cluster that stands where it follows, and nowhere else',
    ['components.records-db.existing.id'],
    [component('records-db', 'existing'), followers.existing],
  ],
  [
    'files that stand where they are copied to, and nowhere else',
    ['components.pictures-store.existing.id'],
    [component('pictures-store', 'existing'), files.existing],
  ],
  [
    'cluster of documents that stands where it follows, and nowhere else',
    ['components.documents.existing.id'],
    [component('documents'), documents],
  ],
  [
    'table that stands in another region than the one that it is made in',
    ['components.carts.existing.id'],
    [component('carts'), table],
  ],
  [
    'store that stands in the other one of two regions that serve',
    ['components.orders-db.existing.id'],
    [['strategy'], 'active-active'],
    [['regions', 'us-east-1', 'role'], 'peer'],
    [['regions', 'us-west-2', 'role'], 'peer'],
    [component('orders-db', 'existing'), followers.existing],
  ],
];

export const dataCases: readonly Case[] = [
  ...standing,
  [
    'store that nobody needs, without a replica',
    ['components.audit-db.replicaIn'],
    [component('audit-db'), unneeded],
  ],
  [
    'files that nobody needs, without a replica',
    ['components.audit-files.replicaIn'],
    [component('audit-files'), { kind: 'file-store', replicaIn: [] }],
  ],
  [
    'stores that nobody needs, whose replicas are in no one region',
    ['components.billing-db.replicaIn'],
    [['regions', 'eu-west-1'], euWest],
    [component('audit-db'), { ...unneeded, replicaIn: 'us-west-2' }],
    [component('billing-db'), { ...unneeded, replicaIn: 'eu-west-1' }],
  ],
  [
    'figure that stands in for itself',
    ['components.records-db.size.asked'],
    [
      component('records-db', 'size'),
      { asked: 'db.r6g.large', used: 'db.r6g.large', source: 'Aurora user guide' },
    ],
  ],
  [
    'replica over two zones in a region of one',
    ['regions.us-west-2.zones', 'components.orders-db.replicaMultiZone'],
    [['regions', 'us-west-2', 'zones'], 1],
    [component('orders-db', 'replicaMultiZone'), true],
  ],
  [
    'maintenance during a backup',
    ['components.orders-db.maintenanceWindow'],
    [component('orders-db', 'backupWindow'), '23:30-00:30'],
    [component('orders-db', 'maintenanceWindow'), 'mon:00:00-mon:01:00'],
  ],
  [
    'backup during the maintenance that is not written',
    ['components.records-db.backupWindow'],
    [component('records-db', 'backupWindow'), '05:00-06:00'],
  ],
  [
    'maintenance as long as a day',
    ['components.orders-db.maintenanceWindow'],
    [component('orders-db', 'maintenanceWindow'), 'sat:05:00-sun:05:00'],
  ],
  [
    'rotation of a password that RDS leaves alone',
    ['components.orders-db.passwords.rotation'],
    [component('orders-db', 'passwords'), { rotation: '30d' }],
  ],
  [
    'version of a password that RDS changes by itself',
    ['components.audit-db.replicaIn', 'components.audit-db.passwords.version'],
    [component('audit-db'), { ...unneeded, passwords: { version: 2 } }],
  ],
  [
    'schedule for a password that Secrets Manager does not keep',
    [
      'components.audit-db.replicaIn',
      'components.audit-db.passwords.rotation',
      'components.audit-db.passwords.lengthMin',
    ],
    [component('audit-db'), { ...unneeded, passwords: { rotation: '36h', lengthMin: 40 } }],
  ],
  [
    'unknown service in the lab environment',
    ['components.web.lab.environment.ORDERS_URLS'],
    [
      component('web', 'lab'),
      { run: ['web.ts'], environment: { ORDERS_URLS: '{nobody.urls}', OWN: '{web.urls}' } },
    ],
  ],
  [
    'database where the lab environment needs a service',
    ['components.web.lab.environment.ORDERS_URLS'],
    [
      component('web', 'lab'),
      { run: ['web.ts'], environment: { ORDERS_URLS: '{orders.urls},{orders-db.urls}' } },
    ],
  ],
];
