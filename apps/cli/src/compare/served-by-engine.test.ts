import { planFor } from '@outrigger/components';
import { resolve } from '@outrigger/model';
import { startTopology } from '@outrigger/recovery';
import {
  awsTimings,
  EngineRuns,
  followedRuns,
  graphOfPlan,
  runSampler,
  summarise,
} from '@outrigger/sim';
import { expect, test } from 'vitest';
import eksFailover from '../../../../examples/eks-failover/platform.ts';
import { timesOf, tracedRuns } from './graph-runs.ts';
import { ServedByEngine } from './served-by-engine.ts';

test('what the evaluator takes of it is what the engine would have told', () => {
  const resolution = resolve(eksFailover);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  const { platform } = resolution;
  const topology = startTopology(platform);
  const failure = { kind: 'region-loss', region: 'us-east-1', zone: null } as const;
  const { plan } = planFor({ platform, topology, request: { intent: 'failover', failure } });
  if (plan === undefined) throw new Error('there is no plan');
  const seed = 7041;
  const request = { plan, platform, topology, timings: awsTimings, seed };
  // Run 8,813 has an approval that lapses: its lag is within the RPO by less than a fence takes.
  const runs = 9_000;
  const limitMs = 30 * 60_000;
  const both = new ServedByEngine(request, { firstRuns: 2_000, limitMs });
  both.advance(runs);
  const times = timesOf(graphOfPlan(plan, awsTimings), limitMs);
  const isFollowed = followedRuns(plan, awsTimings, seed);
  const evaluated = runSampler(times, seed);
  const numbers = Array.from({ length: runs }, (_, run) => run);
  const left = numbers.filter((run) => !isFollowed(run, evaluated(run).served ?? 0));
  // Some of both kinds after those that the engine runs anyway, else this says nothing.
  expect(left).toContain(8_813);
  expect(left.length).toBeLessThan(runs / 4);
  expect(left.filter((run) => run >= tracedRuns).length).toBeGreaterThan(5);

  const engine = new EngineRuns({ ...request, disturbances: null }, 'served');
  const [tally] = engine.block(0, runs, [engine.counting(times)]);
  if (tally === undefined) throw new Error('nothing was counted');
  const [rto, full] = summarise(times, tally);
  const told = both.result();
  expect(told.first.rto.runs).toBe(2_000);
  for (const [one, other] of [
    [told.rto, rto],
    [told.full, full],
  ] as const) {
    expect(one.limits).toEqual(other?.limits);
    expect(one.maxRun).toBe(other?.maxRun);
    for (const figure of ['minMs', 'p50Ms', 'p90Ms', 'p99Ms', 'maxMs', 'meanMs'] as const) {
      expect(one[figure], `${figure} of seed ${seed}`).toBeCloseTo(other?.[figure] ?? 0, 3);
    }
  }
});
