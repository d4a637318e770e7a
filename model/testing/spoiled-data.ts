/** Ways to spoil what the sound platform says of its stores. */
import type { Case } from './shop.ts';

const component = (name: string, ...field: (string | number)[]) => ['components', name, ...field];
const unneeded = { kind: 'postgres', version: '17', size: 'db.r6g.large', replicaIn: [] };
const euWest = { role: 'standby', cidr: '10.2.0.0/16', zones: 2 };

export const dataCases: readonly Case[] = [
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
];
