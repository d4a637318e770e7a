import type { DirectWorld } from '@outrigger/recovery';
import { disturbance } from '../disturbance.ts';

/** What was done is told late. */
export const late = disturbance({
  name: 'late',
  about: 'what was done is answered late, by minutes',
  figures: {
    share: {
      distribution: { kind: 'constant', value: 0.1 },
      unit: 'share',
      basis: 'assumed',
      source: 'no figure is published',
    },
    later: {
      distribution: { kind: 'lognormal', median: 1, p99: 15 },
      unit: 'min',
      basis: 'assumed',
      source: 'no figure is published',
    },
  },
  disturb: ({ befalls, draws, memory }, figures) => ({
    world: (inner: DirectWorld): DirectWorld => ({
      observe: inner.observe,
      perform: (action, context, then) => {
        const name = `late ${context.step} ${context.attempt}`;
        if (!draws.happens(name, figures.share)) {
          inner.perform(action, context, then);
          return;
        }
        befalls();
        const laterMs = draws.value(`${name} by`, figures.later);
        inner.perform(action, context, (outcome) => {
          memory.time.after(laterMs, () => then(outcome));
        });
      },
    }),
  }),
});
