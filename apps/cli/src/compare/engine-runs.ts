import type { Plan, Timings, Topology } from '@outrigger/recovery';
import {
  type OutputDistribution,
  type PlanRun,
  planOutputs,
  planRunner,
  waitedIn,
  wilson,
} from '@outrigger/sim';
import type { ServedRuns } from './graph-runs.ts';

/** Runs around the median that are walked back. */
const walkedRuns = 41;

/**
 * A plan through the real engine, run by run: for what the evaluator can't follow, such as a person
 * who is asked in some of the runs. Some hundred times slower, and exact.
 */
export class EngineRuns implements ServedRuns {
  private readonly plan: Plan;
  private readonly timings: Timings;
  private readonly limitMs: number;
  private readonly runOf: (run: number) => PlanRun;
  private readonly servedMs: number[] = [];

  constructor(
    plan: Plan,
    topology: Topology,
    given: { readonly timings: Timings; readonly seed: number; readonly limitMs: number },
  ) {
    const { timings, seed, limitMs } = given;
    this.plan = plan;
    this.timings = timings;
    this.limitMs = limitMs;
    this.runOf = planRunner(plan, timings, { topology, seed });
  }

  advance(to: number): void {
    for (let run = this.servedMs.length; run < to; run += 1) {
      this.servedMs.push(this.runOf(run).servedMs);
    }
  }

  result(): { readonly rto: OutputDistribution; readonly assumedShare: number } {
    const { servedMs, limitMs } = this;
    const runs = servedMs.length;
    const order = Uint32Array.from(servedMs.keys()).sort(
      (one, other) => (servedMs[one] ?? 0) - (servedMs[other] ?? 0),
    );
    const at = (share: number) => servedMs[order[Math.ceil(share * runs) - 1] ?? 0] ?? 0;
    const met = servedMs.filter((ms) => ms <= limitMs).length;
    const rto: OutputDistribution = {
      of: planOutputs.served,
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
    return { rto, assumedShare: this.assumedShare(order) };
  }

  private assumedShare(order: Uint32Array): number {
    const from = Math.max(Math.floor((order.length - walkedRuns) / 2), 0);
    const waited = [...order.subarray(from, from + walkedRuns)].flatMap((run) => [
      ...waitedIn(this.plan, this.timings, planOutputs.served, this.runOf(run)).values(),
    ]);
    const sum = (parts: typeof waited) => parts.reduce((total, { ms }) => total + ms, 0);
    const whole = sum(waited);
    const assumed = sum(waited.filter(({ drawn }) => drawn.duration.basis === 'assumed'));
    return whole === 0 ? 0 : assumed / whole;
  }
}
