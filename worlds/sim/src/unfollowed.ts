import {
  begin,
  clientsWaitFor,
  type Duration,
  finder,
  lagName,
  type Plan,
  quantile,
  type Step,
  type Timings,
  type Topology,
} from '@outrigger/recovery';
import { drawNames } from './draw-names.ts';
import { evaluate } from './evaluate.ts';
import { endOf, graphOfPlan } from './plan-graph.ts';
import { smallestShare } from './quantile-table.ts';
import { DrawSource } from './sampler.ts';
import type { Expression, StepGraph } from './step-graph.ts';
import { drawOf } from './units.ts';

/** Of more runs the lags are not looked at one by one: the longest that could be drawn decides. */
const countedRunsMax = 1_000_000;

/** Something that a plan may do and its graph does not: the engine has to be run for it. */
export interface Unfollowed {
  readonly step: string;
  readonly why: string;
}

/** The runs that are asked for, and what they begin with. */
export interface FollowedRuns {
  readonly runs: number;
  readonly seed: number;
  readonly topology: Topology;
}

/**
 * Where the evaluator can't follow a plan: an approval that a person is waited for, always or in
 * the runs whose lag is above the RPO, and one by the lag that lapses before data moves. Steps of
 * the background keep nobody waiting. Retries are another such place: no world's timings say how
 * often an attempt fails, so none does here.
 */
export function unfollowed(
  plan: Plan,
  timings: Timings,
  { topology, ...given }: FollowedRuns,
): readonly Unfollowed[] {
  const moved = movedGraph(plan, timings, topology);
  return asksOf(plan, timings).flatMap(({ always, lag, rpoMs, step, store }): Unfollowed[] => {
    if (always !== null || lag === null) return always === null ? [] : [{ step, why: always }];
    if (given.runs > countedRunsMax) {
      const longest = quantile(lag.distribution, 1 - smallestShare);
      return longest > rpoMs ? [{ step, why: 'a person is asked when the lag is long' }] : [];
    }
    const of = drawNames.lag(store);
    const graph = { name: step, draws: { [of]: drawOf(lag) }, nodes: {} };
    const answer = evaluate(graph, { outputs: [{ of, limitsMs: [rpoMs] }], ...given });
    const met = answer.ok ? (answer.outputs[0]?.limits[0]?.met ?? 0) : given.runs;
    const count = (left: number) => (given.runs - left).toLocaleString('en-GB');
    if (met < given.runs) {
      return [{ step, why: `a person is asked in ${count(met)} runs: the lag is above the RPO` }];
    }
    if (moved === null || !moved.approvals.has(step)) return [];
    const kept = evaluate(lostBy(moved.graph, step, { of, lag }), {
      outputs: [{ of: lostByThen, limitsMs: [rpoMs] }],
      ...given,
    });
    const held = kept.ok ? (kept.outputs[0]?.limits[0]?.met ?? 0) : 0;
    if (held === given.runs) return [];
    return [{ step, why: `it lapses in ${count(held)} runs: more may be lost once data moves` }];
  });
}

/** Names of nodes beside those of a plan's graph. */
const dataMoves = 'data moves';
const lostByThen = 'lost by then';

/**
 * A plan's graph, and in it when data moves first: from then on no approval lapses. With it the
 * approvals that may lapse before, as the engine has them; null where there are none.
 */
function movedGraph(
  plan: Plan,
  timings: Timings,
  topology: Topology,
): { readonly graph: StepGraph; readonly approvals: ReadonlySet<string> } | null {
  const begun = begin({ run: '', epoch: 0, plan, topology, platformDigest: '' });
  const { lapsing, steps, takeovers } = begun.index;
  const idsOf = (positions: readonly number[] = []) =>
    positions.flatMap((position) => steps[position]?.id ?? []);
  const starts = takeovers.flatMap((own): Expression[] => {
    const approvals = idsOf(lapsing.get(own));
    const before = [...new Set([...(steps[own]?.after ?? []), ...approvals])];
    return approvals.length === 0 ? [] : [{ max: before.map(endOf) }];
  });
  const [first, ...others] = starts;
  if (first === undefined) return null;
  const graph = graphOfPlan(plan, timings);
  const nodes: Record<string, Expression> = { ...graph.nodes };
  let earliest: Expression = first;
  for (const [index, start] of others.entries()) {
    const before = `${dataMoves} ${index}`;
    nodes[before] = earliest;
    // The earlier of two: the second less what it is later than the first.
    earliest = { span: [{ span: [start, before] }, before] };
  }
  nodes[dataMoves] = earliest;
  return { graph: { ...graph, nodes }, approvals: new Set(idsOf([...lapsing.values()].flat())) };
}

/** With what may be lost by the time that data moves: the lag, and all the time since then. */
function lostBy(
  { draws, name, nodes }: StepGraph,
  approval: string,
  { lag, of }: { readonly lag: Duration; readonly of: string },
): StepGraph {
  const since: Expression = { span: [endOf(approval), dataMoves] };
  return {
    name,
    draws: { ...draws, [of]: drawOf(lag) },
    nodes: { ...nodes, [lostByThen]: { sum: [of, since] } },
  };
}

/**
 * Whether the evaluator can follow a plan in one run of a seed: nobody is asked in it, and no
 * approval by the lag lapses while the run lasts, since its lag and all of that time are within the
 * RPO.
 */
export function followedRuns(
  plan: Plan,
  timings: Timings,
  seed: number,
): (run: number, lastsMs: number) => boolean {
  const source = new DrawSource(seed);
  const asks = asksOf(plan, timings).map(({ always, lag, rpoMs, store }) => {
    if (always !== null || lag === null) return () => always === null;
    const lagOf = source.draw(drawNames.lag(store), lag);
    return (run: number, lastsMs: number) => lagOf(run) + lastsMs <= rpoMs;
  });
  return (run, lastsMs) => asks.every((isFollowed) => isFollowed(run, lastsMs));
}

/** An approval that clients may have to wait for. */
interface Ask {
  readonly step: string;
  readonly store: string;
  /** Why a person is waited for in every run; null: where the lag is above the RPO, if it is. */
  readonly always: string | null;
  /** Null where the approval has none to look at. */
  readonly lag: Duration | null;
  readonly rpoMs: number;
}

function asksOf(plan: Plan, timings: Timings): readonly Ask[] {
  const find = finder(timings, plan);
  const hasPerson = find(undefined, ['person']) !== undefined;
  const needed = waitedFor(plan, timings);
  return plan.steps.flatMap(({ action, id: step }): Ask[] => {
    if (action.verb !== 'approve' || !needed.has(step)) return [];
    const { component: store } = action;
    const { policy, rpoMs } = action.arguments;
    const ask = { step, store, always: null, lag: null, rpoMs: Number(rpoMs ?? 0) };
    if (policy !== 'lag-within-rpo') {
      return [{ ...ask, always: hasPerson ? 'it waits for a person' : null }];
    }
    const lag = find(plan.kinds[store], [lagName(plan, store)]);
    if (lag !== undefined) return [{ ...ask, lag }];
    return [{ ...ask, always: 'no lag is timed, so a person is asked' }];
  });
}

/** The steps that clients wait for, and all that these wait for. */
function waitedFor(plan: Plan, timings: Timings): ReadonlySet<string> {
  const byId = new Map(plan.steps.map((step) => [step.id, step]));
  const found = new Set<string>();
  const visit = (step: Step | undefined): void => {
    if (step === undefined || found.has(step.id)) return;
    found.add(step.id);
    for (const id of step.after) visit(byId.get(id));
  };
  for (const step of clientsWaitFor(plan, timings)) visit(step);
  return found;
}
