import type { Platform } from '@outrigger/model';
import type { Duration, Plan, Timings, Topology } from '@outrigger/recovery';
import { type Column, newColumn } from './column.ts';
import { EnginePath } from './engine-path.ts';
import { runsPerChunk } from './generator.ts';
import { ofNames } from './plan-graph.ts';
import { type PlanRun, planRunner } from './plan-run.ts';
import type { Program } from './program.ts';
import { OutputCounter, type Tally } from './tally.ts';
import type { Disturbance } from './world/disturbance.ts';
import { givenUpMs, type WorldRun, worldRunner } from './world/world-run.ts';
import { WorldTally, type WorldTold } from './world/world-tally.ts';

export interface EngineRequest {
  readonly plan: Plan;
  readonly platform: Platform;
  readonly topology: Topology;
  readonly timings: Timings;
  readonly seed: number;
  /**
   * What disturbs it in the simulated world; an empty list is that world undisturbed, null the bare
   * draws, where all is at once as the engine wants it.
   */
  readonly disturbances: readonly Disturbance[] | null;
}

/** A block of runs, as the evaluator would count them. */
interface Counted {
  readonly rto: Tally;
  /** How far each store's copy was behind; null where that is not the runs' to tell. */
  readonly lost: Tally | null;
}

/** Runs through the engine, over the bare draws or in the simulated world. */
export class EngineRuns {
  readonly run: (run: number) => PlanRun;
  private readonly request: EngineRequest;
  private readonly of: 'served' | 'pause';
  private readonly enginePath: EnginePath;
  private readonly world: {
    readonly run: (run: number) => WorldRun;
    readonly tally: WorldTally;
  } | null;

  constructor(request: EngineRequest, of: 'served' | 'pause') {
    const { disturbances, plan, timings } = request;
    this.request = request;
    this.of = of;
    this.enginePath = new EnginePath(plan, timings, of);
    this.world =
      disturbances === null
        ? null
        : {
            run: worldRunner({ ...request, disturbances }),
            tally: new WorldTally(disturbances, request),
          };
    this.run = this.world?.run ?? planRunner(plan, timings, request);
  }

  /** From one run to before another. `stores` are those whose loss is told, as `rpo` has them. */
  block(from: number, to: number, rto: Program, rpo: Program | null, stores: readonly string[]) {
    const counters = countersOf(rto);
    const lost = rpo === null || this.world === null ? null : countersOf(rpo);
    const columns: readonly Column[] = rto.outputs.map(newColumn);
    const lags = stores.map(() => newColumn());
    for (let first = from; first < to; first += runsPerChunk) {
      const lanes = Math.min(to - first, runsPerChunk);
      for (let lane = 0; lane < lanes; lane += 1) {
        const told = this.counted(first + lane, (store, ms) => {
          const of = lags[stores.indexOf(store)];
          if (of !== undefined) of[lane] = ms;
        });
        for (const [index, column] of columns.entries()) column[lane] = told[index] ?? 0;
      }
      for (const [index, counter] of counters.entries()) {
        counter.count(columns[index] ?? newColumn(), 0, lanes, first);
      }
      for (const [index, counter] of (lost ?? []).entries()) {
        counter.count(lags[index] ?? newColumn(), 0, lanes, first);
      }
    }
    const tally = (of: readonly OutputCounter[]): Tally => ({
      runs: to - from,
      outputs: of.map((counter) => counter.tally()),
    });
    return { rto: tally(counters), lost: lost === null ? null : tally(lost) } satisfies Counted;
  }

  /** The RTO of a run, and when its name led to who serves. */
  private counted(number: number, onLag: (store: string, ms: number) => void): number[] {
    const { enginePath, of, world } = this;
    const run = world?.run(number) ?? null;
    const told: PlanRun = run ?? this.run(number);
    if (run !== null) {
      world?.tally.add(run);
      for (const [store, lagMs] of run.lagsMs) onLag(store, lagMs);
    }
    const ms = rtoMsOf(told, of);
    enginePath.add(told, ms);
    return [ms, Math.min(namedMsOf(told), givenUpMs)];
  }

  path() {
    return this.enginePath.path();
  }

  /** Null for runs over the bare draws. */
  told(): WorldTold | null {
    return this.world?.tally.told() ?? null;
  }

  /** Of the first runs, with other durations under the names of these draws. */
  p99With(instead: ReadonlyMap<string, Duration>, runs: number): number {
    const { disturbances, plan, timings } = this.request;
    const runPlan =
      disturbances === null
        ? planRunner(plan, timings, { ...this.request, instead })
        : worldRunner({ ...this.request, disturbances, instead });
    const values = Float64Array.from({ length: runs }, (_, run) => rtoMsOf(runPlan(run), this.of));
    return values.sort()[Math.max(Math.ceil(0.99 * runs) - 1, 0)] ?? Number.NaN;
  }
}

function countersOf({ outputs }: Program): readonly OutputCounter[] {
  return outputs.map((output) => new OutputCounter(output));
}

/** A run that was given up counts for as long as somebody went on with it. */
function rtoMsOf(run: PlanRun, of: 'served' | 'pause'): number {
  const ms = of === 'served' ? run.servedMs : run.pauseMs;
  return ms === null || !Number.isFinite(ms) ? givenUpMs : ms;
}

function namedMsOf({ draws, servedMs }: PlanRun): number {
  const kept = draws.filter(({ name, step }) => step === null && ofNames.has(name));
  return kept.reduce((left, { ms }) => left - ms, servedMs);
}
