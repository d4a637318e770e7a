import { disturbance } from '../disturbance.ts';
import { placeLost } from '../place-lost.ts';

/** What was lost comes back while it is being replaced, and goes once more. */
export const backAgain = disturbance({
  name: 'back-again',
  about: 'what was lost comes back half-way, and goes once more',
  changesLoss: true,
  figures: {
    back: {
      distribution: { kind: 'uniform', low: 0.5, high: 10 },
      unit: 'min',
      basis: 'assumed',
      source: '2021-12-07, us-east-1: parts came back and went again for hours; the figure is ours',
    },
    again: {
      distribution: { kind: 'uniform', low: 0.5, high: 5 },
      unit: 'min',
      basis: 'assumed',
      source: '2021-12-07, us-east-1: parts came back and went again for hours; the figure is ours',
    },
  },
  applies: ({ plan }) => placeLost(plan) !== null,
  disturb: ({ befalls, draws, memory, plan }, figures) => {
    const place = placeLost(plan);
    if (place === null) return {};
    const backMs = draws.value('it comes back', figures.back);
    memory.time.after(backMs, () => {
      befalls();
      memory.model.heal(place.name);
    });
    const goneMs = backMs + draws.value('it goes again', figures.again);
    memory.time.after(goneMs, () => memory.lose(place.loss));
    return {};
  },
});
