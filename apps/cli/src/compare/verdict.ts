import type { Strategy } from '@outrigger/model';
import { type Bill, isAtMost } from '../cost/bill.ts';
import type { Outlook } from './outlook.ts';

/** Of all recoveries, the share that has to meet an objective: what a p99 says. */
export const shareToMeet = 0.99;

/** What a strategy is judged by. */
export interface Candidate {
  readonly strategy: Strategy;
  /** null where the platform can't be described under it. */
  readonly standing: Bill | null;
  readonly outlook: Outlook;
}

export type Meets = 'yes' | 'no' | 'unknown';

export interface Verdict {
  readonly meets: { readonly [S in Strategy]?: Meets };
  /** By strategy, another that costs no more and is nowhere worse. */
  readonly dominatedBy: { readonly [S in Strategy]?: Strategy };
  /** The cheapest of those that meet both objectives; null when none does or it can't be told. */
  readonly cheapest: Strategy | null;
  /** Why no cheapest is named. */
  readonly undecided: string | null;
}

export function judge(candidates: readonly Candidate[]): Verdict {
  const meets: { [S in Strategy]?: Meets } = {};
  const dominatedBy: { [S in Strategy]?: Strategy } = {};
  for (const candidate of candidates) {
    meets[candidate.strategy] = meetsOf(candidate.outlook);
    const better = candidates.find((other) => dominates(other, candidate));
    if (better !== undefined) dominatedBy[candidate.strategy] = better.strategy;
  }
  const fit = candidates.filter(({ strategy }) => meets[strategy] === 'yes');
  const cheapest = fit.find(({ standing }) =>
    fit.every((other) => isNoDearer(standing, other.standing)),
  );
  return {
    meets,
    dominatedBy,
    cheapest: cheapest?.strategy ?? null,
    undecided: cheapest === undefined ? whyUndecided(fit, candidates) : null,
  };
}

/** Whether the whole interval, not only the estimate, is on one side of what has to be met. */
function meetsOf(outlook: Outlook): Meets {
  if (!outlook.known) return 'unknown';
  const { rto, rpo } = outlook.forecast;
  const limits = [rto, ...(rpo === null ? [] : [rpo])].flatMap((each) => each.limits);
  if (limits.some(({ high }) => high < shareToMeet)) return 'no';
  return limits.every(({ low }) => low >= shareToMeet) ? 'yes' : 'unknown';
}

/** At least as good in cost, RTO and RPO, and better in one of them. */
function dominates(one: Candidate, other: Candidate): boolean {
  if (one.strategy === other.strategy || !one.outlook.known || !other.outlook.known) return false;
  if (!isNoDearer(one.standing, other.standing)) return false;
  const [first, second] = [one.outlook.forecast, other.outlook.forecast];
  const differences = [
    second.rto.p99Ms - first.rto.p99Ms,
    (second.rpo?.p99Ms ?? 0) - (first.rpo?.p99Ms ?? 0),
    isNoDearer(other.standing, one.standing) ? 0 : 1,
  ];
  return differences.every((each) => each >= 0) && differences.some((each) => each > 0);
}

function isNoDearer(one: Bill | null, other: Bill | null): boolean {
  return one !== null && other !== null && isAtMost(one, other);
}

function whyUndecided(fit: readonly Candidate[], all: readonly Candidate[]): string {
  if (fit.length === 0) return whyNone(all);
  const names = fit.map(({ strategy }) => strategy).join(', ');
  return (
    `${names} meet both; which is cheaper hangs on prices or amounts that are not known: ` +
    '--sources lists them'
  );
}

/** Which of the two objectives is met by whom, and what stands in the way of the other. */
function whyNone(all: readonly Candidate[]): string {
  const forecasts = all.flatMap(({ strategy, outlook }) =>
    outlook.known ? [{ strategy, ...outlook.forecast }] : [],
  );
  const metBy = (name: 'rto' | 'rpo') => {
    const met = forecasts.filter((each) =>
      (each[name]?.limits ?? []).every(({ low }) => low >= shareToMeet),
    );
    return met.length === 0 ? 'none' : met.map(({ strategy }) => strategy).join(', ');
  };
  // What every strategy loses too much of: a backup alone is behind in each of them.
  const [worst = [], ...others] = forecasts.map(({ stores }) =>
    stores
      .filter(({ limits }) => limits.some(({ high }) => high < shareToMeet))
      .map(({ of }) => of.replace(/ lag$/, '')),
  );
  const everywhere = worst.filter((store) => others.every((other) => other.includes(store)));
  const because =
    metBy('rpo') === 'none' && everywhere.length > 0
      ? ` (too much of ${everywhere.join(' and ')} may be lost)`
      : '';
  return (
    `no strategy meets both objectives: RTO is met by ${metBy('rto')}, ` +
    `RPO by ${metBy('rpo')}${because}`
  );
}
