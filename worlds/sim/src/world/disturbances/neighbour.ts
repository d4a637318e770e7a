import type { Disturbance } from '../disturbance.ts';

const figures = {
  slower: {
    distribution: { kind: 'uniform', low: 1.5, high: 3 },
    unit: 'times',
    basis: 'assumed',
    source: '2026-03-01, me-central-1: a neighbouring region was hit too; the factor is ours',
  },
} as const;

/** The region that takes over is degraded as well: all that is done there takes longer. */
export const neighbour: Disturbance = {
  name: 'neighbour',
  about: 'the region that takes over is degraded too',
  figures,
  disturb: ({ befalls, draws, plan }) => {
    const times = draws.value('neighbour is slower', figures.slower);
    const { basis, source } = figures.slower;
    return {
      effect: ({ region }, _context, so) => {
        if (region !== plan.to) return so;
        befalls();
        return { ms: so.ms * times, duration: { ...so.duration, basis, source } };
      },
    };
  },
};
