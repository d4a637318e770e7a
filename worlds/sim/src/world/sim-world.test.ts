import { planFor } from '@outrigger/components';
import {
  type Action,
  type ConformanceSubject,
  conformance,
  type MemoryWorldOptions,
  planProperties,
  rehearse,
  scenariosOf,
  startTopology,
  testPlatform,
} from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import { awsTimings } from '../aws-timings.ts';
import { settingMs } from './intervals.ts';
import { createSimWorld } from './sim-world.ts';

const timings = awsTimings;
const small = testPlatform({ name: 'conformance' });

function subject() {
  const sim = createSimWorld({
    platform: small,
    topology: startTopology(small, 2),
    seed: 1,
    timings,
  });
  sim.lose({ kind: 'zone-loss', region: 'us-east-1', zone: 'us-east-1b' });
  const component = { kind: 'component', component: 'orders-db', region: 'us-east-1' } as const;
  const action: Action = {
    verb: 'verify',
    component: 'orders-db',
    region: 'us-east-1',
    zone: 'us-east-1a',
    arguments: { member: 'orders-db@us-east-1a' },
  };
  const reachable = { ...component, zone: 'us-east-1a' };
  const of: ConformanceSubject = {
    world: sim.world,
    run: 'conformance',
    epoch: 2,
    harmless: {
      action,
      check: [{ subject: reachable, fact: 'canaryRead', is: 'equal', value: true }],
    },
    reachable,
    unreachable: { ...component, zone: 'us-east-1b' },
    lost: { ...action, verb: 'rejoin', zone: 'us-east-1b' },
    patienceMs: settingMs(timings, 'no-answer'),
  };
  return { sim, of };
}

describe('the simulated world conforms', () => {
  test.each(conformance.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    const { sim, of } = subject();
    await sim.time.until(one.run(of));
  });
});

/** Each strategy and each kind of store once: recovery tries its own world on more of them. */
const platforms = [
  testPlatform({ name: 'warm', fileStores: ['pictures'] }),
  testPlatform({
    name: 'pilot',
    strategy: 'pilot-light',
    standbyReplicas: 0,
    databases: ['records', 'users'],
    databaseKind: 'aurora',
  }),
];
const scenarios = (await Promise.all(platforms.map((one) => scenariosOf(one, planFor)))).flat();
const createWorld = (options: MemoryWorldOptions) => createSimWorld({ ...options, timings });

describe.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
  '%s, at the pace of AWS',
  (_name, scenario) => {
    const { plan } = planFor(scenario);
    if (plan === undefined) throw new Error(`${scenario.name} can't be planned`);
    test.each(planProperties.map((one) => [one.name, one] as const))('%s', async (_of, one) => {
      await one.run({ scenario, plan, createWorld, planWith: planFor });
    });

    test('one seed gives the same run to the byte, another seed another one', async () => {
      const { platform, topology } = scenario;
      const told = async (seed: number) => {
        const rehearsal = await rehearse({ platform, topology, plan, seed, createWorld });
        return JSON.stringify(
          rehearsal.memory.records(rehearsal.run).map(({ run: _, ...one }) => one),
        );
      };
      expect(await told(1)).toBe(await told(1));
      expect(await told(2)).not.toBe(await told(1));
    });
  },
);
