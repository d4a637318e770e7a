import type { Plan, Topology } from '@outrigger/recovery';
import {
  awsTimings,
  type OutputDistribution,
  planOutputs,
  planRunner,
  waitedIn,
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
  const waited = [...typical].flatMap((run) => [
    ...waitedIn(plan, awsTimings, planOutputs.served, runOf(run)).values(),
  ]);
  const sum = (parts: typeof waited) => parts.reduce((total, { ms }) => total + ms, 0);
  const whole = sum(waited);
  const assumed = sum(waited.filter(({ drawn }) => drawn.duration.basis === 'assumed'));
  return { rto, assumedShare: whole === 0 ? 0 : assumed / whole };
}
