import type { DirectWorld } from '@outrigger/recovery';
import { disturbance } from '../disturbance.ts';
import { launchesMachines } from '../machines.ts';

/** Machines can't be had where everybody goes: launches fail until there are some again. */
export const capacity = disturbance({
  name: 'capacity',
  about: 'no machines are to be had for a while',
  figures: {
    missing: {
      distribution: { kind: 'lognormal', median: 10, p99: 240 },
      unit: 'min',
      basis: 'assumed',
      source: '2025-10-28, use1-az2: EKS launches failed for about 14 h; elsewhere no figure',
    },
  },
  applies: (where) => where.plan.steps.some(({ action }) => launchesMachines(where, action)),
  disturb: ({ befalls, callMs, draws, memory, platform, running }, figures) => {
    const backAtMs = draws.value('capacity is missing', figures.missing);
    return {
      world: (inner: DirectWorld): DirectWorld => ({
        observe: inner.observe,
        perform: (action, context, then) => {
          const isLaunch = launchesMachines({ plan: running().plan, platform }, action);
          if (!isLaunch || memory.time.now() >= backAtMs) {
            inner.perform(action, context, then);
            return;
          }
          befalls();
          const outcome = { kind: 'failed', why: 'InsufficientInstanceCapacity' } as const;
          const call = `no capacity for ${context.step} ${context.attempt}`;
          memory.time.after(callMs(call), () => then(outcome));
        },
      }),
    };
  },
});
