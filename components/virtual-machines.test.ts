import { type Platform, resolve } from '@outrigger/model';
import { checkInvariants, rehearse, scenariosOf } from '@outrigger/recovery';
import { expect, test } from 'vitest';
import written from '../examples/ec2-monitored/platform.ts';
import { planFor, quantitiesFor } from './index.ts';

/** The example as a pilot light: no machine runs in the second region before it is needed. */
function pilotLight(): Platform {
  const app = { ...written.components.app, standby: { min: 0, max: 3 } };
  const components = { ...written.components, app };
  const resolution = resolve({ ...written, strategy: 'pilot-light', components });
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  return resolution.platform;
}

const scenarios = await scenariosOf(pilotLight(), planFor);

test('machines are started before traffic comes', () => {
  const lost = scenarios.find(({ name }) => name.includes('region-loss us-east-2'));
  if (lost === undefined) throw new Error('there is no region loss');
  const { plan } = planFor(lost);
  const ids = plan?.steps.map(({ id }) => id) ?? [];
  expect(ids).toContain('app/scale');
  expect(plan?.steps.find(({ id }) => id === 'domain/admit')?.after).toContain('app/scale');
  expect(plan?.steps.find(({ id }) => id === 'app/scale')?.action).toMatchObject({
    verb: 'scale',
    region: 'us-west-1',
    arguments: { min: 3, max: 3, desired: 3 },
  });
});

test('those of a lost zone are replaced by their group, which is only looked at', () => {
  const lost = scenarios.find(({ name }) => name.includes('zone-loss us-east-2a'));
  if (lost === undefined) throw new Error('there is no zone loss');
  const step = planFor(lost).plan?.steps.find(({ id }) => id === 'app/await');
  expect(step).toMatchObject({
    action: { verb: 'await', region: 'us-east-2', arguments: { desired: 3 } },
    check: [{ fact: 'ready', is: 'at-least', value: 3 }],
    controlPlanes: [],
    background: true,
  });
  expect(step?.after).toEqual(['domain/verify']);
});

test.each(scenarios)('$name keeps every invariant', async (scenario) => {
  const { plan, problems } = planFor(scenario);
  if (plan === undefined) throw new Error(JSON.stringify(problems));
  const { memory, run } = await rehearse({ ...scenario, plan, seed: 7041 });
  const evidence = {
    runs: [memory.records(run)],
    writings: memory.model.writings,
    effects: memory.effects,
  };
  const broken = checkInvariants(evidence).filter(({ held }) => !held);
  expect(broken).toEqual([]);
});

test('what waits at zero is billed nowhere', () => {
  const of = (region: string, use: 'active' | 'standby') =>
    quantitiesFor(pilotLight(), region, use).find(({ component }) => component === 'app');
  expect(of('us-west-1', 'standby')?.quantities).toEqual([]);
  expect(of('us-east-2', 'active')?.quantities).toMatchObject([
    { sku: 'ec2/t2.micro', amount: 3 * 730 },
    { sku: 'ebs/gp3', amount: 24 },
  ]);
});
