import type { Json } from '@outrigger/model';
import type { ServingCapacity } from '@outrigger/recovery';
import type { OutputDistribution } from '@outrigger/sim';
import type { Bill } from '../cost/bill.ts';
import { claimedBy, claims, outage } from './claims.ts';
import type { Compared, Comparison } from './comparison.ts';
import type { Day } from './forecast.ts';
import { shareToMeet } from './verdict.ts';

/** All figures of a comparison as plain data. Times in ms, costs in the table's currency. */
export function comparisonJson(comparison: Comparison): { readonly [field: string]: Json } {
  const { platform, own, failure, objective, runs, seed, prices, strategies, verdict } = comparison;
  const { badRuns, disturbances, runsAsked, timingsFrom } = comparison;
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
    badDay: { disturbances: disturbances.map(({ name }) => name), runs: badRuns },
    timings: timingsFrom,
    prices: { table: prices.shown, currency: prices.currency },
    outage: { ...outage },
    strategies: strategies.map((compared) => ({
      ...strategyJson(compared),
      meets: verdict.meets[compared.strategy] ?? 'unknown',
      meetsUndisturbed: verdict.meetsUndisturbed[compared.strategy] ?? 'unknown',
      dominatedBy: verdict.dominatedBy[compared.strategy] ?? null,
      claimed: { ...claims[compared.strategy], by: claimedBy },
    })),
    cheapest: verdict.cheapest,
    cheapestUndisturbed: verdict.cheapestUndisturbed,
    undecided: verdict.undecided,
    open: verdict.open.map((each) => ({ ...each })),
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
          ...dayJson(outlook.forecast.undisturbed),
          badDay: {
            ...dayJson(outlook.forecast.bad),
            givenUp: outlook.forecast.givenUp,
            sameRunsUndisturbed: dayJson(outlook.forecast.sameUndisturbed),
          },
          capacity: capacityJson(outlook.forecast.capacity),
          assumedShare: outlook.forecast.assumedShare,
        }
      : { why: [...outlook.why] }),
    notes: [...notes],
  };
}

function dayJson({ full, rpo, rto, stores }: Day) {
  return {
    rto: outputJson(rto),
    fullCapacity: outputJson(full),
    rpo: rpo === null ? null : outputJson(rpo),
    stores: stores.map(outputJson),
  };
}

function capacityJson(capacity: ServingCapacity | null) {
  if (capacity === null) return null;
  return { share: capacity.share, reduced: capacity.reduced.map((part) => ({ ...part })) };
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
