import type { Action, Plan } from '@outrigger/recovery';
import { disturbance } from '../disturbance.ts';

/** Within its region a managed database has begun by itself: we only see that it is done. */
export const managed = disturbance({
  name: 'managed',
  about: 'a Multi-AZ database fails over by itself, before we notice',
  figures: {
    begins: {
      distribution: { kind: 'constant', value: 0 },
      unit: 's',
      basis: 'assumed',
      source: 'RDS guide: a Multi-AZ instance fails over by itself; that it begins at once is ours',
    },
  },
  applies: ({ plan }) => plan.steps.some(({ action }) => failsOverByItself(plan, action)),
  disturb: ({ befalls, draws, memory, running }, figures) => {
    const beginsMs = draws.value('it fails over by itself', figures.begins);
    return {
      effect: (action, _context, so) => {
        if (!failsOverByItself(running().plan, action)) return so;
        befalls();
        return { ...so, ms: Math.max(0, beginsMs + so.ms - memory.time.now()) };
      },
    };
  },
});

function failsOverByItself({ failure, intent }: Plan, { arguments: given, verb }: Action): boolean {
  const isZonal = intent === 'failover' && failure?.zone !== null;
  return isZonal && verb === 'promote' && given.lossless === true;
}
