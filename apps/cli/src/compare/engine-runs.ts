import type { Plan, Topology } from '@outrigger/recovery';
import {
  awsTimings,
  type OutputDistribution,
  type PlanRun,
  planRunner,
  wilson,
} from '@outrigger/sim';

/** What the engine's own runs of a plan come to. */
export interface EngineRuns {
  readonly rto: OutputDistribution;
  readonly assumedShare: number;
}

/** Runs around the median that are walked back. */
const walkedRuns = 41;

/**
 * A plan through the real engine, run by run: for what the evaluator can't follow, such as a person
 * who is asked in some of the runs. Some hundred times slower, and exact.
 */
export function engineRuns(
  plan: Plan,
  topology: Topology,
  {
    runs,
    seed,
    limitMs,
  }: { readonly runs: number; readonly seed: number; readonly limitMs: number },
): EngineRuns {
  const runOf = planRunner(plan, awsTimings, { topology, seed });
  const servedMs = Float64Array.from({ length: runs }, (_, run) => runOf(run).servedMs);
  const order = Uint32Array.from(servedMs.keys()).sort(
    (one, other) => (servedMs[one] ?? 0) - (servedMs[other] ?? 0),
  );
  const at = (share: number) => servedMs[order[Math.ceil(share * runs) - 1] ?? 0] ?? 0;
  const met = servedMs.filter((ms) => ms <= limitMs).length;
  const rto: OutputDistribution = {
    of: 'served',
    runs,
    minMs: servedMs[order[0] ?? 0] ?? 0,
    p50Ms: at(0.5),
    p90Ms: at(0.9),
    p99Ms: at(0.99),
    maxMs: at(1),
    meanMs: servedMs.reduce((sum, ms) => sum + ms, 0) / runs,
    maxRun: order[runs - 1] ?? 0,
    limits: [{ limitMs, met, ...wilson(met, runs) }],
  };
  const from = Math.max(Math.floor((runs - walkedRuns) / 2), 0);
  const typical = order.subarray(from, from + walkedRuns);
  const walked = [...typical].map((run) => waitedIn(plan, runOf(run)));
  const whole = walked.reduce((sum, { ms }) => sum + ms, 0);
  const assumed = walked.reduce((sum, { assumedMs }) => sum + assumedMs, 0);
  return { rto, assumedShare: whole === 0 ? 0 : assumed / whole };
}

/** Back from the foreground step that ended last, each time to the one that ended last before. */
function waitedIn(plan: Plan, { ends, draws }: PlanRun): { ms: number; assumedMs: number } {
  const steps = new Map(plan.steps.map((step) => [step.id, step]));
  const latest = (ids: readonly string[]) =>
    ids.reduce<string | null>(
      (last, id) => (last === null || (ends.get(id) ?? 0) > (ends.get(last) ?? 0) ? id : last),
      null,
    );
  const path = new Set<string | null>([null]);
  const foreground = plan.steps.flatMap(({ id, background }) => (background ? [] : [id]));
  for (let at = latest(foreground); at !== null; at = latest(steps.get(at)?.after ?? [])) {
    path.add(at);
  }
  const waited = draws.filter(({ step }) => path.has(step));
  const sum = (parts: PlanRun['draws']) => parts.reduce((total, { ms }) => total + ms, 0);
  return {
    ms: sum(waited),
    assumedMs: sum(waited.filter(({ duration }) => duration.basis === 'assumed')),
  };
}
