import { checkedEvery, checkFigures } from '../detection.ts';
import { disturbance } from '../disturbance.ts';
import { receiving } from '../endpoint-groups.ts';
import { constantOf } from '../figure.ts';

/**
 * Global Accelerator decides by itself: a standby at dial 0 receives nothing, ready or not, until
 * the accelerator's own checks have given up the region at dial 100.
 */
export const accelerator = disturbance({
  name: 'accelerator',
  about: 'Global Accelerator fails over by its own checks, at any dial',
  figures: {
    interval: checkFigures.interval,
    threshold: checkFigures.threshold,
    timeout: {
      distribution: { kind: 'constant', value: 4 },
      unit: 's',
      basis: 'assumed',
      source: 'no figure: as Route 53’s connection within 4 s',
    },
  },
  applies: ({ plan, platform }) =>
    plan.intent === 'failover' &&
    plan.steps.some(
      ({ action: { component, verb } }) =>
        verb === 'admit' && platform.components[component]?.kind === 'global-accelerator',
    ),
  disturb: ({ befalls, draws, memory, platform, running }, figures) => {
    const phase = draws.share('phase of the accelerator');
    const timeoutMs = constantOf(figures.timeout);
    return {
      effect: ({ component, region, verb }, _context, so) => {
        const entry = platform.components[component];
        const { lostAtMs, plan } = running();
        const { intervalMs, threshold } = checkedEvery({ plan }, figures);
        const givenUpMs = lostAtMs + (phase + threshold - 1) * intervalMs + timeoutMs;
        const isFailover = plan.intent === 'failover' && plan.from !== null;
        if (verb !== 'admit' || entry?.kind !== 'global-accelerator' || !isFailover) return so;
        const readyAtMs = memory.time.now() + so.ms;
        const groups = entry.regions.map((name) => ({
          region: name,
          dial: entry.dial[name] ?? 0,
          isHealthy: name === region || (name === plan.from && readyAtMs < givenUpMs),
        }));
        if (region !== undefined && receiving(groups).includes(region)) return so;
        befalls();
        return { ...so, ms: so.ms + givenUpMs - readyAtMs };
      },
    };
  },
});
