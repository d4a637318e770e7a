import { labTimings } from '@outrigger/lab';
import { estimate, type Plan } from '@outrigger/recovery';
import { awsTimings } from '@outrigger/sim';
import { expect, test } from 'vitest';

/** Nothing to do but to detect: what is estimated is one duration, and nothing else. */
const plan: Plan = {
  schemaVersion: 1,
  platform: 'timings',
  intent: 'failover',
  failure: { kind: 'region-loss', region: 'us-east-1', zone: null },
  from: 'us-east-1',
  to: 'us-west-2',
  takesEpoch: false,
  objective: null,
  kinds: {},
  steps: [],
  handover: null,
  notes: [],
  redFlags: [],
};

const inUse = [awsTimings, labTimings].flatMap(({ world, timings }) =>
  timings.map((timing) => ({ world, timing, name: `${timing.kind} ${timing.verb}` })),
);

test.each(inUse)('$world: $name gives quantiles in order', ({ world, timing }) => {
  // Of any recovery, whatever it is timed for.
  const { during: _, ...any } = timing;
  const only = { world, timings: [{ ...any, kind: '*', verb: 'detect' as const }] };
  const { servedMs, makespanMs, detectionMs } = estimate(plan, only);
  expect(Object.values(servedMs).every(Number.isFinite)).toBe(true);
  expect(makespanMs).toEqual(servedMs);
  expect(servedMs.p10).toBeGreaterThan(0);
  expect(servedMs.p50).toBeCloseTo(detectionMs, 6);
  expect(servedMs.p10).toBeLessThanOrEqual(servedMs.p50);
  expect(servedMs.p50).toBeLessThanOrEqual(servedMs.p90);
  if (timing.distribution.kind === 'lognormal') expect(servedMs.p10).toBeLessThan(servedMs.p50);
});
