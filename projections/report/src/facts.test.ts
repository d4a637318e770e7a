import { expect, test } from 'vitest';
import { predictedFrom } from './facts.ts';
import { samplePhases } from './testing/sample-phases.ts';

test('predictions name their source once, and that they were there before', () => {
  expect(predictedFrom(samplePhases())).toEqual({
    isBefore: true,
    words: 'journaled before each phase; measured in 12 drills of eks-failover, 2026-11-20',
  });
});

test.each([
  ['after its fault', 1],
  ['never', null],
])('one that was journaled %s is told', (_, later) => {
  const phases = samplePhases().map((phase) => {
    if (phase.name !== 'region-loss') return phase;
    const journaledAtMs = later === null ? null : (phase.faultAtMs ?? 0) + later;
    return { ...phase, predicted: { ...phase.predicted, journaledAtMs } };
  });
  expect(predictedFrom(phases)).toMatchObject({
    isBefore: false,
    words: expect.stringMatching(/^not all journaled before their phases; measured in/),
  });
});

test('a report that is too old to tell says nothing of it', () => {
  const phases = samplePhases().map((phase) => {
    const { rtoMs, p10Ms, p90Ms } = phase.predicted;
    return { ...phase, predicted: { rtoMs, p10Ms, p90Ms } };
  });
  expect(predictedFrom(phases)).toBeNull();
});
