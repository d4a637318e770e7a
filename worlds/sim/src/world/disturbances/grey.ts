import { checkFigures, checksOf } from '../detection.ts';
import type { Disturbance } from '../disturbance.ts';
import { unhealthyAtMs } from '../health-checks.ts';

const figures = {
  ...checkFigures,
  failing: {
    distribution: { kind: 'uniform', low: 0.5, high: 1 },
    unit: 'share',
    basis: 'assumed',
    source: 'no figure: of all requests, how many fail',
  },
  complaints: {
    distribution: { kind: 'lognormal', median: 15, p99: 60 },
    unit: 'min',
    basis: 'assumed',
    source: 'no figure: until customers have made somebody look',
  },
} as const;

/**
 * Only a share of all requests fails, health checks among them: a checker needs several failures
 * in a row, so the checkers may never agree, and it is the customers who tell.
 */
export const grey: Disturbance = {
  name: 'grey',
  about: 'a grey failure: only a share of all requests fails',
  figures,
  disturb: (stage) => ({
    detectMs: () => {
      const { befalls, draws } = stage;
      befalls();
      const share = draws.value('share that fails', figures.failing);
      const next = draws.sequence('grey probes');
      const complaintsMs = draws.value('customers complain', figures.complaints);
      const seenMs = unhealthyAtMs(checksOf(stage), () => next() < share, complaintsMs);
      const publishMs = draws.value('health is published', figures.publish);
      return Math.min(complaintsMs, (seenMs ?? complaintsMs) + publishMs);
    },
  }),
};
