import type { DirectWorld } from '@outrigger/recovery';
import type { Disturbance } from '../disturbance.ts';

const figures = {
  missing: {
    distribution: { kind: 'lognormal', median: 10, p99: 240 },
    unit: 'min',
    basis: 'assumed',
    source: '2025-10-28, use1-az2: EKS launches failed for about 14 h; elsewhere no figure',
  },
} as const;

/** Machines can't be had where everybody goes: launches fail until there are some again. */
export const capacity: Disturbance = {
  name: 'capacity',
  about: 'no machines are to be had for a while',
  figures,
  disturb: ({ befalls, callMs, draws, memory }) => {
    const backAtMs = draws.value('capacity is missing', figures.missing);
    return {
      world: (inner: DirectWorld): DirectWorld => ({
        observe: inner.observe,
        perform: (action, context, then) => {
          const isLaunch = action.verb === 'scale' && action.arguments.nodeGroups !== undefined;
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
};
