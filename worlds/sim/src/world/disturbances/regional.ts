import { disturbance } from '../disturbance.ts';

/** What looked like the outage of a zone is the region's: the plan for the zone leads nowhere. */
export const regional = disturbance({
  name: 'regional',
  about: 'a zone’s outage that turns out to be the region’s',
  changesLoss: true,
  figures: {
    spreads: {
      distribution: { kind: 'uniform', low: 0.5, high: 5 },
      unit: 'min',
      basis: 'assumed',
      source: '2016-06, Sydney, and 2022-07-28, us-east-2: zones whose loss others felt; ours',
    },
  },
  applies: ({ plan }) => plan.intent === 'failover' && plan.failure?.zone !== null,
  disturb: ({ befalls, draws, memory, plan, spreads }, figures) => {
    const { failure, intent } = plan;
    if (intent !== 'failover' || failure === null || failure.zone === null) return {};
    memory.time.after(draws.value('the region follows', figures.spreads), () => {
      if (spreads({ kind: 'region-loss', region: failure.region, zone: null })) befalls();
    });
    return {};
  },
});
