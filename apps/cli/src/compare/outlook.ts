import { planFor } from '@outrigger/components';
import type { Objective, Platform } from '@outrigger/model';
import { finder, type Loss, type Plan, startTopology, type Topology } from '@outrigger/recovery';
import {
  awsTimings,
  criticalPath,
  type Draw,
  drawNames,
  drawOf,
  type Evaluated,
  type Expression,
  evaluate,
  graphOfPlan,
  lagDraws,
  type OutputDistribution,
  planOutputs,
  type StepGraph,
  type StoreLoss,
  storeLosses,
  unfollowed,
  wilson,
} from '@outrigger/sim';
import { backupAge } from './backup-age.ts';
import { type EngineRuns, engineRuns } from './engine-runs.ts';
import { rebuildOf, restored } from './rebuild.ts';

/** What a failure would take, as distributions; or why no figure is given. */
export type Outlook =
  | { readonly known: true; readonly forecast: Forecast }
  | { readonly known: false; readonly why: readonly string[] };

export interface Forecast extends EngineRuns {
  /** Of the store that loses most; infinite where one loses all; null when nothing is stored. */
  readonly rpo: OutputDistribution | null;
  /** Each store of which something may be lost. */
  readonly stores: readonly OutputDistribution[];
  /** `plan`: recovery's own; `rebuild`: what stands in for the plan that recovery has not. */
  readonly from: 'plan' | 'rebuild';
  /** Where the writers go. */
  readonly to: string;
  readonly notes: readonly string[];
}

export interface Question {
  readonly failure: Loss;
  readonly objective: Objective;
  readonly runs: number;
  readonly seed: number;
}

/** Runs for the share that rests on assumptions: a share needs fewer than a tail. */
const tracedRuns = 2_000;
const anyStore = 'lost in any store';

export function outlookOf(platform: Platform, question: Question): Outlook {
  const { failure } = question;
  if (platform.strategy === 'backup-restore' && failure.zone === null) {
    const to = Object.keys(platform.regions).find((name) => name !== failure.region);
    if (to === undefined) return { known: false, why: ['there is no other region'] };
    return rebuilt(platform, to, question);
  }
  const topology = startTopology(platform);
  const planned = planFor({ platform, topology, request: { intent: 'failover', failure } });
  if (planned.plan === undefined) {
    return { known: false, why: planned.problems.map(({ wrong, mend }) => `${wrong}: ${mend}`) };
  }
  const { plan } = planned;
  const losses = storeLosses(plan, platform, awsTimings);
  const untimed = losses.filter(({ loses }) => loses === 'unknown');
  if (untimed.length > 0) return { known: false, why: untimed.map(({ why }) => why) };
  const gone = losses.filter(({ loses }) => loses === 'all');
  const { all, stores } = lostIn(lagGraph(losses), losses, question);
  const forecast: Forecast = {
    ...planRuns(plan, topology, question),
    rpo: gone.length > 0 ? everything(question) : all,
    stores,
    from: 'plan',
    to: plan.to,
    notes: [
      ...plan.redFlags,
      ...plan.notes,
      ...gone.map(({ store, why }) => `${store} is lost: ${why}`),
    ],
  };
  return { known: true, forecast };
}

/** By the evaluator; by the engine itself where a person is waited for. */
function planRuns(plan: Plan, topology: Topology, question: Question): EngineRuns {
  const { objective, runs, seed } = question;
  if (unfollowed(plan, awsTimings, question).length > 0) {
    return engineRuns(plan, topology, { runs, seed, limitMs: objective.rtoMs });
  }
  return graphRuns(graphOfPlan(plan, awsTimings), question);
}

function graphRuns(graph: StepGraph, { objective, runs, seed }: Question): EngineRuns {
  const of = planOutputs.served;
  const outputs = [{ of, limitsMs: [objective.rtoMs] }];
  const [rto] = sound(evaluate(graph, { outputs, runs, seed }));
  const traced = criticalPath(graph, { of, runs: Math.min(runs, tracedRuns), seed });
  if (rto === undefined || !traced.ok) throw new Error(`${graph.name} tells nothing`);
  return { rto, assumedShare: traced.path.typical.assumedShare };
}

function rebuilt(platform: Platform, to: string, question: Question): Outlook {
  const { graph, notes } = rebuildOf(platform, finder(awsTimings));
  const lost = restored(platform)
    .filter(({ writerIn }) => writerIn === question.failure.region)
    .map(({ name }) => ({ store: name }));
  const { all, stores } = lostIn(backupGraph(lost), lost, question);
  const runs = graphRuns(graph, question);
  return { known: true, forecast: { ...runs, rpo: all, stores, from: 'rebuild', to, notes } };
}

type Store = Pick<StoreLoss, 'store'>;

/** What is lost of each store that loses something, and of the worst of them in each run. */
function lostIn(
  graph: StepGraph | null,
  losses: readonly Store[],
  { objective, runs, seed }: Question,
): { readonly all: OutputDistribution | null; readonly stores: readonly OutputDistribution[] } {
  if (graph === null)
    return { all: losses.length === 0 ? null : constant(0, runs, objective.rpoMs), stores: [] };
  const limitsMs = [objective.rpoMs];
  const drawn = losses
    .map(({ store }) => drawNames.lag(store))
    .filter((name) => name in graph.draws || name in graph.nodes);
  const outputs = [anyStore, ...drawn].map((of) => ({ of, limitsMs }));
  const [all, ...stores] = sound(evaluate(graph, { outputs, runs, seed }));
  return { all: all ?? null, stores };
}

function lagGraph(losses: readonly StoreLoss[]): StepGraph | null {
  const draws = lagDraws(losses);
  const max = Object.keys(draws);
  return max.length === 0 ? null : { name: anyStore, draws, nodes: { [anyStore]: { max } } };
}

function backupGraph(lost: readonly Store[]): StepGraph | null {
  const draws: Record<string, Draw> = {};
  const nodes: Record<string, Expression> = {};
  for (const { store } of lost) {
    const parts = backupAge.map((part) => ({ ...part, id: `${store} ${part.name}` }));
    for (const { id, ...part } of parts) draws[id] = drawOf(part);
    nodes[drawNames.lag(store)] = { sum: parts.map(({ id }) => id) };
  }
  const max = Object.keys(nodes);
  if (max.length === 0) return null;
  return { name: anyStore, draws, nodes: { ...nodes, [anyStore]: { max } } };
}

function constant(ms: number, runs: number, limitMs: number): OutputDistribution {
  const met = ms <= limitMs ? runs : 0;
  const limits = [{ limitMs, met, ...wilson(met, runs) }];
  const figures = { minMs: ms, p50Ms: ms, p90Ms: ms, p99Ms: ms, maxMs: ms, meanMs: ms };
  return { of: anyStore, runs, ...figures, maxRun: 0, limits };
}

function everything({ runs, objective }: Question): OutputDistribution {
  return constant(Number.POSITIVE_INFINITY, runs, objective.rpoMs);
}

/** Our own graphs are sound, and runs and seed were checked: anything else is a bug. */
function sound(evaluated: Evaluated): readonly OutputDistribution[] {
  if (!evaluated.ok) throw new Error(JSON.stringify(evaluated.problems));
  return evaluated.outputs;
}
