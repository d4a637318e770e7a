import { disturbance } from '../disturbance.ts';

/** Behind a name the last client may be one that does not ask again until it is restarted. */
export const staleNames = disturbance({
  name: 'stale-names',
  about: 'a client may keep a name’s old answer until it is restarted',
  figures: {
    share: {
      distribution: { kind: 'constant', value: 0.2 },
      unit: 'share',
      basis: 'assumed',
      source: 'no figure: how often somebody’s client keeps an answer for longer than it may',
    },
    kept: {
      distribution: { kind: 'lognormal', median: 30, p99: 1440 },
      unit: 'min',
      basis: 'assumed',
      source: 'Java’s networking properties: older ones for ever, until they are restarted; ours',
    },
  },
  applies: ({ plan }) =>
    plan.steps.some(({ action }) => Number(action.arguments.answersKeptMs ?? 0) > 0),
  disturb: ({ befalls, draws }, figures) => {
    const isThere = draws.happens('a client keeps the name', figures.share);
    const keptMs = draws.value('it is restarted', figures.kept);
    const { basis, source } = figures.kept;
    return {
      moment: (id, so) => {
        if (id !== 'forget' || !isThere) return so;
        befalls();
        return { ms: Math.max(so.ms, keptMs), duration: { ...so.duration, basis, source } };
      },
    };
  },
});
