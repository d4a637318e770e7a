import { checkFigures, checksOf } from '../detection.ts';
import { disturbance } from '../disturbance.ts';
import { unhealthyAtMs } from '../health-checks.ts';
import { placeLost } from '../place-lost.ts';

/** Each checker at its own phase: they disagree for a while, and most of them have to agree. */
export const checkers = disturbance({
  name: 'checkers',
  about: 'each health checker at its own pace, until 82 % agree',
  figures: checkFigures,
  insteadOf: ['detect'],
  applies: ({ plan }) => placeLost(plan) !== null,
  disturb: (stage, figures) => ({
    detectMs: () => {
      stage.befalls();
      const publishMs = stage.draws.value('health is published', figures.publish);
      // Every probe fails, so that it ends with the last one of a row.
      return (unhealthyAtMs(checksOf(stage, figures), () => true) ?? 0) + publishMs;
    },
  }),
});
