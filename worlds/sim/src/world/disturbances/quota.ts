import type { DirectWorld } from '@outrigger/recovery';
import { disturbance } from '../disturbance.ts';
import { launchesMachines } from '../machines.ts';

/** The other region’s quota is too low for what has to run there: a person has it raised. */
export const quota = disturbance({
  name: 'quota',
  about: 'in some runs the quota of the other region is too low',
  figures: {
    share: {
      distribution: { kind: 'constant', value: 0.1 },
      unit: 'share',
      basis: 'assumed',
      source: 'no figure: how often nobody raised the quota of the other region',
    },
    raised: {
      distribution: { kind: 'lognormal', median: 30, p99: 1440 },
      unit: 'min',
      basis: 'assumed',
      source:
        'Service Quotas guide: minutes when approved by itself, else days; the figure is ours',
    },
  },
  applies: (where) => where.plan.steps.some(({ action }) => launchesMachines(where, action)),
  disturb: ({ befalls, callMs, draws, memory, platform, running }, figures) => {
    const isTooLow = draws.happens('quota is too low', figures.share);
    const raisedAtMs = isTooLow ? draws.value('quota is raised', figures.raised) : 0;
    return {
      world: (inner: DirectWorld): DirectWorld => ({
        observe: inner.observe,
        perform: (action, context, then) => {
          const isLaunch = launchesMachines({ plan: running().plan, platform }, action);
          if (!isLaunch || memory.time.now() >= raisedAtMs) {
            inner.perform(action, context, then);
            return;
          }
          befalls();
          const outcome = { kind: 'refused', why: 'VcpuLimitExceeded' } as const;
          const call = `above the quota: ${context.step} ${context.attempt}`;
          memory.time.after(callMs(call), () => then(outcome));
        },
      }),
    };
  },
});
