/** What chaos found that no plan mended, or that a plan forgot. */
import type { Platform } from '@outrigger/model';
import {
  type Member,
  type Plan,
  type PlanRequest,
  startTopology,
  type Topology,
  testPlatform,
} from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { planFor } from './index.ts';

const warm = testPlatform({ name: 'warm', fileStores: ['pictures'] });
const regionLoss = { kind: 'region-loss', region: 'us-east-1', zone: null } as const;

function made(platform: Platform, request: PlanRequest, topology: Topology): Plan {
  const { plan, problems } = planFor({ platform, topology, request });
  if (plan === undefined) throw new Error(JSON.stringify(problems));
  return plan;
}

function problemsOf(platform: Platform, request: PlanRequest, topology: Topology) {
  return planFor({ platform, topology, request }).problems ?? [];
}

const ids = ({ steps }: Plan) => steps.map(({ id }) => id);

/** Everything that a step waits for, however far back. */
function ancestors(plan: Plan, id: string): ReadonlySet<string> {
  const after = plan.steps.find((step) => step.id === id)?.after ?? [];
  return new Set(after.flatMap((before) => [before, ...ancestors(plan, before)]));
}

describe('a failback mends what a run left', () => {
  const started = startTopology(warm);
  const copyAt = (zone: string, more: Partial<Member>): Topology => {
    const { 'orders-db': data, ...others } = started.data;
    if (data === undefined) throw new Error('the test platform has orders-db');
    const members = data.members.map((one) => (one.zone === zone ? { ...one, ...more } : one));
    return { ...started, data: { ...others, 'orders-db': { ...data, members } } };
  };

  test('a copy abroad that nobody feeds follows again', () => {
    expect(ids(made(warm, { intent: 'failback' }, started))).toEqual([]);
    const fed = copyAt('us-west-2a', { streams: true });
    expect(ids(made(warm, { intent: 'failback' }, fed))).toEqual([]);
    const unfed = copyAt('us-west-2a', { streams: false });
    const found = made(warm, { intent: 'failback' }, unfed);
    expect(ids(found)).toEqual(['orders-db/rejoin-us-west-2a']);
    expect(found.steps[0]?.action.arguments).toMatchObject({ overwrite: false });
    const moved = made(warm, { intent: 'switchover' }, unfed);
    expect(ancestors(moved, 'orders-db/verify-standby')).toContain('orders-db/rejoin-us-west-2a');
  });

  test('files that diverged while the writer is at home are kept, then copied to', () => {
    const { pictures, ...others } = started.data;
    if (pictures === undefined) throw new Error('the test platform has pictures');
    const members = pictures.members.map((one) =>
      one.id === pictures.writer ? one : { ...one, state: 'diverged' as const },
    );
    const diverged = { ...started, data: { ...others, pictures: { ...pictures, members } } };
    const found = made(warm, { intent: 'failback' }, diverged);
    const attach = 'pictures/attach-replication-us-west-2';
    expect([...ancestors(found, attach)].toSorted()).toEqual([
      'pictures/approve',
      'pictures/salvage-us-west-2',
    ]);
  });

  test('stores in two regions are gathered: who is there takes the epoch in place', () => {
    const { pictures, ...others } = started.data;
    if (pictures === undefined) throw new Error('the test platform has pictures');
    const members = pictures.members.map((one) => ({
      ...one,
      state: one.id === pictures.writer ? ('standby' as const) : ('writer' as const),
    }));
    const writer = members.find(({ state }) => state === 'writer')?.id ?? null;
    const split = { ...started, data: { ...others, pictures: { ...pictures, members, writer } } };
    const found = made(warm, { intent: 'failback' }, split);
    expect(found).toMatchObject({ from: 'us-west-2', to: 'us-east-1', takesEpoch: true });
    expect(ids(found)).toContain('pictures/transfer');
    expect(ids(found)).not.toContain('orders-db/transfer');
    expect(ancestors(found, 'orders-db/promote')).toContain('gateway/receive-writes');
    expect(problemsOf(warm, { intent: 'switchover' }, split)[0]?.mend).toContain('failback');
  });

  test('clients are sent where somebody writes', () => {
    const elsewhere = { ...started, admitted: ['us-west-2'] };
    const found = made(warm, { intent: 'failback' }, elsewhere);
    expect(found).toMatchObject({ from: null, to: 'us-east-1', takesEpoch: true });
    expect(ids(found)).toEqual(expect.arrayContaining(['orders-db/promote', 'edge/admit']));
    expect(ids(found)).not.toContain('orders-db/transfer');
  });
});

test('where nobody is served yet, a zone’s failover brings the capacity too', () => {
  const dark = testPlatform({ name: 'dark', standbyReplicas: 0 });
  const topology = startTopology(dark);
  const { 'orders-db': data, ...others } = topology.data;
  if (data === undefined) throw new Error('the test platform has orders-db');
  const states = { 'us-west-2a': 'writer', 'us-west-2b': 'standby' } as const;
  const members = data.members.map((one) => ({
    ...one,
    state: one.zone === 'us-west-2a' || one.zone === 'us-west-2b' ? states[one.zone] : one.state,
  }));
  const writer = 'orders-db@us-west-2a';
  const inSync = [writer, 'orders-db@us-west-2b'];
  const moved = {
    ...topology,
    data: { ...others, 'orders-db': { ...data, members, writer, inSync } },
  };
  const failure = { kind: 'zone-loss', region: 'us-west-2', zone: 'us-west-2a' } as const;
  const found = made(dark, { intent: 'failover', failure }, moved);
  expect(ids(found)).toContain('gateway/scale');
  expect(ancestors(found, 'edge/admit-us-west-2')).toContain('gateway/scale');
  const served = made(dark, { intent: 'failover', failure }, { ...moved, admitted: ['us-west-2'] });
  expect(ids(served)).not.toContain('gateway/scale');
});

test('of two regions the one that is less behind takes over; not known is far behind', () => {
  const [near, far] = ['us-west-2', 'eu-west-1'] as const;
  const three = testPlatform({
    name: 'three',
    regions: [
      ['us-east-1', 'primary', 2],
      [near, 'standby', 2],
      [far, 'standby', 2],
    ],
  });
  const topology = startTopology(three);
  const withLags = (lags: { readonly [region: string]: number | null }): Topology => ({
    ...topology,
    data: Object.fromEntries(
      Object.entries(topology.data).map(([name, data]) => [
        name,
        {
          ...data,
          members: data.members.map((one) => ({ ...one, lagMs: lags[one.region] ?? null })),
        },
      ]),
    ),
  });
  const target = (lags: { readonly [region: string]: number | null }) =>
    made(three, { intent: 'failover', failure: regionLoss }, withLags(lags)).to;
  expect(target({ [near]: 900, [far]: 40 })).toBe(far);
  expect(target({ [near]: 40, [far]: 900 })).toBe(near);
  expect(target({ [near]: null, [far]: 900 })).toBe(far);
  expect(target({})).toBe(near);
});
