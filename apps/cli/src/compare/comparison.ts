import { quantitiesFor, usedAtRest } from '@outrigger/components';
import { type Objective, objectiveFor, type Platform, type Strategy } from '@outrigger/model';
import type { Loss, Timings } from '@outrigger/recovery';
import type { Disturbance } from '@outrigger/sim';
import { type Bill, billOf } from '../cost/bill.ts';
import type { PriceTable } from '../cost/price-table.ts';
import { type Disaster, disasterOf } from './disaster.ts';
import type { Outlook } from './forecast.ts';
import { type Question, type Recoveries, recoveriesOf, unknown } from './outlook.ts';
import { type Variant, variantsOf } from './strategies.ts';
import { writersOf } from './two-writers.ts';
import { judge, type Verdict } from './verdict.ts';

/** Four strategies of one platform, against one failure. */
export interface Comparison {
  readonly platform: string;
  readonly own: Strategy;
  readonly failure: Loss;
  readonly objective: Objective;
  /** Of each strategy; fewer than were asked for when it was interrupted. */
  readonly runs: number;
  readonly runsAsked: number;
  /** As many of these once more, on a bad day. */
  readonly badRuns: number;
  /** What makes that day bad. */
  readonly disturbances: readonly Disturbance[];
  readonly seed: number;
  /** How the durations are known: what documents have, or a file of somebody's own. */
  readonly timingsFrom: string | null;
  readonly prices: PriceTable;
  readonly strategies: readonly Compared[];
  readonly verdict: Verdict;
}

export interface Compared {
  readonly strategy: Strategy;
  /** What is billed in a month while nothing happens; null where it can't be described. */
  readonly standing: Bill | null;
  /** The same, of the region that serves alone: what having no second region would cost. */
  readonly single: Bill | null;
  readonly disaster: Disaster | null;
  readonly outlook: Outlook;
  readonly notes: readonly string[];
}

export interface CompareInput {
  readonly platform: Platform;
  /** The file's own content: what is derived for other strategies comes from it. */
  readonly written: unknown;
  readonly failure: Loss;
  readonly prices: PriceTable;
  readonly timings: Timings;
  readonly timingsFrom: string | null;
  /** What a bad day brings besides the failure. */
  readonly disturbances: readonly Disturbance[];
  readonly runs: number;
  /** The first so many of these once more, on a bad day. */
  readonly badDayRuns: number;
  readonly seed: number;
}

/** As many recoveries of each strategy between two looks at the clock: some 100 ms each. */
const blockRuns = { bad: 128, undisturbed: 1_024 } as const;

/** A strategy, what it is billed while nothing happens, and its recoveries so far. */
interface Entrant {
  readonly variant: Variant;
  readonly standing: Bill | null;
  readonly recoveries: Recoveries;
}

/** A comparison under way: all strategies have had as many recoveries at any time. */
export class Comparing {
  private readonly input: CompareInput;
  private readonly question: Question;
  private readonly variants: readonly Entrant[];
  private made = 0;

  constructor(input: CompareInput) {
    const { badDayRuns, disturbances, platform, written, failure, prices, timings } = input;
    this.input = input;
    const objective = objectiveOf(platform, failure);
    const { runs, seed } = input;
    this.question = { failure, objective, timings, disturbances, runs, badDayRuns, seed };
    // Billed at once: a price that can't be counted is refused before anybody waits for recoveries.
    this.variants = variantsOf(written, platform).map((variant) => {
      if (variant.platform === null) {
        const problems = variant.problems.map(({ path, wrong }) => `${path} ${wrong}`);
        return { variant, standing: null, recoveries: unknown(problems) };
      }
      const standing = billAtRest(variant.platform, Object.keys(variant.platform.regions), prices);
      return { variant, standing, recoveries: recoveriesOf(variant.platform, this.question) };
    });
  }

  get done(): number {
    return this.made;
  }

  get isDone(): boolean {
    return this.made >= this.input.runs;
  }

  /** The next block of recoveries, of each strategy. */
  advance(): void {
    const day = this.made < this.input.badDayRuns ? 'bad' : 'undisturbed';
    this.made = Math.min(this.made + blockRuns[day], this.input.runs);
    for (const { recoveries } of this.variants) recoveries.advance(this.made);
  }

  /** What was made so far comes to: one block at least. */
  result(): Comparison {
    const { badDayRuns, disturbances, platform, failure, prices } = this.input;
    const { seed, runs, timingsFrom } = this.input;
    const strategies = this.variants.map((entrant) => compared(entrant, failure, prices));
    return {
      platform: platform.name,
      own: platform.strategy,
      failure,
      objective: this.question.objective,
      runs: this.made,
      runsAsked: runs,
      badRuns: Math.min(this.made, badDayRuns),
      disturbances,
      seed,
      timingsFrom,
      prices,
      strategies,
      verdict: judge(strategies),
    };
  }
}

/** A crash of the writer's process is held against what is promised for its zone. */
export function objectiveOf(platform: Platform, { kind }: Loss): Objective {
  const scope = kind === 'process-crash' ? 'zone-loss' : kind;
  return objectiveFor(platform, scope) ?? platform.objectives['zone-loss'];
}

function compared(
  { variant, standing, recoveries }: Entrant,
  failure: Loss,
  prices: PriceTable,
): Compared {
  const { strategy } = variant;
  const outlook = recoveries.outlook();
  if (variant.platform === null) {
    return { strategy, standing: null, single: null, disaster: null, outlook, notes: [] };
  }
  const { platform } = variant;
  const atRest = (names: readonly string[]) => billAtRest(platform, names, prices);
  const to = outlook.known ? outlook.forecast.to : null;
  return {
    strategy,
    standing,
    single: atRest([failure.region]),
    disaster:
      to === null || to === failure.region
        ? null
        : disasterOf({ platform, from: failure.region, to, prices, before: atRest([to]) }),
    outlook,
    notes: [
      ...(outlook.known ? outlook.forecast.notes : []),
      ...(strategy === 'active-active' ? writersOf(platform) : []),
    ],
  };
}

/** What these regions are billed in a month while nothing happens. */
function billAtRest(platform: Platform, regions: readonly string[], prices: PriceTable): Bill {
  return billOf(
    regions.flatMap((name) => quantitiesFor(platform, name, usedAtRest(platform, name))),
    prices,
  );
}
