import type { Platform } from '@outrigger/model';
import type { Checks, Plan } from '@outrigger/recovery';
import type { Stage, Where } from './disturbance.ts';
import { constantOf, type Figure } from './figure.ts';
import type { HealthChecks } from './health-checks.ts';

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
} as const satisfies { readonly [figure: string]: Figure };

/** How often the plan's entry checks, and how often in a row. */
export function checkedEvery({ plan, platform }: Where): Checks {
  const own = healthCheckOf(plan, platform);
  return {
    intervalMs: own?.intervalMs ?? constantOf(checkFigures.interval),
    threshold: own?.threshold ?? constantOf(checkFigures.threshold),
  };
}

/** The checkers of the plan's entry, each at a phase that is drawn. */
export function checksOf(stage: Stage): HealthChecks {
  const { intervalMs, threshold } = checkedEvery(stage);
  const count = constantOf(checkFigures.checkers);
  return {
    phasesMs: Array.from({ length: count }, (_, checker) => {
      return intervalMs * stage.draws.share(`phase of checker ${checker}`);
    }),
    intervalMs,
    threshold,
    timeoutMs: constantOf(checkFigures.timeout),
    healthyShareMax: constantOf(checkFigures.healthyShare),
  };
}

function healthCheckOf(plan: Plan, platform: Platform) {
  for (const { action } of plan.steps) {
    const entry = platform.components[String(action.arguments.through ?? '')];
    if (entry?.kind === 'global-accelerator' || entry?.kind === 'dns') return entry.healthCheck;
  }
  return null;
}
