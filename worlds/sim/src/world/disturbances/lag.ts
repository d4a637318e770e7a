import type { Disturbance } from '../disturbance.ts';

const figures = {
  trouble: {
    distribution: { kind: 'lognormal', median: 5, p99: 60 },
    unit: 'min',
    basis: 'assumed',
    source: 'no figure: how long the link was in trouble before the region went',
  },
  replicated: {
    distribution: { kind: 'uniform', low: 0.5, high: 1 },
    unit: 'share',
    basis: 'assumed',
    source: 'no figure: how much of what was written came through meanwhile',
  },
  catchesUp: {
    distribution: { kind: 'uniform', low: 0.5, high: 2 },
    unit: 'times',
    basis: 'assumed',
    source: 'no figure: seconds of writes that a copy makes up in a second, once the link is well',
  },
} as const;

/**
 * The writes come faster than the link takes them: of each second of trouble, what did not come
 * through waits, so the copy is behind by that much more.
 */
export const lag: Disturbance = {
  name: 'lag',
  about: 'the copies fall behind: a link in trouble, or too many writes',
  figures,
  disturb: ({ befalls, draws, memory, plan }) => {
    const troubleMs = draws.value('link in trouble', figures.trouble);
    const backlogMs = troubleMs * (1 - draws.value('link takes', figures.replicated));
    const catchesUp = draws.value('a copy catches up', figures.catchesUp);
    befalls();
    return {
      lagMs: (_component, ms) => {
        // Lost with a region it is never made up; before a planned move the link is well again.
        const madeUpMs = plan.intent === 'failover' ? 0 : memory.time.now() * catchesUp;
        return ms + Math.max(0, backlogMs - madeUpMs);
      },
    };
  },
};
