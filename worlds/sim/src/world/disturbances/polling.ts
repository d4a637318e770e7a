import type { DirectWorld } from '@outrigger/recovery';
import { callsControlPlane } from '../control-plane-verbs.ts';
import { disturbance } from '../disturbance.ts';

/**
 * A control plane answers at once, with a handle; what it does is seen by looking again and again,
 * at the interval that the world's timings have. What it says to have failed is told as it is.
 */
export const polling = disturbance({
  name: 'polling',
  about: 'operations answer with a handle and are polled',
  figures: {},
  disturb: ({ befalls, callMs, memory }) => ({
    world: (inner: DirectWorld): DirectWorld => ({
      observe: inner.observe,
      perform: (action, context, then) => {
        if (!callsControlPlane(action)) {
          inner.perform(action, context, then);
          return;
        }
        befalls();
        const { attempt, run, step } = context;
        const handle = `${run} ${step}`;
        memory.time.after(callMs(`accepts ${step} ${attempt}`), () => {
          then({ kind: 'accepted', handle });
          inner.perform(action, context, (outcome) => {
            if (outcome.kind === 'failed' || outcome.kind === 'refused') then(outcome);
          });
        });
      },
    }),
  }),
});
