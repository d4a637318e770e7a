import type { Action, Json, Outcome } from '@outrigger/recovery';
import { type Adapter, type Adapters, refused } from './adapter.ts';
import { databaseAdapter } from './database.ts';
import { fileStoreAdapter } from './file-store.ts';
import { serviceAdapter } from './service.ts';
import { trafficAdapter } from './traffic.ts';

/** Kinds that the lab has nothing to play for: no verb means anything there. */
const unplayed: Adapter = {
  perform: async (action) => refused(action),
  observe: async (subject, given) => ({
    subject,
    at: given.lab.now(),
    status: 'unknown',
    since: null,
    why: 'the lab does not play it',
  }),
};

/**
 * A laptop has no nodes to launch: the nodes that a plan asks for count as there. The report says
 * so.
 */
const clusterAdapter: Adapter = {
  perform: async (action, _, given) =>
    action.verb === 'scale' ? nodes(action, given.lab.now()) : refused(action),
  observe: async (subject, given) => ({
    subject,
    at: given.lab.now(),
    status: 'unknown',
    since: null,
    why: 'the lab has no nodes',
  }),
};

function nodes(action: Action, at: number): Outcome {
  const groups = action.arguments.nodeGroups as { readonly [group: string]: { desired: number } };
  const ready = Object.values(groups).reduce((sum, group) => sum + group.desired, 0);
  return { kind: 'done', at, facts: { ready } as Readonly<Record<string, Json>> };
}

export const adapters: Adapters = {
  network: unplayed,
  'kubernetes-cluster': clusterAdapter,
  service: serviceAdapter,
  aurora: databaseAdapter,
  postgres: databaseAdapter,
  'file-store': fileStoreAdapter,
  'object-store': unplayed,
  'container-registry': unplayed,
  'load-balancer': trafficAdapter,
  'global-accelerator': trafficAdapter,
  dns: trafficAdapter,
  'virtual-machines': unplayed,
  'machine-image': unplayed,
  'key-pair': unplayed,
  documentdb: unplayed,
  dynamodb: unplayed,
  cdn: unplayed,
  certificate: unplayed,
  firewall: unplayed,
  keys: unplayed,
  secrets: unplayed,
  alarms: unplayed,
  events: unplayed,
  'workforce-identity': unplayed,
  'access-analyzer': unplayed,
  pipeline: unplayed,
};
