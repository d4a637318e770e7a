/** What `backup-restore` plans when a region is lost: a region that is built, stores restored. */
import { planFor } from '@outrigger/components';
import type { Platform } from '@outrigger/model';
import {
  durationsOf,
  journaledTimes,
  type Member,
  type Plan,
  type PlanRequest,
  rehearse,
  startTopology,
  type Topology,
  testPlatform,
} from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { awsTimings } from './aws-timings.ts';
import { storeLosses } from './stores.ts';
import { disturbances } from './world/disturbances.ts';
import { worldRunner } from './world/world-run.ts';

const backups = testPlatform({
  name: 'backups',
  strategy: 'backup-restore',
  standbyReplicas: 0,
  fileStores: ['pictures'],
});
const regionLoss = { kind: 'region-loss', region: 'us-east-1', zone: null } as const;
const failover: PlanRequest = { intent: 'failover', failure: regionLoss };

function made(platform: Platform, topology = startTopology(platform)): Plan {
  const { plan, problems } = planFor({ platform, topology, request: failover });
  if (plan === undefined) throw new Error(JSON.stringify(problems));
  return plan;
}

const plan = made(backups);
const stepOf = (id: string) => plan.steps.find((step) => step.id === id);

/** Everything that a step waits for, however far back. */
function ancestors(id: string, found = new Set<string>()): Set<string> {
  for (const before of stepOf(id)?.after ?? []) {
    if (found.has(before)) continue;
    found.add(before);
    ancestors(before, found);
  }
  return found;
}

function durationMs(id: string): object {
  const index = plan.steps.findIndex((step) => step.id === id);
  return durationsOf(plan, awsTimings).steps[index] ?? {};
}

describe('the order of a rebuild', () => {
  test('the network is first, traffic comes after all that was built and restored', () => {
    for (const id of ['cluster/rebuild', 'web-alb/rebuild', 'orders-db/restore']) {
      expect(stepOf(id)?.after).toEqual(['network/rebuild']);
    }
    expect(stepOf('network/rebuild')?.after).toEqual([]);
    const before = ancestors('edge/admit');
    for (const id of [
      'cluster/rebuild',
      'cluster/verify',
      'web-alb/rebuild',
      'edge/repoint',
      'orders-db/verify',
      'pictures/restore',
      'gateway/scale',
      'orders/scale',
    ]) {
      expect(before).toContain(id);
    }
    expect([...ancestors('gateway/scale')]).toContain('cluster/verify');
    expect([...ancestors('edge/repoint')]).toContain('web-alb/rebuild');
  });

  test('the network comes before traffic where all that stands in it is there already', () => {
    const both = ['us-east-1', 'us-west-2'];
    const components = Object.fromEntries(
      Object.entries(backups.components).map(([name, component]) => [
        name,
        component.kind === 'network' ? component : { ...component, regions: both },
      ]),
    ) as Platform['components'];
    const standing = { ...backups, components };
    const copies = testPlatform({ name: 'copies', fileStores: ['pictures'] });
    const { steps } = made(standing, startTopology(copies));
    const rebuilds = steps.flatMap(({ action, id }) => (action.verb === 'rebuild' ? [id] : []));
    expect(rebuilds).toEqual(['network/rebuild']);
    expect(steps.find(({ id }) => id === 'edge/admit')?.after).toContain('network/rebuild');
  });

  test('a restore begins at once; nobody writes to it before that is approved and fenced', () => {
    expect([...ancestors('orders-db/restore')]).toEqual(['network/rebuild']);
    for (const id of ['orders-db/promote', 'pictures/restore']) {
      expect([...ancestors(id)]).toEqual(
        expect.arrayContaining(['orders-db/approve', 'pictures/approve', 'orders-db/fence']),
      );
    }
  });

  test('control planes that all regions share are told in red', () => {
    expect(plan.redFlags).toEqual([
      'cluster/rebuild needs iam’s control plane, whose home is us-east-1: ' +
        'it waits until that is back',
      'edge/repoint needs globalaccelerator’s control plane, which all regions share',
    ]);
  });

  test('what stands in the region anyway is not built', () => {
    const { cluster } = backups.components;
    if (cluster === undefined) throw new Error('the test platform has a cluster');
    const there = { ...cluster, regions: ['us-east-1', 'us-west-2'] };
    const components = { ...backups.components, cluster: there };
    const ids = made({ ...backups, components }).steps.map(({ id }) => id);
    expect(ids).not.toContain('cluster/rebuild');
    expect(ids).toContain('cluster/scale');
  });

  test('a lost zone is recovered from in its region, as ever', () => {
    const failure = { kind: 'zone-loss', region: 'us-east-1', zone: 'us-east-1a' } as const;
    const request: PlanRequest = { intent: 'failover', failure };
    const zonal = planFor({ platform: backups, topology: startTopology(backups), request }).plan;
    expect(zonal?.steps.map(({ id }) => id).slice(0, 2)).toEqual([
      'orders-db/fence',
      'orders-db/promote',
    ]);
  });
});

describe('how long it takes, and what it loses', () => {
  test('what is loaded takes so long for each GiB of the store', () => {
    // The test platform's disk has 128 GiB; files have no size, and 100 GiB are assumed.
    const load = {
      kind: 'uniform',
      lowMs: (1_024_000 / 150) * 128,
      highMs: (1_024_000 / 50) * 128,
    };
    expect(durationMs('orders-db/promote')).toMatchObject({
      distribution: load,
      basis: 'assumed',
      source: '50 to 150 MiB/s: no published figure; 128 GiB',
    });
    expect(durationMs('pictures/restore')).toMatchObject({
      source: expect.stringMatching(/100 GiB$/),
    });
    expect(plan.notes).toContain('100 GiB are assumed for pictures: the platform names no size');
    expect(plan.notes.join()).not.toContain('assumed for orders-db');
  });

  test('a journal of it measures one GiB', async () => {
    const topology = startTopology(backups);
    const { memory, run } = await rehearse({ platform: backups, topology, plan, seed: 7041 });
    const times = journaledTimes(memory.records(run));
    if ('refused' in times) throw new Error(times.refused);
    const loads = times.times.filter(({ verb }) => verb === 'load');
    expect(loads.map(({ kind }) => kind).sort()).toEqual(['file-store', 'postgres']);
    for (const { ms } of loads) expect(ms).toBeLessThan(100);
  });

  test('a backup is as old as it is, whatever the links are like', () => {
    const asked = {
      plan,
      platform: backups,
      topology: startTopology(backups),
      timings: awsTimings,
    };
    const chosen = disturbances.filter(({ name }) => name === 'lag');
    expect(chosen).toHaveLength(1);
    const calm = worldRunner({ ...asked, seed: 7041, disturbances: [] });
    const lagging = worldRunner({ ...asked, seed: 7041, disturbances: chosen });
    for (const run of [0, 1, 2]) expect(lagging(run).lagsMs).toEqual(calm(run).lagsMs);
  });

  test('what came after the newest backup is lost, and a person is asked above the RPO', () => {
    const gateway = backups.components.gateway;
    if (gateway?.kind !== 'service') throw new Error('the test platform has a gateway');
    const needing = { ...gateway, needs: ['orders-db', 'pictures'] };
    const platform = { ...backups, components: { ...backups.components, gateway: needing } };
    for (const { lag, loses, why } of storeLosses(plan, platform, awsTimings)) {
      expect([loses, why]).toEqual(['lag', 'what came after its backup']);
      expect(lag?.distribution).toEqual({ kind: 'uniform', lowMs: 1_800_000, highMs: 88_200_000 });
    }
    const topology = startTopology(platform);
    const asked = { plan, platform, topology, timings: awsTimings, seed: 7041 };
    const { draws, lagsMs, status } = worldRunner({ ...asked, disturbances: [] })(0);
    expect(status).toBe('done');
    expect(lagsMs.get('orders-db')).toBeGreaterThan(1_800_000);
    expect(draws.map(({ name }) => name)).toContain('orders-db/approve answered');
  });
});

describe('a copy that is there is never restored over', () => {
  const topologyWith = (state: Member['state']): Topology => {
    const topology = startTopology(backups);
    const data = topology.data['orders-db'];
    if (data === undefined) throw new Error('the test platform has orders-db');
    const id = 'orders-db@us-west-2a';
    const member = { id, region: 'us-west-2', zone: 'us-west-2a', state, salvaged: false };
    const members = [...data.members, member];
    return { ...topology, data: { ...topology.data, 'orders-db': { ...data, members } } };
  };

  test('one that follows is promoted', () => {
    const ids = made(backups, topologyWith('standby')).steps.map(({ id }) => id);
    expect(ids).not.toContain('orders-db/restore');
    expect(ids).toContain('pictures/restore');
  });

  test('one that diverged may hold the only copy of a write: no plan touches it', () => {
    const topology = topologyWith('diverged');
    const { plan: none, problems } = planFor({ platform: backups, topology, request: failover });
    expect(none).toBeUndefined();
    expect(problems?.map(({ path }) => path)).toEqual(['topology.data.orders-db.members']);
  });
});
