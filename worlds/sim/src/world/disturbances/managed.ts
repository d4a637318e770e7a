import type { Disturbance } from '../disturbance.ts';

const figures = {
  begins: {
    distribution: { kind: 'constant', value: 0 },
    unit: 's',
    basis: 'assumed',
    source: 'RDS guide: a Multi-AZ instance fails over by itself; that it begins at once is ours',
  },
} as const;

/** Within its region a managed database has begun by itself: we only see that it is done. */
export const managed: Disturbance = {
  name: 'managed',
  about: 'a Multi-AZ database fails over by itself, before we notice',
  figures,
  disturb: ({ befalls, draws, memory, plan }) => {
    const beginsMs = draws.value('it fails over by itself', figures.begins);
    return {
      effect: ({ arguments: given, verb }, _context, so) => {
        const isZonal = plan.intent === 'failover' && plan.failure?.zone !== null;
        if (verb !== 'promote' || given.lossless !== true || !isZonal) return so;
        befalls();
        return { ...so, ms: Math.max(0, beginsMs + so.ms - memory.time.now()) };
      },
    };
  },
};
