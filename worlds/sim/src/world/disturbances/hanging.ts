import type { DirectWorld } from '@outrigger/recovery';
import { callsControlPlane } from '../control-plane-verbs.ts';
import { disturbance } from '../disturbance.ts';
import { constantOf } from '../figure.ts';

/** An attempt is never answered, whether it was carried out or not: patience has to run out. */
export const hanging = disturbance({
  name: 'hanging',
  about: 'an attempt at a step is never answered, done or not',
  figures: {
    share: {
      distribution: { kind: 'constant', value: 0.02 },
      unit: 'share',
      basis: 'assumed',
      source: 'no figure is published',
    },
    lostBefore: {
      distribution: { kind: 'constant', value: 0.5 },
      unit: 'share',
      basis: 'assumed',
      source: 'as often on the way there as on the way back',
    },
  },
  disturb: ({ befalls, draws }, figures) => ({
    world: (inner: DirectWorld): DirectWorld => ({
      observe: inner.observe,
      perform: (action, context, then) => {
        const name = `hangs ${context.step} ${context.attempt}`;
        if (!callsControlPlane(action) || !draws.happens(name, figures.share)) {
          inner.perform(action, context, then);
          return;
        }
        befalls();
        const isLostBefore = draws.share(`${name} where`) < constantOf(figures.lostBefore);
        if (!isLostBefore) inner.perform(action, context, () => {});
      },
    }),
  }),
});
