import { planFor } from '@outrigger/components';
import { type Plan, scenariosOf, testPlatform } from '@outrigger/recovery';
import { expect, test } from 'vitest';
import { awsTimings } from '../../aws-timings.ts';
import { worldRunner } from '../world-run.ts';
import { controlPlanes } from './control-planes.ts';

const hour = 3_600_000;
const platform = testPlatform({ name: 'planes', standbyReplicas: 1, databaseKind: 'aurora' });
const scenario = (await scenariosOf(platform, planFor)).find(
  ({ name }) => name === 'planes region-loss us-east-1',
);

/** A region loss whose promotion needs the control plane of a service. */
function runWith(service: string, eventHours: number) {
  const planned = scenario === undefined ? undefined : planFor(scenario).plan;
  if (scenario === undefined || planned === undefined) throw new Error('there is no plan');
  const needs = [{ service, region: 'global' }];
  const steps = planned.steps.map((step) =>
    step.id === 'orders-db/promote' ? { ...step, controlPlanes: needs } : step,
  );
  const plan: Plan = { ...planned, steps };
  const distribution = { kind: 'constant', value: eventHours } as const;
  const back = { disturbance: 'control-planes', figure: 'back', unit: 'h' } as const;
  const own = { ...back, distribution, basis: 'measured', source: 'a test' } as const;
  const timings = { ...awsTimings, figures: [own] };
  const { topology } = scenario;
  const disturbances = [controlPlanes];
  return worldRunner({ plan, platform, topology, timings, seed: 7041, disturbances })(0);
}

test.each([2, 20])('what lives in the lost region answers after an event of %i h', (hours) => {
  const { records, servedMs, status } = runWith('route53', hours);
  const whys = records.map(({ event }) => ('why' in event ? event.why : ''));
  expect(whys).toContain('route53 does not answer');
  expect(status).toBe('done');
  expect(servedMs).toBeGreaterThan(hours * hour);
  // An attempt that began before is waited for until patience with it ends, and somebody looks.
  expect(servedMs).toBeLessThan((hours + 3) * hour);
});

test('who waits for longer than anybody goes on is given up', () => {
  expect(runWith('route53', 1_000)).toMatchObject({ status: 'stuck', servedMs: Infinity });
});

test('what lives elsewhere answers at once', () => {
  const { befell, servedMs } = runWith('globalaccelerator', 20);
  expect(befell.size).toBe(0);
  expect(servedMs).toBeLessThan(hour);
});
