import { join } from 'node:path';
import { planFor } from '@outrigger/components';
import { estimate, type Plan, type PlanRequest, startTopology } from '@outrigger/recovery';
import { awsTimings } from '@outrigger/sim';
import { expect, test } from 'vitest';
import { loadPlatform } from '../platform/load.ts';
import { awsPrediction } from './aws-prediction.ts';

async function planOf(request: PlanRequest, example = 'eks-failover'): Promise<Plan> {
  const { platform } = await loadPlatform(`examples/${example}`, {
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
    ['switchover', pause?.p50, null],
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

test('behind a name clients come as late as answers are kept, and Route 53 is cited', async () => {
  const plan = await planOf(
    {
      intent: 'failover',
      failure: { kind: 'region-loss', region: 'ap-northeast-2', zone: null },
    },
    'peccy',
  );
  const { moments, servedMs } = estimate(plan, awsTimings);
  expect(moments.map(({ id }) => id)).toEqual(['detect', 'serve', 'ttl', 'forget']);
  expect(moments.find(({ id }) => id === 'ttl')?.expectedMs).toBe(60_000);
  const shorter = {
    ...plan,
    steps: plan.steps.map((step) => {
      const { answersKeptMs: _, ...given } = step.action.arguments;
      return { ...step, action: { ...step.action, arguments: given } };
    }),
  };
  expect(servedMs.p50).toBeGreaterThan(estimate(shorter, awsTimings).servedMs.p50 + 60_000);
  const sources = awsPrediction([{ phase: 'region-loss', plan }])?.sources ?? [];
  const cited = (id: string) => sources.find(({ steps }) => steps.includes(id))?.source;
  expect(cited('detect')).toContain('Route 53');
  expect(cited('domain/admit')).toContain('Route 53');
  expect(cited('ttl')).toContain('how long clients may keep');
  expect(JSON.stringify(sources)).not.toContain('Global Accelerator');
});

test('behind an accelerator no answer is kept, and its own guide is cited', async () => {
  const plan = await planOf(regionLoss);
  expect(estimate(plan, awsTimings).moments.map(({ id }) => id)).toEqual(['detect', 'serve']);
  const sources = awsPrediction([{ phase: 'region-loss', plan }])?.sources ?? [];
  const cited = (id: string) => sources.find(({ steps }) => steps.includes(id))?.source;
  expect(cited('detect')).toContain('Global Accelerator');
  expect(cited('edge/admit')).toContain('Global Accelerator');
  expect(JSON.stringify(sources)).not.toContain('Route 53');
});
