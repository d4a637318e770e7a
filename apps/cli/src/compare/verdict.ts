import type { Strategy } from '@outrigger/model';
import type { OutputDistribution } from '@outrigger/sim';
import { type Bill, isAtMost } from '../cost/bill.ts';
import { type Disaster, isNoDearerDisaster } from './disaster.ts';
import { type Day, type DayName, days, type Outlook } from './forecast.ts';

/** Of all recoveries, the share that has to meet an objective: what a p99 says. */
export const shareToMeet = 0.99;

/** What a strategy is judged by. */
export interface Candidate {
  readonly strategy: Strategy;
  /** null where the platform can't be described under it. */
  readonly standing: Bill | null;
  /** null where no region takes over. */
  readonly disaster: Disaster | null;
  readonly outlook: Outlook;
}

export type Meets = 'yes' | 'no' | 'unknown';

export interface Verdict {
  /** Both objectives, on an undisturbed day and on a bad one. */
  readonly meets: { readonly [S in Strategy]?: Meets };
  /** On an undisturbed day alone. */
  readonly meetsUndisturbed: { readonly [S in Strategy]?: Meets };
  /** By strategy, another that is no worse in anything that is told, and better in something. */
  readonly dominatedBy: { readonly [S in Strategy]?: Strategy };
  /** The cheapest of those that meet both objectives; null when none does or it can't be told. */
  readonly cheapest: Strategy | null;
  /** What would be the cheapest if no day were bad; null where that is the same, or not told. */
  readonly cheapestUndisturbed: Strategy | null;
  /** Why no cheapest is named. */
  readonly undecided: string | null;
}

export function judge(candidates: readonly Candidate[]): Verdict {
  const meets: { [S in Strategy]?: Meets } = {};
  const meetsUndisturbed: { [S in Strategy]?: Meets } = {};
  const dominatedBy: { [S in Strategy]?: Strategy } = {};
  for (const candidate of candidates) {
    const { outlook, strategy } = candidate;
    meets[strategy] = meetsOf(outlook, days);
    meetsUndisturbed[strategy] = meetsOf(outlook, ['undisturbed']);
    const better = candidates.find((other) => dominates(other, candidate));
    if (better !== undefined) dominatedBy[strategy] = better.strategy;
  }
  const fit = candidates.filter(({ strategy }) => meets[strategy] === 'yes');
  const cheapest = cheapestOf(fit);
  const undisturbed = cheapestOf(
    candidates.filter(({ strategy }) => meetsUndisturbed[strategy] === 'yes'),
  );
  return {
    meets,
    meetsUndisturbed,
    dominatedBy,
    cheapest,
    cheapestUndisturbed: undisturbed === cheapest ? null : undisturbed,
    undecided: cheapest === null ? whyUndecided(fit, candidates) : null,
  };
}

function cheapestOf(fit: readonly Candidate[]): Strategy | null {
  const cheapest = fit.find(({ standing }) =>
    fit.every((other) => isNoDearer(standing, other.standing)),
  );
  return cheapest?.strategy ?? null;
}

/** Whether the whole interval, not only the estimate, is on one side of what has to be met. */
function meetsOf(outlook: Outlook, judgedOn: readonly DayName[]): Meets {
  if (!outlook.known) return 'unknown';
  const limits = judgedOn.flatMap((day) => {
    const { rto, rpo } = outlook.forecast[day];
    return [rto, ...(rpo === null ? [] : [rpo])].flatMap((each) => each.limits);
  });
  if (limits.some(({ high }) => high < shareToMeet)) return 'no';
  return limits.every(({ low }) => low >= shareToMeet) ? 'yes' : 'unknown';
}

/** At least as good in every figure that is told of them, and better in one. */
function dominates(one: Candidate, other: Candidate): boolean {
  if (one.strategy === other.strategy || !one.outlook.known || !other.outlook.known) return false;
  if (!isNoDearer(one.standing, other.standing)) return false;
  if (!isNoDearerDisaster(one.disaster, other.disaster)) return false;
  const [first, second] = [figuresOf(one), figuresOf(other)];
  const isNoWorse = first.every((figure, index) => figure <= (second[index] ?? figure));
  const isBetter =
    first.some((figure, index) => figure < (second[index] ?? figure)) ||
    !isNoDearer(other.standing, one.standing) ||
    !isNoDearerDisaster(other.disaster, one.disaster);
  return isNoWorse && isBetter;
}

/** All that is told of recoveries; of each figure less is better. */
function figuresOf({ outlook }: Candidate): readonly number[] {
  if (!outlook.known) return [];
  const { capacity } = outlook.forecast;
  return [...days.flatMap((day) => dayFigures(outlook.forecast[day])), -(capacity?.share ?? 0)];
}

function dayFigures({ full, rpo, rto }: Day): number[] {
  const missed = (output: OutputDistribution | null) => 1 - (output?.limits[0]?.share ?? 1);
  return [
    ...[rto, full].flatMap(({ p50Ms, p99Ms }) => [p50Ms, p99Ms]),
    rpo?.p99Ms ?? 0,
    missed(rto),
    missed(rpo),
  ];
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
  const metBy = (name: 'rto' | 'rpo', day: DayName) => {
    const met = forecasts.filter((each) =>
      (each[day][name]?.limits ?? []).every(({ low }) => low >= shareToMeet),
    );
    return met.length === 0 ? 'none' : met.map(({ strategy }) => strategy).join(', ');
  };
  const told = (name: 'rto' | 'rpo') => {
    const [undisturbed, bad] = [metBy(name, 'undisturbed'), metBy(name, 'bad')];
    const title = name.toUpperCase();
    if (undisturbed === bad) return `${title} is met by ${bad}`;
    return `${title} is met by ${bad} (on an undisturbed day by ${undisturbed})`;
  };
  // What every strategy loses too much of: a backup alone is behind in each of them.
  const [worst = [], ...others] = forecasts.map(({ undisturbed }) =>
    undisturbed.stores
      .filter(({ limits }) => limits.some(({ high }) => high < shareToMeet))
      .map(({ of }) => of.replace(/ lag$/, '')),
  );
  const everywhere = worst.filter((store) => others.every((other) => other.includes(store)));
  const because =
    metBy('rpo', 'undisturbed') === 'none' && everywhere.length > 0
      ? ` (too much of ${everywhere.join(' and ')} may be lost)`
      : '';
  return `no strategy meets both objectives: ${told('rto')}; ${told('rpo')}${because}`;
}
