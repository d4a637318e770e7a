import type { DirectWorld } from '@outrigger/recovery';
import { checkFigures, checksOf } from '../detection.ts';
import { disturbance } from '../disturbance.ts';
import { unhealthyAtMs } from '../health-checks.ts';
import { placeLost } from '../place-lost.ts';

/**
 * Only a share of all requests fails, health checks among them: a checker needs several failures
 * in a row, so the checkers may never agree, and it is the customers who tell. What is thought lost
 * is there: its writer goes on until it is fenced, its copies are fed, and of what the controller
 * asks of it the same share fails. A fence is the voters' word, whom nothing ails.
 */
export const grey = disturbance({
  name: 'grey',
  about: 'a grey failure: only a share of all requests fails',
  changesLoss: true,
  figures: {
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
  },
  insteadOf: ['detect'],
  applies: ({ plan }) => placeLost(plan) !== null,
  disturb: (stage, figures) => {
    const { befalls, callMs, draws, memory, plan } = stage;
    const place = placeLost(plan);
    if (place === null) return {};
    befalls();
    const failingShare = draws.value('share that fails', figures.failing);
    const next = draws.sequence('grey calls');
    const isLost = (where: { readonly region?: string; readonly zone?: string }) =>
      (where.region === place.name || where.zone === place.name) && next() < failingShare;
    return {
      failingShare,
      isThere: true,
      detectMs: () => {
        const probes = draws.sequence('grey probes');
        const complaintsMs = draws.value('customers complain', figures.complaints);
        const checks = checksOf(stage, figures);
        const seenMs = unhealthyAtMs(checks, () => probes() < failingShare, complaintsMs);
        const publishMs = draws.value('health is published', figures.publish);
        return Math.min(complaintsMs, (seenMs ?? complaintsMs) + publishMs);
      },
      world: (inner: DirectWorld): DirectWorld => ({
        observe: (subject, then) => {
          if (!isLost(subject)) {
            inner.observe(subject, then);
            return;
          }
          const at = memory.time.now();
          const why = 'ServiceUnavailable';
          memory.time.after(0, () => then({ subject, at, status: 'unknown', since: null, why }));
        },
        perform: (action, context, then) => {
          if (action.verb === 'fence' || !isLost(action)) {
            inner.perform(action, context, then);
            return;
          }
          const outcome = { kind: 'failed', why: 'ServiceUnavailable' } as const;
          memory.time.after(callMs(`grey ${context.step} ${context.attempt}`), () => then(outcome));
        },
      }),
    };
  },
});
