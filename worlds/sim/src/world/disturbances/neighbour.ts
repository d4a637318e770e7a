import { disturbance } from '../disturbance.ts';

/** The region that takes over is degraded as well: all that is done there takes longer. */
export const neighbour = disturbance({
  name: 'neighbour',
  about: 'the region that takes over is degraded too',
  figures: {
    slower: {
      distribution: { kind: 'uniform', low: 1.5, high: 3 },
      unit: 'times',
      basis: 'assumed',
      source: '2026-03-01, me-central-1: a neighbouring region was hit too; the factor is ours',
    },
  },
  disturb: ({ befalls, draws, running }, figures) => {
    const times = draws.value('neighbour is slower', figures.slower);
    const { basis, source } = figures.slower;
    return {
      effect: ({ region }, _context, so) => {
        if (region !== running().plan.to) return so;
        befalls();
        return { ms: so.ms * times, duration: { ...so.duration, basis, source } };
      },
    };
  },
});
