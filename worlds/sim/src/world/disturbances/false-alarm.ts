import { quantile } from '@outrigger/recovery';
import { checkedEvery, checkFigures } from '../detection.ts';
import { disturbance, type Where } from '../disturbance.ts';
import { constantOf, durationOf, type Figure } from '../figure.ts';
import { placeLost } from '../place-lost.ts';

/** So many equal parts of all troubles are looked at. */
const parts = 499;

/** Each trouble that outlasts enough checks in a row; the first of them comes at any time. */
function alarmsPerYear(
  where: Where,
  figures: { readonly troubles: Figure; readonly trouble: Figure },
): number | null {
  if (placeLost(where.plan) === null) return null;
  const { intervalMs, threshold } = checkedEvery(where, checkFigures);
  const { distribution } = durationOf(figures.trouble);
  let seen = 0;
  for (let part = 0; part < parts; part += 1) {
    const leftMs = quantile(distribution, (part + 0.5) / parts) - (threshold - 1) * intervalMs;
    seen += Math.min(Math.max(leftMs / intervalMs, 0), 1) / parts;
  }
  return constantOf(figures.troubles) * seen;
}

/** By the time that it is noticed nothing is lost any more: the old writer lives meanwhile. */
export const falseAlarm = disturbance({
  name: 'false-alarm',
  about: 'what was thought lost is back before the recovery begins',
  changesLoss: true,
  figures: {
    back: {
      distribution: { kind: 'uniform', low: 0.3, high: 1 },
      unit: 'share',
      basis: 'assumed',
      source: 'no figure: when, of the time until it is noticed, it is there again',
    },
    troubles: {
      distribution: { kind: 'constant', value: 12 },
      unit: 'count',
      basis: 'assumed',
      source: 'no figure: how often a year an entry and a region do not reach each other',
    },
    trouble: {
      distribution: { kind: 'lognormal', median: 5, p99: 60 },
      unit: 's',
      basis: 'assumed',
      source: 'no figure: for how long they do not',
    },
  },
  perYear: alarmsPerYear,
  applies: ({ plan }) => placeLost(plan) !== null,
  disturb: ({ befalls, draws, memory, plan }, figures) => {
    const place = placeLost(plan);
    if (place === null) return {};
    return {
      detected: (ms) => {
        memory.time.at(ms * draws.value('false alarm ends', figures.back), () => {
          befalls();
          memory.model.heal(place.name);
        });
      },
    };
  },
});
