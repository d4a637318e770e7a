import type { DirectWorld, Json, Subject } from '@outrigger/recovery';
import { callsControlPlane } from '../control-plane-verbs.ts';
import { disturbance } from '../disturbance.ts';

interface Changed {
  readonly facts: { readonly [fact: string]: Json };
  /** Until when a look still shows them, ms. */
  readonly untilMs: number;
}

/** A read after our own write still shows what was there before it, for a while. */
export const staleReads = disturbance({
  name: 'stale-reads',
  about: 'a read after our write shows what was before it',
  figures: {
    behind: {
      distribution: { kind: 'lognormal', median: 2, p99: 30 },
      unit: 's',
      basis: 'assumed',
      source: 'EC2 API guide: eventually consistent, up to a few minutes; the figure is ours',
    },
  },
  disturb: ({ befalls, draws, memory }, figures) => {
    const before = new Map<string, Changed>();
    return {
      world: (inner: DirectWorld): DirectWorld => ({
        observe: (subject, then) => {
          const seen = before.get(keyOf(subject));
          const at = memory.time.now();
          if (seen === undefined || seen.untilMs <= at) {
            inner.observe(subject, then);
            return;
          }
          befalls();
          memory.time.after(0, () => then({ subject, at, status: 'known', facts: seen.facts }));
        },
        perform: (action, context, then) => {
          const { component, region, zone } = action;
          const isCall = callsControlPlane(action);
          const facts = isCall ? memory.model.facts(component, region, zone) : {};
          inner.perform(action, context, (outcome) => {
            if (!isCall || outcome.kind !== 'done') {
              then(outcome);
              return;
            }
            const behindMs = draws.value(`stale ${context.step}`, figures.behind);
            const untilMs = memory.time.now() + behindMs;
            before.set(`${component} ${region ?? ''} ${zone ?? ''}`, { facts, untilMs });
            // It says that it was done, and shows nothing of it.
            then({ kind: 'done', at: outcome.at });
          });
        },
      }),
    };
  },
});

function keyOf(subject: Subject): string {
  if (subject.kind !== 'component') return '';
  return `${subject.component} ${subject.region ?? ''} ${subject.zone ?? ''}`;
}
