import type { Disturbance } from '../disturbance.ts';
import { placeLost } from '../place-lost.ts';

const figures = {
  back: {
    distribution: { kind: 'uniform', low: 0.3, high: 1 },
    unit: 'share',
    basis: 'assumed',
    source: 'no figure: when, of the time until it is noticed, it is there again',
  },
} as const;

/** By the time that it is noticed nothing is lost any more: the old writer lives meanwhile. */
export const falseAlarm: Disturbance = {
  name: 'false-alarm',
  about: 'what was thought lost is back before the recovery begins',
  figures,
  disturb: ({ befalls, draws, memory, plan }) => {
    const place = placeLost(plan);
    if (place === null) return {};
    return {
      detectMs: (ms) => {
        memory.time.at(ms * draws.value('false alarm ends', figures.back), () => {
          befalls();
          memory.model.heal(place.name);
        });
        return ms;
      },
    };
  },
};
