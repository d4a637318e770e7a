/** What to fix first, where something disturbs the runs: of what they took, not of the timings. */
import { planFor } from '@outrigger/components';
import { type Duration, type Plan, scenariosOf, testPlatform } from '@outrigger/recovery';
import { expect, test } from 'vitest';
import { awsTimings } from './aws-timings.ts';
import type { Mend } from './sensitivity.ts';
import { type SimulationResult, simulate } from './simulation.ts';
import { disturbances } from './world/disturbances.ts';

const platform = testPlatform({
  name: 'pilot',
  strategy: 'pilot-light',
  standbyReplicas: 0,
  databaseKind: 'aurora',
});
const scenario = (await scenariosOf(platform, planFor)).find(({ name }) =>
  name.endsWith('region-loss us-east-1'),
);
if (scenario === undefined) throw new Error('there is no region loss');
const { topology } = scenario;
const { plan } = planFor(scenario);
if (plan === undefined) throw new Error('it cannot be planned');

const none: Duration = {
  distribution: { kind: 'constant', ms: 0 },
  basis: 'documented',
  source: 'nothing is launched',
};

function resultOf(names: readonly string[], mends: readonly Mend[] = []): SimulationResult {
  const chosen = disturbances.filter(({ name }) => names.includes(name));
  const asked = { plan: plan as Plan, platform, topology, timings: awsTimings, mends };
  const simulated = simulate({ ...asked, disturbances: chosen, runs: 300, seed: 7041 });
  if (!simulated.ok) throw new Error(JSON.stringify(simulated.problems));
  while (!simulated.simulation.isDone) simulated.simulation.advance();
  return simulated.simulation.result();
}

const rowOf = ({ sensitivity }: SimulationResult, name: string) =>
  sensitivity.find(({ step }) => step === name);

test('grey: who notices twice as fast, or always as in the middle, is served sooner', () => {
  const result = resultOf(['grey']);
  const detect = rowOf(result, 'detect');
  const shareOfTail = result.path.steps.find(({ step }) => step === 'detect')?.tail.share ?? 0;
  expect(shareOfTail).toBeGreaterThan(0.4);
  expect(detect?.halved?.afterMs).toBeLessThan(0.8 * result.rto.p99Ms);
  expect(detect?.always?.afterMs).toBeLessThan(0.8 * result.rto.p99Ms);
  // Its median is that of these runs, not the timings' half a minute.
  expect(detect?.medianMs).toBeGreaterThan(45_000);
});

test('grey: fewer checks in a row are worth what they are worth to those runs', () => {
  const checks = { intervalMs: 10_000, threshold: 1 };
  const steps = (plan as Plan).steps.map((step) => {
    const { arguments: given } = step.action;
    if (given.checks === undefined) return step;
    return { ...step, action: { ...step.action, arguments: { ...given, checks } } };
  });
  const sooner: Mend = {
    words: 'one check is enough',
    instead: new Map([['detect', null]]),
    plan: { ...(plan as Plan), steps },
  };
  const result = resultOf(['grey'], [sooner]);
  const p99 = rowOf(result, 'detect')?.mend?.p99;
  expect(p99?.afterMs).toBeLessThan(0.8 * (p99?.beforeMs ?? 0));
});

test('nodes: what is halved is what they took', () => {
  const result = resultOf(['nodes']);
  const scale = rowOf(result, 'cluster/scale');
  expect(scale?.halved?.afterMs).toBeLessThan(result.rto.p99Ms - 20_000);
});

test('capacity: nodes that run already wait for none', () => {
  const there: Mend = { words: 'nodes', instead: new Map([['cluster/scale', none]]) };
  const result = resultOf(['capacity'], [there]);
  const rows = result.sensitivity.filter(({ mend }) => mend?.words === 'nodes');
  expect(rows.length).toBe(1);
  const p99 = rows[0]?.mend?.p99;
  const undisturbed = resultOf([], [there]);
  const calm = rowOf(undisturbed, 'cluster/scale')?.mend?.p99;
  expect(p99?.afterMs).toBe(calm?.afterMs);
  expect(p99?.beforeMs).toBeGreaterThan(2 * (p99?.afterMs ?? 0));
});
