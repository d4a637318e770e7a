import type { Platform } from '@outrigger/model';
import {
  estimate,
  explain,
  growthOf,
  type Plan,
  type PlanRequest,
  servedBy,
  servingCapacity,
  startTopology,
  type Timings,
  testPlatform,
} from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { planFor } from './index.ts';

const regionLoss = { kind: 'region-loss', region: 'us-east-1', zone: null } as const;
const zoneLoss = { kind: 'zone-loss', region: 'us-east-1', zone: 'us-east-1a' } as const;
const failover: PlanRequest = { intent: 'failover', failure: regionLoss };

function made(platform: Platform, request: PlanRequest = failover): Plan {
  const { plan } = planFor({ platform, topology: startTopology(platform), request });
  if (plan === undefined) throw new Error(`${platform.name} has no such plan`);
  return plan;
}

const warm = testPlatform({ name: 'warm' });
const plan = made(warm);
const constant = (ms: number) => ({ kind: 'constant', ms }) as const;
const timings: Timings = {
  world: 'aws',
  timings: (['promote', 'scale'] as const).map((verb, index) => ({
    kind: '*',
    verb,
    distribution: constant(index === 0 ? 60_000 : 1_800_000),
    basis: 'assumed',
    source: 'a test',
  })),
};

describe('what clients are served by at first', () => {
  test('a warm standby serves with what it has', () => {
    const capacity = servingCapacity(plan, warm);
    expect(capacity?.share).toBe(0.5);
    expect(capacity?.reduced[0]).toMatchObject({ unit: 'pods', serving: 1, normal: 2 });
    expect(servedBy(capacity ?? { share: 1, reduced: [] })).toBe(
      '50 % when clients are served: gateway and orders have 1 of 2 pods',
    );
  });

  test('a pilot light is at its full size by then, and so are a peer and a planned move', () => {
    const light = testPlatform({ name: 'light', strategy: 'pilot-light', standbyReplicas: 0 });
    const peers = testPlatform({
      name: 'peers',
      strategy: 'active-active',
      regions: [
        ['us-east-1', 'primary', 3],
        ['us-west-2', 'peer', 3],
      ],
    });
    const all = { share: 1, reduced: [] };
    expect(servingCapacity(made(light), light)).toEqual(all);
    expect(servingCapacity(made(peers), peers)).toEqual(all);
    const moved: PlanRequest = { intent: 'switchover', to: 'us-west-2' };
    expect(servingCapacity(made(warm, moved), warm)).toEqual(all);
  });

  test('nodes stand for pods where no services are named, but for those of one purpose', () => {
    const named = Object.entries(warm.components).filter(([, { kind }]) => kind !== 'service');
    const bare: Platform = { ...warm, components: Object.fromEntries(named) };
    const reduced = servingCapacity(made(bare), bare)?.reduced;
    expect(reduced).toEqual([{ name: 'cluster/apps', unit: 'nodes', serving: 1, normal: 3 }]);
  });

  test('of a lost zone nothing is told: no step of the plan starts its pods again', () => {
    const lost = made(warm, { intent: 'failover', failure: zoneLoss });
    expect(servingCapacity(lost, warm)).toBeNull();
  });
});

describe('full capacity', () => {
  test('is there when the last step that brings some is done', () => {
    expect(growthOf(plan).map(({ id }) => id)).toEqual([
      'cluster/scale',
      'gateway/scale',
      'orders/scale',
    ]);
    const { fullMs, servedMs } = estimate(plan, timings);
    expect(fullMs.p50 - servedMs.p50).toBeGreaterThanOrEqual(2 * 1_800_000);
    expect(fullMs.p50 - servedMs.p50).toBeLessThan(2 * 1_800_000 + 10_000);
  });

  test('is there at once where nothing has to grow', () => {
    const still = { ...plan, steps: plan.steps.filter(({ background }) => !background) };
    const { fullMs, servedMs } = estimate(still, timings);
    expect(fullMs).toEqual(servedMs);
  });

  test('stands in the runbook, with the share that serves until then', () => {
    const capacity = servingCapacity(plan, warm);
    const told = estimate(plan, timings);
    const text = explain(plan, told, 'text', capacity).replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/capacity 50 % when clients are served: .* pods; all of it after 1 h/);
    expect(explain(plan, told, 'markdown', capacity)).toContain('- Capacity: 50 %');
    expect(JSON.parse(explain(plan, told, 'json', capacity)).capacity).toEqual(capacity);
    expect(explain(plan, told)).not.toContain('capacity  ');
  });
});
