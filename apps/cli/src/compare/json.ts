import type { Json } from '@outrigger/model';
import type { OutputDistribution } from '@outrigger/sim';
import type { Bill } from '../cost/bill.ts';
import { claimedBy, claims, outage } from './claims.ts';
import type { Compared, Comparison } from './comparison.ts';
import { shareToMeet } from './verdict.ts';

/** All figures of a comparison as plain data. Times in ms, costs in the table's currency. */
export function comparisonJson(comparison: Comparison): { readonly [field: string]: Json } {
  const { platform, own, failure, objective, runs, seed, prices, strategies, verdict } = comparison;
  const { runsAsked, timingsFrom } = comparison;
  return {
    ok: true,
    schemaVersion: 1,
    platform,
    ownStrategy: own,
    failure: { ...failure },
    objective: { ...objective, shareToMeet },
    runs,
    interrupted: runs < runsAsked,
    seed,
    timings: timingsFrom,
    prices: { table: prices.shown, currency: prices.currency },
    outage: { ...outage },
    strategies: strategies.map((compared) => ({
      ...strategyJson(compared),
      meets: verdict.meets[compared.strategy] ?? 'unknown',
      dominatedBy: verdict.dominatedBy[compared.strategy] ?? null,
      claimed: { ...claims[compared.strategy], by: claimedBy },
    })),
    cheapest: verdict.cheapest,
    undecided: verdict.undecided,
  };
}

function strategyJson({ strategy, standing, single, disaster, outlook, notes }: Compared) {
  return {
    strategy,
    standing: standing === null ? null : billJson(standing),
    oneRegionAlone: single === null ? null : single.counted,
    disaster:
      disaster === null ? null : { ...disaster, unpriced: Object.fromEntries(disaster.unpriced) },
    ...(outlook.known
      ? {
          to: outlook.forecast.to,
          rto: outputJson(outlook.forecast.rto),
          rpo: outlook.forecast.rpo === null ? null : outputJson(outlook.forecast.rpo),
          stores: outlook.forecast.stores.map(outputJson),
          assumedShare: outlook.forecast.assumedShare,
        }
      : { why: [...outlook.why] }),
    notes: [...notes],
  };
}

function outputJson({ of, runs, limits, ...figures }: OutputDistribution) {
  return { of, runs, ...figures, limits: limits.map((limit) => ({ ...limit })) };
}

function billJson({ counted, unpriced, byUse, lines }: Bill) {
  return {
    counted,
    isComplete: unpriced.size === 0,
    unpriced: Object.fromEntries(unpriced),
    byUse: [...byUse],
    lines: lines.map(({ component, quantity, price, cost }) => ({
      component,
      ...quantity,
      price: price?.price ?? null,
      verified: price?.verified ?? null,
      source: price?.source ?? null,
      asOf: price?.asOf ?? null,
      cost,
    })),
  };
}
