import {
  type ComponentQuantities,
  hoursPerMonth,
  quantitiesFor,
  usedAtRest,
} from '@outrigger/components';
import {
  componentsOf,
  type Objective,
  objectiveFor,
  type Platform,
  type Strategy,
} from '@outrigger/model';
import type { Loss, Timings } from '@outrigger/recovery';
import { type Bill, billOf, without } from '../cost/bill.ts';
import type { PriceTable } from '../cost/price-table.ts';
import { outage } from './claims.ts';
import { type Outlook, type Question, type Recoveries, recoveriesOf, unknown } from './outlook.ts';
import { movedTo, type Variant, variantsOf } from './strategies.ts';
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

/** What AWS bills more while one region is away. */
export interface Disaster {
  readonly hours: number;
  /** Of the region that takes over, for those hours. */
  readonly running: number;
  /** Once: data that is sent to build the lost copies anew, where its size is known. */
  readonly reseeding: number | null;
  /** `sku in region`, by the month, of what has no price. */
  readonly unpriced: ReadonlyMap<string, number>;
}

export interface CompareInput {
  readonly platform: Platform;
  /** The file's own content: what is derived for other strategies comes from it. */
  readonly written: unknown;
  readonly failure: Loss;
  readonly prices: PriceTable;
  readonly timings: Timings;
  readonly timingsFrom: string | null;
  readonly runs: number;
  readonly seed: number;
}

/** As many recoveries of each strategy between two looks at the clock. */
const blockRuns = 1_024;

/** A comparison under way: all strategies have had as many recoveries at any time. */
export class Comparing {
  private readonly input: CompareInput;
  private readonly question: Question;
  private readonly variants: readonly (readonly [Variant, Recoveries])[];
  private made = 0;

  constructor(input: CompareInput) {
    const { platform, written, failure, timings, runs, seed } = input;
    this.input = input;
    this.question = { failure, objective: objectiveOf(platform, failure), timings, runs, seed };
    this.variants = variantsOf(written, platform).map((variant) => [
      variant,
      variant.platform === null
        ? unknown(variant.problems.map(({ path, wrong }) => `${path} ${wrong}`))
        : recoveriesOf(variant.platform, this.question),
    ]);
  }

  get done(): number {
    return this.made;
  }

  get isDone(): boolean {
    return this.made >= this.input.runs;
  }

  /** The next block of recoveries, of each strategy. */
  advance(): void {
    this.made = Math.min(this.made + blockRuns, this.input.runs);
    for (const [, recoveries] of this.variants) recoveries.advance(this.made);
  }

  /** What was made so far comes to: one block at least. */
  result(): Comparison {
    const { platform, failure, prices, seed, runs, timingsFrom } = this.input;
    const strategies = this.variants.map(([variant, recoveries]) =>
      compared(variant, recoveries, failure, prices),
    );
    return {
      platform: platform.name,
      own: platform.strategy,
      failure,
      objective: this.question.objective,
      runs: this.made,
      runsAsked: runs,
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
  variant: Variant,
  recoveries: Recoveries,
  failure: Loss,
  prices: PriceTable,
): Compared {
  const { strategy } = variant;
  const outlook = recoveries.outlook();
  if (variant.platform === null) {
    return { strategy, standing: null, single: null, disaster: null, outlook, notes: [] };
  }
  const { platform } = variant;
  const regions = Object.keys(platform.regions);
  const atRest = (names: readonly string[]) =>
    billOf(
      names.flatMap((name) => quantitiesFor(platform, name, usedAtRest(platform, name))),
      prices,
    );
  const to = outlook.known ? outlook.forecast.to : null;
  return {
    strategy,
    standing: atRest(regions),
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

function disasterOf(input: {
  readonly platform: Platform;
  readonly from: string;
  readonly to: string;
  readonly prices: PriceTable;
  readonly before: Bill;
}): Disaster {
  const { platform, from, to, prices, before } = input;
  const after = billOf(quantitiesFor(movedTo(platform, to), to, 'active'), prices);
  const more = without(after, before);
  const sent = billOf(sentBack(platform, from, to), prices);
  return {
    hours: outage.hours,
    running: (more.counted / hoursPerMonth) * outage.hours,
    reseeding: sent.lines.length === 0 || sent.unpriced.size > 0 ? null : sent.counted,
    unpriced: more.unpriced,
  };
}

/** The copy in the region that was lost is made anew: all of each disk whose size is known. */
function sentBack(platform: Platform, from: string, to: string): ComponentQuantities[] {
  return componentsOf(platform, 'postgres')
    .filter(({ writerIn }) => writerIn === from)
    .map(({ name, storageBytes }) => {
      const sku = 'data-transfer/between-regions';
      const amount = storageBytes / 2 ** 30;
      const what = `its disk, sent to ${from}`;
      const quantity = { sku, region: to, unit: 'GiB', amount, what } as const;
      return { component: name, quantities: [quantity] };
    });
}
