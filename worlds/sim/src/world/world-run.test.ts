import { planFor } from '@outrigger/components';
import {
  type Plan,
  type Scenario,
  scenariosOf,
  type Timings,
  testPlatform,
} from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { awsTimings } from '../aws-timings.ts';
import { planRunner } from '../plan-run.ts';
import { worldRunner } from './world-run.ts';

const platforms = [
  testPlatform({ name: 'warm', fileStores: ['pictures'] }),
  testPlatform({
    name: 'pilot',
    strategy: 'pilot-light',
    standbyReplicas: 0,
    databaseKind: 'aurora',
  }),
];
const scenarios = (await Promise.all(platforms.map((one) => scenariosOf(one, planFor)))).flat();
const seed = 7041;
const runs = 30;

function planOf(scenario: Scenario): Plan {
  const { plan } = planFor(scenario);
  if (plan === undefined) throw new Error(`${scenario.name} can't be planned`);
  return plan;
}

/** Copies are hardly behind: a planned move has nothing to wait for. */
const close: Timings = {
  world: 'aws',
  timings: [
    ...awsTimings.timings.filter(({ verb }) => verb !== 'lag' && verb !== 'patience-short'),
    {
      kind: '*',
      verb: 'lag',
      distribution: { kind: 'constant', ms: 10 },
      basis: 'assumed',
      source: 'a test',
    },
    {
      kind: '*',
      verb: 'patience-short',
      distribution: { kind: 'constant', ms: 90 * 60_000 },
      basis: 'assumed',
      source: 'a test',
    },
  ],
};

describe('nothing disturbs it', () => {
  test.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    '%s: the simulated world ends at the same ms as the engine over the bare draws',
    (_name, scenario) => {
      const plan = planOf(scenario);
      const { platform, topology } = scenario;
      const asked = { plan, platform, topology, timings: close, seed, disturbances: [] };
      const runWorld = worldRunner(asked);
      const runPlan = planRunner(plan, close, { topology, seed });
      for (let run = 0; run < runs; run += 1) {
        const world = runWorld(run);
        const bare = runPlan(run);
        const what = `run ${run} of seed ${seed}`;
        expect(world.status, what).toBe('done');
        expect(world.servedMs, what).toBeCloseTo(bare.servedMs, 3);
        expect(world.makespanMs, what).toBeCloseTo(bare.makespanMs, 3);
        if (bare.pauseMs !== null) expect(world.pauseMs, what).toBeCloseTo(bare.pauseMs, 3);
      }
    },
  );
});
