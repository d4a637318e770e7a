import type { DirectWorld, Json, Observation } from '@outrigger/recovery';
import { callsControlPlane } from '../control-plane-verbs.ts';
import { disturbance } from '../disturbance.ts';
import { partKey, subjectKey } from '../subject-key.ts';

type Facts = { readonly [fact: string]: Json };

/** What was changed, and until when a look still shows what was before. */
interface Changed {
  readonly facts: Facts;
  readonly behindMs: number;
  /** Ms; null: it was accepted, and is not yet seen to be done. */
  readonly untilMs: number | null;
}

/**
 * A read after our own write still shows what was there before it, for a while. Of a write that is
 * only accepted nobody says when it is done: from the first look on that could have seen it, the
 * looks are behind.
 */
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

    /** The first look that shows the change: those from now on are behind. */
    const noticed = (key: string, changed: Changed, seen: Observation): Observation => {
      if (seen.status !== 'known' || isSame(changed.facts, seen.facts)) return seen;
      before.set(key, { ...changed, untilMs: memory.time.now() + changed.behindMs });
      befalls();
      return { ...seen, facts: changed.facts };
    };

    return {
      world: (inner: DirectWorld): DirectWorld => ({
        observe: (subject, then) => {
          const key = subjectKey(subject);
          const changed = before.get(key ?? '');
          const at = memory.time.now();
          if (key === null || changed === undefined || (changed.untilMs ?? at + 1) <= at) {
            inner.observe(subject, then);
          } else if (changed.untilMs === null) {
            inner.observe(subject, (seen) => then(noticed(key, changed, seen)));
          } else {
            befalls();
            const { facts } = changed;
            memory.time.after(0, () => then({ subject, at, status: 'known', facts }));
          }
        },
        perform: (action, context, then) => {
          if (!callsControlPlane(action)) {
            inner.perform(action, context, then);
            return;
          }
          const { component, region, zone } = action;
          const facts = memory.model.facts(component, region, zone);
          const remember = (untilMs: (behindMs: number) => number | null) => {
            const behindMs = draws.value(`stale ${context.step}`, figures.behind);
            before.set(partKey(action), { facts, behindMs, untilMs: untilMs(behindMs) });
          };
          inner.perform(action, context, (outcome) => {
            if (outcome.kind === 'accepted') remember(() => null);
            if (outcome.kind !== 'done') {
              then(outcome);
              return;
            }
            remember((behindMs) => memory.time.now() + behindMs);
            // It says that it was done, and shows nothing of it.
            then({ kind: 'done', at: outcome.at });
          });
        },
      }),
    };
  },
});

/** But for the lag, which is another at each look. */
function isSame(one: Facts, other: Facts): boolean {
  const told = ({ lagMs: _, ...facts }: Facts) => JSON.stringify(facts);
  return told(one) === told(other);
}
