import {
  clientsWaitFor,
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
  const find = finder(timings, plan);
  const hasPerson = find(undefined, ['person']) !== undefined;
  const needed = waitedFor(plan, timings);
  return plan.steps.flatMap((step): Unfollowed[] => {
    const { action, id } = step;
    if (action.verb !== 'approve' || !needed.has(id)) return [];
    const { policy, rpoMs } = action.arguments;
    if (policy !== 'lag-within-rpo') {
      return hasPerson ? [{ step: id, why: 'it waits for a person' }] : [];
    }
    const lag = find(plan.kinds[action.component], [lagName(plan, action.component)]);
    if (lag === undefined) return [{ step: id, why: 'no lag is timed, so a person is asked' }];
    const rpo = Number(rpoMs ?? 0);
    if (given.runs > countedRunsMax) {
      const longest = quantile(lag.distribution, 1 - smallestShare);
      return longest > rpo ? [{ step: id, why: 'a person is asked when the lag is long' }] : [];
    }
    const of = drawNames.lag(action.component);
    const graph = { name: id, draws: { [of]: drawOf(lag) }, nodes: {} };
    const answer = evaluate(graph, { outputs: [{ of, limitsMs: [rpo] }], ...given });
    const met = answer.ok ? (answer.outputs[0]?.limits[0]?.met ?? 0) : given.runs;
    if (met === given.runs) return [];
    const count = (given.runs - met).toLocaleString('en-GB');
    return [{ step: id, why: `a person is asked in ${count} runs: the lag is above the RPO` }];
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
