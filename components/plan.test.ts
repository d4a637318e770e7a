import type { Platform } from '@outrigger/model';
import {
  type Draft,
  type Plan,
  type PlanRequest,
  plan,
  startTopology,
  type Topology,
  testPlatform,
} from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { planFor, recoveryFacets } from './index.ts';

const warm = testPlatform({ name: 'warm', fileStores: ['pictures'] });
const regionLoss = { kind: 'region-loss', region: 'us-east-1', zone: null } as const;
const zoneLoss = { kind: 'zone-loss', region: 'us-east-1', zone: 'us-east-1a' } as const;
const failover: PlanRequest = { intent: 'failover', failure: regionLoss };

function made(platform: Platform, request: PlanRequest, topology = startTopology(platform)): Plan {
  const { plan: found, problems } = planFor({ platform, topology, request });
  if (found === undefined) throw new Error(JSON.stringify(problems));
  return found;
}

function problemsOf(request: PlanRequest, topology: Topology, platform = warm) {
  return planFor({ platform, topology, request }).problems ?? [];
}

/** The topology with some members of `orders-db` in another state. */
function withMembers(states: {
  readonly [zone: string]: 'diverged' | 'absent' | 'lost';
}): Topology {
  const topology = startTopology(warm);
  const data = topology.data['orders-db'];
  if (data === undefined) throw new Error('the test platform has orders-db');
  const members = data.members.map((member) => ({
    ...member,
    state: states[member.zone ?? ''] ?? member.state,
  }));
  const inSync = data.inSync.filter((id) =>
    members.some((member) => member.id === id && ['writer', 'standby'].includes(member.state)),
  );
  return { ...topology, data: { ...topology.data, 'orders-db': { ...data, members, inSync } } };
}

const ids = ({ steps }: Plan) => steps.map(({ id }) => id);

/** Everything that a step waits for, however far back. */
function ancestors({ steps }: Plan, id: string): Set<string> {
  const found = new Set<string>();
  const visit = (at: string) => {
    for (const before of steps.find((step) => step.id === at)?.after ?? []) {
      if (found.has(before)) continue;
      found.add(before);
      visit(before);
    }
  };
  visit(id);
  return found;
}

describe('a region is lost', () => {
  test('promotion waits for approval and fence, traffic for data and capacity', () => {
    const pilot = testPlatform({ name: 'pilot', standbyReplicas: 0, fileStores: ['pictures'] });
    const found = made(pilot, failover);
    expect([...ancestors(found, 'orders-db/promote')]).toEqual(
      expect.arrayContaining(['orders-db/approve', 'pictures/approve', 'orders-db/fence']),
    );
    expect([...ancestors(found, 'edge/admit')]).toEqual(
      expect.arrayContaining([
        'orders-db/verify',
        'pictures/detach-replication',
        'cluster/scale',
        'gateway/scale',
        'orders/scale',
      ]),
    );
  });

  test('a warm standby serves first and grows afterwards', () => {
    const found = made(warm, failover);
    const later = found.steps.filter(({ background }) => background).map(({ id }) => id);
    expect(later).toEqual(
      expect.arrayContaining(['cluster/scale', 'gateway/scale', 'orders-db/attach-replication']),
    );
    for (const id of later) expect(ancestors(found, id)).toContain('edge/verify');
  });

  test('no nodes are asked for where a cluster is not', () => {
    const cluster = warm.components.cluster;
    if (cluster === undefined) throw new Error('the test platform has a cluster');
    const elsewhere = { ...cluster, regions: ['us-east-1'] };
    const bare = { ...warm, components: { ...warm.components, cluster: elsewhere } };
    expect(ids(made(bare, failover))).not.toContain('cluster/scale');
  });

  test('the same input gives the same plan', () => {
    expect(JSON.stringify(made(warm, failover))).toBe(JSON.stringify(made(warm, failover)));
  });

  test('of three regions, the best is chosen, or the one that was asked for', () => {
    const regions = [
      ['us-east-1', 'primary', 3],
      ['us-west-2', 'standby', 2],
      ['eu-west-1', 'standby', 2],
    ] as const;
    const three = testPlatform({ name: 'three', regions });
    expect(made(three, failover).to).toBe('us-west-2');
    const asked = made(three, { ...failover, to: 'eu-west-1' });
    expect(asked.to).toBe('eu-west-1');
    expect(ids(asked)).toContain('orders-db/follow-us-west-2a');
  });

  test('several databases move together, after all are fenced and approved', () => {
    const several = testPlatform({ name: 'several', databases: ['orders-db', 'users-db'] });
    const found = made(several, failover);
    for (const id of ['orders-db/promote', 'users-db/promote']) {
      expect([...ancestors(found, id)].sort()).toEqual([
        'orders-db/approve',
        'orders-db/fence',
        'users-db/approve',
        'users-db/fence',
      ]);
    }
  });
});

describe('a zone is lost', () => {
  test('with the writer: the in-sync member takes over, and nobody is asked', () => {
    const found = made(warm, { intent: 'failover', failure: zoneLoss });
    expect(ids(found).slice(0, 5)).toEqual([
      'orders-db/fence',
      'orders-db/promote',
      'orders-db/verify',
      'edge/admit',
      'edge/verify',
    ]);
    expect(found.takesEpoch).toBe(true);
    expect(found.steps.some(({ mayLoseData }) => mayLoseData)).toBe(false);
  });

  test('without the writer: nothing is promoted, no epoch is taken', () => {
    const failure = { ...zoneLoss, zone: 'us-east-1b' };
    const found = made(warm, { intent: 'failover', failure });
    expect(ids(found)).toEqual(['orders-db/verify', 'edge/verify']);
    expect(found.takesEpoch).toBe(false);
  });

  test('another database keeps its writer and takes the new epoch', () => {
    const several = testPlatform({ name: 'several', databases: ['orders-db', 'users-db'] });
    const topology = startTopology(several);
    const users = topology.data['users-db'];
    if (users === undefined) throw new Error('the test platform has users-db');
    const moved = {
      ...users,
      writer: 'users-db@us-east-1b',
      members: users.members.map((member) => ({
        ...member,
        state:
          member.zone === 'us-east-1b'
            ? ('writer' as const)
            : member.zone === 'us-east-1a'
              ? ('standby' as const)
              : member.state,
      })),
    };
    const of = { ...topology, data: { ...topology.data, 'users-db': moved } };
    const found = made(several, { intent: 'failover', failure: zoneLoss }, of);
    const promote = found.steps.find(({ id }) => id === 'users-db/promote');
    expect(promote?.action.arguments).toMatchObject({
      member: 'users-db@us-east-1b',
      fromMember: 'users-db@us-east-1b',
    });
  });
});

describe('a planned move', () => {
  test('all is prepared before writes are held; nothing but transfers while they are', () => {
    const found = made(warm, { intent: 'switchover' });
    const held = ancestors(found, 'gateway/hold-writes');
    for (const id of ['orders-db/verify-standby', 'cluster/scale', 'orders/scale']) {
      expect(held).toContain(id);
    }
    const released = ancestors(found, 'gateway/release-writes');
    const within = [...released].filter((id) => !held.has(id)).sort();
    expect(within).toEqual(['gateway/hold-writes', 'orders-db/transfer', 'pictures/transfer']);
    expect(held).toContain('gateway/receive-writes');
    expect(ancestors(found, 'gateway/forward-writes')).toContain('orders-db/transfer');
    expect(ancestors(found, 'edge/exclude')).toContain('edge/admit');
    expect(found.handover?.back.map(({ id }) => id)).toEqual([
      'orders-db/transfer-back',
      'pictures/transfer-back',
      'gateway/release-writes-back',
      'gateway/forward-writes-back',
    ]);
  });

  test('without a service that holds writes it says that clients will notice', () => {
    const components = Object.entries(warm.components).filter(([name]) => name !== 'gateway');
    const bare = { ...warm, components: Object.fromEntries(components) };
    const found = made(bare, { intent: 'switchover' });
    expect(found.handover).toBeNull();
    expect(found.notes.join()).toContain('no service holds writes');
  });
});

describe('a failback with the writer at home', () => {
  const away = { kind: 'region-loss', region: 'us-west-2', zone: null } as const;

  test.each([regionLoss, away])('after %o moves nobody', (failure) => {
    const found = made(warm, { intent: 'failback', failure });
    expect(found).toMatchObject({ from: null, to: 'us-east-1', takesEpoch: false, steps: [] });
  });

  test('moves the writer to where it was asked for', () => {
    const found = made(warm, { intent: 'failback', failure: away, to: 'us-west-2' });
    expect(found).toMatchObject({ from: 'us-east-1', to: 'us-west-2', takesEpoch: true });
  });
});

describe('a plan that can’t be made says why', () => {
  test.each([
    [
      'nobody is left in the region',
      { intent: 'failover', failure: zoneLoss },
      withMembers({ 'us-east-1b': 'diverged' }),
      'no in-sync member and no standby of orders-db is left in us-east-1',
      'fail over from region-loss:us-east-1',
    ],
    [
      'nobody is left at all',
      failover,
      withMembers({ 'us-west-2a': 'diverged' }),
      'no in-sync member and no standby of orders-db is left in us-west-2',
      'restore from a backup',
    ],
    [
      'the target of a switchover has diverged',
      { intent: 'switchover' },
      withMembers({ 'us-west-2a': 'diverged' }),
      'orders-db has diverged in us-west-2',
      'ask for a failback',
    ],
    [
      'the old region is not back yet',
      { intent: 'switchover', to: 'us-west-2' },
      { ...startTopology(warm), lost: { regions: ['us-west-2'], zones: [] } },
      'us-west-2 is lost: a switchover needs both sides healthy',
      'heal us-west-2 first',
    ],
    [
      'a failover of nothing',
      { intent: 'failover' },
      startTopology(warm),
      'a failover needs to know what is lost',
      'region-loss:us-east-1',
    ],
    [
      'a region that isn’t there',
      { intent: 'switchover', to: 'mars' },
      startTopology(warm),
      'no region is called mars',
      'us-east-1, us-west-2',
    ],
    [
      'a region with the name of what every object has',
      { intent: 'switchover', to: 'constructor' },
      startTopology(warm),
      'no region is called constructor',
      'us-east-1, us-west-2',
    ],
    [
      'a zone of another region',
      { intent: 'failover', failure: { ...zoneLoss, zone: 'us-west-2a' } },
      startTopology(warm),
      'us-east-1 has no zone us-west-2a',
      'us-east-1a, us-east-1b, us-east-1c',
    ],
    [
      'nothing was observed',
      failover,
      { ...startTopology(warm), data: {} },
      'nothing was observed of orders-db',
      'observe it first',
    ],
  ] as const)('%s', (_what, request, topology, wrong, mend) => {
    const [first] = problemsOf(request, topology);
    expect(first?.wrong).toBe(wrong);
    expect(first?.mend).toContain(mend);
  });
});

/** The failover of `warm` with a step of the network's, which has none of its own. */
function withRepoint(draft: Partial<Draft>) {
  const repoint = { name: 'repoint', verb: 'repoint', check: [], doneWhen: 'repointed' } as const;
  return plan(
    { platform: warm, topology: startTopology(warm), request: failover },
    {
      ...recoveryFacets,
      network: { hasWriter: false, steps: () => ({ drafts: [{ ...repoint, ...draft }] }) },
    },
  );
}

test('a facet may say what has to hold where a step acts before it may start', () => {
  const steps = withRepoint({
    region: 'us-west-2',
    guard: [{ fact: 'ready', is: 'at-least', value: 2 }],
  }).plan?.steps;
  const subject = { kind: 'component', component: 'network', region: 'us-west-2' };
  expect(steps?.find(({ id }) => id === 'network/repoint')?.guard).toEqual([
    { subject, fact: 'ready', is: 'at-least', value: 2 },
  ]);
});

describe('static stability', () => {
  test('no failover of the kinds needs the lost region or a global control plane', () => {
    expect(made(warm, failover).redFlags).toEqual([]);
    const planes = made(warm, failover).steps.flatMap(({ controlPlanes }) => controlPlanes);
    expect(planes.map(({ region }) => region)).not.toContain('us-east-1');
  });

  test('a facet that does is shown in red', () => {
    const bad = (service: string, region: string) =>
      withRepoint({ controlPlanes: [{ service, region }] }).plan?.redFlags;
    expect(bad('route53', 'us-east-1')?.[0]).toContain('which is lost');
    expect(bad('globalaccelerator', 'global')?.[0]).toContain('which all regions share');
    expect(bad('route53', 'global')?.[0]).toContain('whose home is us-east-1: it waits until');
    expect(bad('ec2', 'us-west-2')).toEqual([]);
  });
});

describe('a platform that stores nothing', () => {
  const stateless = testPlatform({ name: 'stateless', databases: [], standbyReplicas: 0 });
  const atRest = startTopology(stateless);
  const away: Topology = { ...atRest, admitted: ['us-west-2'] };

  test('moves its clients to where its services are started first', () => {
    const found = made(stateless, failover);
    expect(found).toMatchObject({ from: 'us-east-1', to: 'us-west-2' });
    expect([...ancestors(found, 'edge/admit')]).toEqual(
      expect.arrayContaining(['cluster/scale', 'gateway/scale', 'orders/scale']),
    );
  });

  test('comes home, moves on purpose, and speaks of no writer', () => {
    const home = made(stateless, { intent: 'failback' }, away);
    expect(home).toMatchObject({ from: 'us-west-2', to: 'us-east-1' });
    const planned = made(stateless, { intent: 'switchover' });
    expect(planned).toMatchObject({ from: 'us-east-1', to: 'us-west-2', notes: [] });
  });

  test('stays where it is when nobody was served in the region that is lost', () => {
    expect(made(stateless, failover, away)).toMatchObject({ from: null, to: 'us-west-2' });
    expect(made(stateless, { intent: 'failover', failure: zoneLoss })).toMatchObject({
      from: null,
      to: 'us-east-1',
    });
  });
});

test('where no component takes part in a move there is no plan, and no promise', () => {
  const { network } = warm.components;
  if (network === undefined) throw new Error('the test platform has a network');
  const bare = { ...warm, components: { network } };
  const topology = startTopology(bare);
  for (const request of [failover, { intent: 'switchover' }] as const) {
    const [problem, ...more] = problemsOf(request, topology, bare);
    expect(problem).toMatchObject({ path: 'components' });
    expect(problem?.wrong).toContain('nothing is written, served or led to a region');
    expect(more).toEqual([]);
  }
});
