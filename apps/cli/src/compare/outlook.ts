import { planFor } from '@outrigger/components';
import type { Objective, Platform } from '@outrigger/model';
import { type Loss, startTopology, type Timings } from '@outrigger/recovery';
import {
  drawNames,
  graphOfPlan,
  lagDraws,
  type OutputDistribution,
  type StepGraph,
  type StoreLoss,
  storeLosses,
  unfollowed,
  wilson,
} from '@outrigger/sim';
import { evaluatedBlocks, GraphCount, GraphRuns, type ServedRuns } from './graph-runs.ts';
import { ServedByEngine, type UndisturbedRecovery } from './served-by-engine.ts';

/** What a failure would take, as distributions; or why no figure is given. */
export type Outlook =
  | { readonly known: true; readonly forecast: Forecast }
  | { readonly known: false; readonly why: readonly string[] };

export interface Forecast {
  readonly rto: OutputDistribution;
  /** Of the typical recovery, what rests on assumed durations, 0 to 1. */
  readonly assumedShare: number;
  /** Of the store that loses most; infinite where one loses all; null when nothing is stored. */
  readonly rpo: OutputDistribution | null;
  /** Each store of which something may be lost. */
  readonly stores: readonly OutputDistribution[];
  /** Where the writers go. */
  readonly to: string;
  readonly notes: readonly string[];
}

export interface Question {
  readonly failure: Loss;
  readonly objective: Objective;
  readonly timings: Timings;
  readonly runs: number;
  readonly seed: number;
}

/** Recoveries of one strategy, made some at a time, so that one can stop between two. */
export interface Recoveries {
  /** Makes those before this one that are not yet made. */
  advance(to: number): void;
  /** What those that were made come to: one at least. */
  outlook(): Outlook;
}

const anyStore = 'lost in any store';

export function recoveriesOf(platform: Platform, question: Question): Recoveries {
  const { failure, timings } = question;
  const topology = startTopology(platform);
  const planned = planFor({ platform, topology, request: { intent: 'failover', failure } });
  if (planned.plan === undefined) {
    return unknown(planned.problems.map(({ wrong, mend }) => `${wrong}: ${mend}`));
  }
  const { plan } = planned;
  const losses = storeLosses(plan, platform, timings);
  const untimed = losses.filter(({ loses }) => loses === 'unknown');
  if (untimed.length > 0) return unknown(untimed.map(({ why }) => why));
  const gone = losses.filter(({ loses }) => loses === 'all');
  const served = servedRuns({ plan, platform, topology, timings, seed: question.seed }, question);
  const notes = [
    ...plan.redFlags,
    ...plan.notes,
    ...gone.map(({ store, why }) => `${store} is lost: ${why}`),
  ];
  const lost = new LostRuns(lagGraph(losses), losses, question);
  return told(served, lost, { to: plan.to, notes }, gone.length > 0);
}

/** By the evaluator; by the engine itself where a person is waited for. */
function servedRuns(recovery: UndisturbedRecovery, question: Question): ServedRuns {
  const { plan, timings, seed } = recovery;
  const limitMs = question.objective.rtoMs;
  if (unfollowed(plan, timings, question).length > 0) return new ServedByEngine(recovery, limitMs);
  return new GraphRuns(graphOfPlan(plan, timings), { seed, limitMs });
}

/** Nothing can be made of these, for a reason. */
export function unknown(why: readonly string[]): Recoveries {
  return { advance: () => undefined, outlook: () => ({ known: false, why }) };
}

function told(
  served: ServedRuns,
  lost: LostRuns,
  about: Pick<Forecast, 'to' | 'notes'>,
  isAllLost: boolean,
): Recoveries {
  return {
    advance(to) {
      served.advance(to);
      lost.advance(to);
    },
    outlook() {
      const { rto, assumedShare } = served.result();
      const some = lost.result(rto.runs);
      const rpo = isAllLost ? lost.always(Number.POSITIVE_INFINITY, rto.runs) : some.rpo;
      const { stores } = some;
      return { known: true, forecast: { rto, assumedShare, rpo, stores, ...about } };
    },
  };
}

/** What is lost of each store that loses something, and of the worst of them in each run. */
class LostRuns {
  private readonly count: GraphCount | null;
  private readonly isNothing: boolean;
  private readonly limitMs: number;

  constructor(
    graph: StepGraph | null,
    losses: readonly StoreLoss[],
    { objective, seed }: Pick<Question, 'objective' | 'seed'>,
  ) {
    this.limitMs = objective.rpoMs;
    this.isNothing = losses.length === 0;
    const limitsMs = [this.limitMs];
    const drawn = losses
      .map(({ store }) => drawNames.lag(store))
      .filter((name) => graph !== null && name in graph.draws);
    const outputs = [anyStore, ...drawn].map((of) => ({ of, limitsMs }));
    this.count = graph === null ? null : new GraphCount(graph, outputs, evaluatedBlocks(seed));
  }

  advance(to: number): void {
    this.count?.advance(to);
  }

  result(runs: number): Pick<Forecast, 'rpo' | 'stores'> {
    if (this.count === null) {
      return { rpo: this.isNothing ? null : this.always(0, runs), stores: [] };
    }
    const [rpo = null, ...stores] = this.count.result();
    return { rpo, stores };
  }

  always(ms: number, runs: number): OutputDistribution {
    const { limitMs } = this;
    const met = ms <= limitMs ? runs : 0;
    const limits = [{ limitMs, met, ...wilson(met, runs) }];
    const figures = { minMs: ms, p50Ms: ms, p90Ms: ms, p99Ms: ms, maxMs: ms, meanMs: ms };
    return { of: anyStore, runs, ...figures, maxRun: 0, limits };
  }
}

function lagGraph(losses: readonly StoreLoss[]): StepGraph | null {
  const draws = lagDraws(losses);
  const max = Object.keys(draws);
  return max.length === 0 ? null : { name: anyStore, draws, nodes: { [anyStore]: { max } } };
}
