import { type Platform, resolve } from '@outrigger/model';
import {
  createMemoryWorld,
  planProperties,
  type Scenario,
  scenariosOf,
  testPlatform,
} from '@outrigger/recovery';
import { describe, expect, test } from 'vitest';
import ec2Monitored from '../examples/ec2-monitored/platform.ts';
import eksFailover from '../examples/eks-failover/platform.ts';
import enterprise from '../examples/enterprise/platform.ts';
import netDiagram from '../examples/net-diagram/platform.ts';
import peccy from '../examples/peccy/platform.ts';
import { planFor } from './index.ts';

/** As a user's file is read: with every default filled in. */
function example(written: unknown): Platform {
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.platform;
}

const platforms = [
  example(eksFailover),
  example(peccy),
  example(netDiagram),
  example(ec2Monitored),
  example(enterprise),
  testPlatform({ name: 'warm', fileStores: ['pictures'] }),
  testPlatform({
    name: 'pilot',
    strategy: 'pilot-light',
    standbyReplicas: 0,
    databases: ['records'],
    databaseKind: 'aurora',
    fileStores: ['pictures'],
  }),
  testPlatform({
    name: 'backups',
    strategy: 'backup-restore',
    standbyReplicas: 0,
    databases: ['records'],
    databaseKind: 'aurora',
    fileStores: ['pictures'],
  }),
  testPlatform({
    name: 'several',
    databases: ['orders-db', 'users-db'],
    services: ['orders', 'users'],
  }),
  testPlatform({
    name: 'three',
    regions: [
      ['us-east-1', 'primary', 3],
      ['us-west-2', 'standby', 2],
      ['eu-west-1', 'standby', 2],
    ],
  }),
  testPlatform({
    name: 'peers',
    strategy: 'active-active',
    regions: [
      ['us-east-1', 'peer', 2],
      ['us-west-2', 'peer', 2],
    ],
  }),
];

const scenarios = (await Promise.all(platforms.map((one) => scenariosOf(one, planFor)))).flat();

function subjectOf(scenario: Scenario) {
  const { plan, problems } = planFor(scenario);
  if (plan === undefined) throw new Error(JSON.stringify(problems));
  return { scenario, plan, planWith: planFor };
}

describe.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
  '%s',
  (_name, scenario) => {
    const subject = subjectOf(scenario);
    test.each(planProperties.map((one) => [one.name, one] as const))('%s', async (_of, one) => {
      await one.run(subject);
    });
  },
);

test('a world that does what is not allowed is found out', async () => {
  const [scenario] = scenarios;
  if (scenario === undefined) throw new Error('there is no scenario');
  const subject = {
    ...subjectOf(scenario),
    createWorld: (options: Parameters<typeof createMemoryWorld>[0]) => {
      const memory = createMemoryWorld(options);
      // Whatever is asked counts as done at once, and nothing is.
      memory.model.effect = () => ({ kind: 'done', facts: {} });
      return memory;
    },
  };
  const failed: string[] = [];
  for (const { name, run } of planProperties) {
    await run(subject).catch(() => failed.push(name));
  }
  expect(failed.length).toBeGreaterThan(planProperties.length / 2);
});
