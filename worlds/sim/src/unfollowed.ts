import {
  clientsWaitFor,
  type Duration,
  finder,
  lagName,
  type Plan,
  quantile,
  type Step,
  type Timings,
} from '@outrigger/recovery';
import { drawNames } from './draw-names.ts';
import { evaluate } from './evaluate.ts';
import { smallestShare } from './quantile-table.ts';
import { DrawSource } from './sampler.ts';
import { drawOf } from './units.ts';

/** Of more runs the lags are not looked at one by one: the longest that could be drawn decides. */
const countedRunsMax = 1_000_000;

/** Something that a plan may do and its graph does not: the engine has to be run for it. */
export interface Unfollowed {
  readonly step: string;
  readonly why: string;
}

/**
 * Where the evaluator can't follow a plan: an approval that a person is waited for, always or in
 * the runs whose lag is above the RPO. Steps of the background keep nobody waiting. Retries are
 * another such place: no world's timings say how often an attempt fails, so none does here.
 */
export function unfollowed(
  plan: Plan,
  timings: Timings,
  given: { readonly runs: number; readonly seed: number },
): readonly Unfollowed[] {
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
    if (met === given.runs) return [];
    const count = (given.runs - met).toLocaleString('en-GB');
    return [{ step, why: `a person is asked in ${count} runs: the lag is above the RPO` }];
  });
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
