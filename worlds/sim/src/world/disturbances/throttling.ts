import type { DirectWorld } from '@outrigger/recovery';
import { callsControlPlane } from '../control-plane-verbs.ts';
import { disturbance } from '../disturbance.ts';
import { constantOf } from '../figure.ts';

/** A control plane turns calls away; the SDK tries again by itself, then the attempt has failed. */
export const throttling = disturbance({
  name: 'throttling',
  about: 'control planes turn calls away: too many at once',
  figures: {
    share: {
      distribution: { kind: 'constant', value: 0.3 },
      unit: 'share',
      basis: 'assumed',
      source: 'no figure is published: in a regional event everybody calls at once',
    },
    tries: {
      distribution: { kind: 'constant', value: 3 },
      unit: 'count',
      basis: 'documented',
      source: 'AWS SDKs and Tools guide, standard mode: 3 attempts',
    },
    backoff: {
      distribution: { kind: 'uniform', low: 0, high: 1 },
      unit: 's',
      basis: 'documented',
      source: 'AWS SDKs and Tools guide, standard mode: up to 1 s, doubled each time',
    },
  },
  disturb: ({ befalls, callMs, draws, memory }, figures) => ({
    world: (inner: DirectWorld): DirectWorld => ({
      observe: inner.observe,
      perform: (action, context, then) => {
        const tries = callsControlPlane(action) ? constantOf(figures.tries) : 0;
        let waitMs = 0;
        for (let number = 1; number <= tries; number += 1) {
          const name = `throttled ${context.step} ${context.attempt}.${number}`;
          if (!draws.happens(name, figures.share)) break;
          befalls();
          waitMs += callMs(`${name} call`);
          if (number === tries) {
            const outcome = { kind: 'failed', why: 'ThrottlingException' } as const;
            memory.time.after(waitMs, () => then(outcome));
            return;
          }
          waitMs += 2 ** (number - 1) * draws.value(`${name} backoff`, figures.backoff);
        }
        if (waitMs === 0) inner.perform(action, context, then);
        else memory.time.after(waitMs, () => inner.perform(action, context, then));
      },
    }),
  }),
});
