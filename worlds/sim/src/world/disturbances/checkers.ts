import { checkFigures, checksOf } from '../detection.ts';
import type { Disturbance } from '../disturbance.ts';
import { unhealthyAtMs } from '../health-checks.ts';

/** Longer than any interval times any threshold. */
const untilMs = 3_600_000;

/** Each checker at its own phase: they disagree for a while, and most of them have to agree. */
export const checkers: Disturbance = {
  name: 'checkers',
  about: 'each health checker at its own pace, until 82 % agree',
  figures: checkFigures,
  disturb: (stage) => ({
    detectMs: (ms) => {
      stage.befalls();
      const publishMs = stage.draws.value('health is published', checkFigures.publish);
      return (unhealthyAtMs(checksOf(stage), () => true, untilMs) ?? ms) + publishMs;
    },
  }),
};
