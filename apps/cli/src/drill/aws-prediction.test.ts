import { join } from 'node:path';
import { planFor } from '@outrigger/components';
import { estimate, type Plan, type PlanRequest, startTopology } from '@outrigger/recovery';
import { expect, test } from 'vitest';
import { awsTimings } from '../aws-timings.ts';
import { loadPlatform } from '../platform/load.ts';
import { awsPrediction } from './aws-prediction.ts';

async function planOf(request: PlanRequest): Promise<Plan> {
  const { platform } = await loadPlatform('examples/eks-failover', {
    folder: join(import.meta.dirname, '../../../..'),
    stderr: { isTerminal: false, write: () => undefined },
  });
  const planned = planFor({ platform, topology: startTopology(platform), request });
  if (planned.problems !== undefined) throw new Error(JSON.stringify(planned.problems));
  return planned.plan;
}

const regionLoss: PlanRequest = {
  intent: 'failover',
  failure: { kind: 'region-loss', region: 'us-east-1', zone: null },
};

test('a drill that ran no plan predicts nothing', () => {
  expect(awsPrediction([])).toBeNull();
});

test('the worst loss is told first, each phase against its own objective', async () => {
  const loss = await planOf(regionLoss);
  const move = await planOf({ intent: 'switchover' });
  const prediction = awsPrediction([
    { phase: 'switchover', plan: move },
    { phase: 'region-loss', plan: loss },
  ]);
  const { p50, p90 } = estimate(loss, awsTimings).servedMs;
  expect(prediction).toMatchObject({
    phase: 'region-loss',
    rtoMs: p50,
    p90Ms: p90,
    objectiveMs: 1_800_000,
    mostly: 'the promotion of the database',
  });
  const pause = estimate(move, awsTimings).pauseMs;
  expect(prediction?.phases?.map((each) => [each.phase, each.rtoMs, each.objectiveMs])).toEqual([
    ['switchover', pause?.p50, 5_000],
    ['region-loss', p50, 1_800_000],
  ]);
});

test('each source is listed once, with its basis; documents come first', async () => {
  const loss = await planOf(regionLoss);
  const sources = awsPrediction([{ phase: 'region-loss', plan: loss }])?.sources ?? [];
  const names = sources.map(({ basis, source }) => `${basis}: ${source}`);
  expect(new Set(names).size).toBe(names.length);
  expect(sources.map((each) => each.basis)).toEqual(
    sources.map((each) => each.basis).toSorted((a, b) => b.localeCompare(a)),
  );
  expect(sources.flatMap((each) => each.steps)).toEqual(
    expect.arrayContaining(['detect', ...loss.steps.map((step) => step.id)]),
  );
});
