import type { Checks, Plan } from '@outrigger/recovery';
import type { Stage, Where } from './disturbance.ts';
import { constantOf, type Figure } from './figure.ts';
import type { HealthChecks } from './health-checks.ts';
import type { Figures } from './own-figures.ts';

/** How Route 53 checks the health of an endpoint; interval and threshold are the platform's. */
export const checkFigures = {
  interval: {
    distribution: { kind: 'constant', value: 10 },
    unit: 's',
    basis: 'documented',
    source: 'Route 53 developer guide: 10 or 30 s; where the platform says nothing',
  },
  threshold: {
    distribution: { kind: 'constant', value: 3 },
    unit: 'count',
    basis: 'documented',
    source: 'Route 53 developer guide: 3 unless told otherwise',
  },
  timeout: {
    distribution: { kind: 'constant', value: 4 },
    unit: 's',
    basis: 'documented',
    source: 'Route 53 developer guide: a connection within 4 s',
  },
  healthyShare: {
    distribution: { kind: 'constant', value: 0.18 },
    unit: 'share',
    basis: 'documented',
    source: 'Route 53 developer guide: healthy while more than 18 % of the checkers say so',
  },
  checkers: {
    distribution: { kind: 'constant', value: 16 },
    unit: 'count',
    basis: 'assumed',
    source: 'Route 53 checks from eight regions; two in each is ours',
  },
  publish: {
    distribution: { kind: 'lognormal', median: 2, p99: 10 },
    unit: 's',
    basis: 'assumed',
    source: 'no figure: until what they agree on has reached everybody',
  },
} as const satisfies Figures;

export type CheckFigures = { readonly [K in keyof typeof checkFigures]: Figure };

/** How often the plan's entry checks, and how often in a row. */
export function checkedEvery(
  { plan }: Pick<Where, 'plan'>,
  { interval, threshold }: Pick<CheckFigures, 'interval' | 'threshold'>,
): Checks {
  const own = checksIn(plan);
  return {
    intervalMs: own?.intervalMs ?? constantOf(interval),
    threshold: own?.threshold ?? constantOf(threshold),
  };
}

/** The checkers of the plan's entry, each at a phase that is drawn. */
export function checksOf(stage: Stage, figures: CheckFigures): HealthChecks {
  const { intervalMs, threshold } = checkedEvery(stage, figures);
  const count = constantOf(figures.checkers);
  return {
    phasesMs: Array.from({ length: count }, (_, checker) => {
      return intervalMs * stage.draws.share(`phase of checker ${checker}`);
    }),
    intervalMs,
    threshold,
    timeoutMs: constantOf(figures.timeout),
    healthyShareMax: constantOf(figures.healthyShare),
  };
}

/** As the plan has it, which is what is simulated: it may be another than the platform's. */
function checksIn({ steps }: Plan): Checks | null {
  for (const { action } of steps) {
    const { checks, through } = action.arguments;
    if (through === undefined || typeof checks !== 'object' || checks === null) continue;
    if (!('threshold' in checks)) continue;
    return { intervalMs: Number(checks.intervalMs), threshold: Number(checks.threshold) };
  }
  return null;
}
