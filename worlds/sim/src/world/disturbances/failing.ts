import type { DirectWorld } from '@outrigger/recovery';
import { callsControlPlane } from '../control-plane-verbs.ts';
import { disturbance } from '../disturbance.ts';

/** An attempt is answered: it failed. The engine tries again, and in the end asks a person. */
export const failing = disturbance({
  name: 'failing',
  about: 'an attempt at a step fails now and then',
  figures: {
    share: {
      distribution: { kind: 'constant', value: 0.05 },
      unit: 'share',
      basis: 'assumed',
      source: 'no figure is published',
    },
  },
  disturb: ({ befalls, callMs, draws, memory }, figures) => ({
    world: (inner: DirectWorld): DirectWorld => ({
      observe: inner.observe,
      perform: (action, context, then) => {
        const name = `fails ${context.step} ${context.attempt}`;
        if (!callsControlPlane(action) || !draws.happens(name, figures.share)) {
          inner.perform(action, context, then);
          return;
        }
        befalls();
        const outcome = { kind: 'failed', why: 'InternalError' } as const;
        memory.time.after(callMs(`${name} call`), () => then(outcome));
      },
    }),
  }),
});
