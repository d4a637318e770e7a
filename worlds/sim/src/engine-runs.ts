import type { Platform } from '@outrigger/model';
import { type Duration, growthOf, type Plan, type Topology } from '@outrigger/recovery';
import { countRuns } from './count-runs.ts';
import { EnginePath } from './engine-path.ts';
import { ofNames, planOutputs } from './plan-graph.ts';
import { type PlanRun, planRunner } from './plan-run.ts';
import type { Program } from './program.ts';
import { durationsWith, type Subject } from './sensitivity.ts';
import type { Tally } from './tally.ts';
import type { Changes } from './world/changes.ts';
import type { Disturbance } from './world/disturbance.ts';
import { ObservedTimes } from './world/observed-times.ts';
import type { WorldTimings } from './world/own-figures.ts';
import { givenUpMs, type WorldRun, worldRunner } from './world/world-run.ts';
import { WorldTally, type WorldTold } from './world/world-tally.ts';

export interface EngineRequest {
  readonly plan: Plan;
  readonly platform: Platform;
  readonly topology: Topology;
  readonly timings: WorldTimings;
  readonly seed: number;
  /**
   * What disturbs it in the simulated world; an empty list is that world undisturbed, null the bare
   * draws, where all is at once as the engine wants it.
   */
  readonly disturbances: readonly Disturbance[] | null;
}

interface P99Request {
  readonly plan: Plan;
  readonly runs: number;
  readonly durationOf: (name: string) => Duration | undefined;
}

/** What is counted of each run: a value for each output of a program. */
export interface Counting {
  readonly program: Program;
  readonly valuesOf: (run: PlanRun) => readonly number[];
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
    readonly observed: ObservedTimes;
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
            observed: new ObservedTimes(),
          };
    this.run = this.world?.run ?? planRunner(plan, timings, request);
  }

  /** From one run to before another: of each program what the evaluator would have counted. */
  block(from: number, to: number, countings: readonly Counting[]): readonly Tally[] {
    let held: PlanRun | null = null;
    const runOf = (run: number) => {
      held = held?.run === run ? held : this.kept(run);
      return held;
    };
    const counted = countings.map(({ program, valuesOf }) => ({
      program,
      valuesOf: (run: number) => valuesOf(runOf(run)),
    }));
    return countRuns(from, to, counted);
  }

  /** The outputs of a program of its plan's graph, in one run. */
  valuesOf(run: number, { outputs }: Program): readonly number[] {
    const told = this.kept(run);
    return outputs.map(({ of }) => this.valueOf(told, of));
  }

  /** What a run has of an output of its plan's graph; one that was given up went on for so long. */
  private valueOf(run: PlanRun, of: string): number {
    switch (of) {
      case planOutputs.named:
        return Math.min(namedMsOf(run), givenUpMs);
      case planOutputs.full:
        return Math.max(rtoMsOf(run, 'served'), grownMsOf(run, this.request.plan));
      default:
        return rtoMsOf(run, this.of);
    }
  }

  /** Of each run the outputs of a program of its plan's graph. */
  counting(program: Program): Counting {
    const { outputs } = program;
    return { program, valuesOf: (run) => outputs.map(({ of }) => this.valueOf(run, of)) };
  }

  /** For the critical path, and for what befell it. */
  private kept(number: number): PlanRun {
    const run = this.world?.run(number) ?? null;
    if (run !== null) {
      this.world?.tally.add(run);
      this.world?.observed.add(run.draws);
    }
    const told: PlanRun = run ?? this.run(number);
    this.enginePath.add(told, rtoMsOf(told, this.of));
    return told;
  }

  path() {
    return this.enginePath.path();
  }

  /** Null for runs over the bare draws. */
  told(): WorldTold | null {
    return this.world?.tally.told() ?? null;
  }

  /** What something took in runs of the simulated world; null elsewhere, or where it never did. */
  observed(name: string): Subject | null {
    return this.world?.observed.of(name) ?? null;
  }

  /** Of the first runs of a plan, if some of what is drawn were another. */
  p99With(changes: Changes, { plan, runs, durationOf }: Readonly<P99Request>): number {
    const { disturbances, timings } = this.request;
    const runPlan =
      disturbances === null
        ? planRunner(plan, timings, {
            ...this.request,
            instead: durationsWith(changes, durationOf),
          })
        : worldRunner({ ...this.request, plan, disturbances, changes });
    const values = Float64Array.from({ length: runs }, (_, run) => rtoMsOf(runPlan(run), this.of));
    return values.sort()[Math.max(Math.ceil(0.99 * runs) - 1, 0)] ?? Number.NaN;
  }
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

/** When the last of what brings capacity was done. */
function grownMsOf({ anew, ends }: PlanRun, plan: Plan): number {
  const grown = growthOf(anew?.plan ?? plan).map(({ id }) => ends.get(id) ?? givenUpMs);
  return Math.max(0, ...grown);
}
