import type { Strategy } from '@outrigger/model';
import { type OutputDistribution, wilson } from '@outrigger/sim';
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

/** An objective on a day of which the runs don't tell whether enough of all recoveries meet it. */
export interface Open {
  readonly strategy: Strategy;
  readonly objective: 'rto' | 'rpo';
  readonly day: DayName;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** So many would tell, were the share what it is here; null: it is too near to what is asked. */
  readonly runsToTell: number | null;
}

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
  /** What keeps it open whether a strategy meets both: it is then neither met nor missed. */
  readonly open: readonly Open[];
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
    undecided: cheapest === null ? whyUndecided(fit, candidates, meets) : null,
    open: candidates.flatMap((each) => (meets[each.strategy] === 'unknown' ? openOf(each) : [])),
  };
}

function cheapestOf(fit: readonly Candidate[]): Strategy | null {
  const cheapest = fit.find(({ standing }) =>
    fit.every((other) => isNoDearer(standing, other.standing)),
  );
  return cheapest?.strategy ?? null;
}

function meetsOf(outlook: Outlook, judgedOn: readonly DayName[]): Meets {
  if (!outlook.known) return 'unknown';
  const { forecast } = outlook;
  return allOf(judgedOn.flatMap((day) => [meetsIt(forecast[day].rto), meetsIt(forecast[day].rpo)]));
}

/** Whether the whole interval, not only the estimate, is on one side of what has to be met. */
function meetsIt(output: OutputDistribution | null): Meets {
  return allOf(
    (output?.limits ?? []).map(({ low, high }) => {
      if (high < shareToMeet) return 'no';
      return low >= shareToMeet ? 'yes' : 'unknown';
    }),
  );
}

/** One that is missed is enough; all have to be met. */
function allOf(each: readonly Meets[]): Meets {
  if (each.includes('no')) return 'no';
  return each.includes('unknown') ? 'unknown' : 'yes';
}

function openOf({ outlook, strategy }: Candidate): readonly Open[] {
  if (!outlook.known) return [];
  const { forecast } = outlook;
  const told = new Set<OutputDistribution>();
  return days.flatMap((day) =>
    (['rto', 'rpo'] as const).flatMap((objective): Open[] => {
      const output = forecast[day][objective];
      const [limit] = output?.limits ?? [];
      if (output === null || limit === undefined || meetsIt(output) !== 'unknown') return [];
      // What a bad day doesn't change is the other day's.
      if (told.has(output)) return [];
      told.add(output);
      const { share, low, high } = limit;
      return [{ strategy, objective, day, share, low, high, runsToTell: runsToTell(share) }];
    }),
  );
}

/** Nobody waits for more. */
const toldRunsMax = 10_000_000;

function runsToTell(share: number): number | null {
  for (let runs = 1_000; runs <= toldRunsMax; runs *= 2) {
    const { low, high } = wilson(share * runs, runs);
    if (low >= shareToMeet || high < shareToMeet) return runs;
  }
  return null;
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

function whyUndecided(
  fit: readonly Candidate[],
  all: readonly Candidate[],
  meets: Verdict['meets'],
): string {
  if (fit.length === 0) return whyNone(all, meets);
  const names = fit.map(({ strategy }) => strategy).join(', ');
  return (
    `${names} meet both; which is cheaper hangs on prices or amounts that are not known: ` +
    '--sources lists them'
  );
}

/** Which of the two objectives is met by whom, and what stands in the way of the other. */
function whyNone(all: readonly Candidate[], meets: Verdict['meets']): string {
  const forecasts = all.flatMap(({ strategy, outlook }) =>
    outlook.known ? [{ strategy, ...outlook.forecast }] : [],
  );
  const open = forecasts.filter(({ strategy }) => meets[strategy] === 'unknown');
  if (open.length > 0) {
    const names = open.map(({ strategy }) => strategy).join(', ');
    return `can’t tell whether a strategy meets both objectives: ${names} may`;
  }
  const metBy = (name: 'rto' | 'rpo', day: DayName) => {
    const named = (wanted: Meets) =>
      forecasts.filter((each) => meetsIt(each[day][name]) === wanted).map((each) => each.strategy);
    const [met, perhaps] = [named('yes'), named('unknown')];
    const sure = met.length === 0 ? 'none' : met.join(', ');
    return perhaps.length === 0 ? sure : `${sure}, perhaps by ${perhaps.join(', ')}`;
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
      .filter((store) => meetsIt(store) === 'no')
      .map(({ of }) => of.replace(/ lag$/, '')),
  );
  const everywhere = worst.filter((store) => others.every((other) => other.includes(store)));
  const because =
    metBy('rpo', 'undisturbed') === 'none' && everywhere.length > 0
      ? ` (too much of ${everywhere.join(' and ')} may be lost)`
      : '';
  const nobody = forecasts.length === all.length ? 'no strategy' : 'no strategy with figures';
  return `${nobody} meets both objectives: ${told('rto')}; ${told('rpo')}${because}`;
}
