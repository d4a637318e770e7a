import type { Platform, Problem } from '@outrigger/model';
import {
  type Duration,
  durationsOf,
  finder,
  type Plan,
  quantile,
  type ServingCapacity,
  servingCapacity,
  type Timings,
  type Topology,
} from '@outrigger/recovery';
import { clientsCome } from './client-tail.ts';
import { type CriticalPath, criticalPath } from './critical-path.ts';
import { drawNames } from './draw-names.ts';
import { type Counting, EngineRuns } from './engine-runs.ts';
import {
  compile,
  evaluate,
  evaluateBlock,
  type OutputDistribution,
  runProblems,
  summarise,
} from './evaluate.ts';
import { type HistogramRow, histogramRows } from './histogram-rows.ts';
import { graphOfPlan, planOutputs, rtoOf } from './plan-graph.ts';
import type { PlanRun } from './plan-run.ts';
import type { Program } from './program.ts';
import { runSampler } from './sample-run.ts';
import {
  durationsWith,
  type Mend,
  type Sensitivity,
  sensitivityOf,
  subjectBy,
} from './sensitivity.ts';
import type { StepGraph } from './step-graph.ts';
import { lagDraws, type StoreLoss, storeLosses } from './stores.ts';
import { merge, type Tally } from './tally.ts';
import { type Unfollowed, unfollowed } from './unfollowed.ts';
import { drawOf } from './units.ts';
import { wilson } from './wilson.ts';
import type { Disturbance } from './world/disturbance.ts';
import type { WorldTimings } from './world/own-figures.ts';
import type { WorldTold } from './world/world-tally.ts';

export interface SimulationRequest {
  readonly plan: Plan;
  readonly platform: Platform;
  readonly topology: Topology;
  readonly timings: WorldTimings;
  /** What can be done about what is waited for: tried in the table of what to fix first. */
  readonly mends?: readonly Mend[];
  readonly runs: number;
  readonly seed: number;
  /** Through the engine in the simulated world, with these; left out: only where it has to be. */
  readonly disturbances?: readonly Disturbance[];
}

/** Of an objective, with the probability that it is met; lab figures are never held against one. */
export interface Judged {
  readonly objective: 'rto' | 'rpo';
  /** For an RPO. */
  readonly store: string | null;
  readonly limitMs: number;
  readonly met: number;
  /** Of the runs, and where the true share lies, 95 times in 100. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface StoreLossDistribution extends StoreLoss {
  /** Null where nothing is lost, or nobody knows how much. */
  readonly distribution: OutputDistribution | null;
}

export interface SimulationResult {
  readonly world: Timings['world'];
  /** Runs that were made: fewer than asked for when it was interrupted. */
  readonly runs: number;
  readonly seed: number;
  readonly method: 'evaluator' | 'engine';
  readonly unfollowed: readonly Unfollowed[];
  /** What befell runs in the simulated world; null where they were not made there. */
  readonly befell: WorldTold | null;
  /** Of the pause of a handover, else until all clients are served. */
  readonly rto: OutputDistribution;
  /** By how much clients are served then, and when by all; null where a plan can't tell. */
  readonly capacity: (ServingCapacity & { readonly full: OutputDistribution }) | null;
  readonly rows: readonly HistogramRow[];
  /** Of clients behind a name: when such a share of them is served; empty without one. */
  readonly clients: readonly ClientsServed[];
  readonly rpo: readonly StoreLossDistribution[];
  readonly objectives: readonly Judged[];
  readonly path: CriticalPath;
  readonly sensitivity: readonly Sensitivity[];
  /** Runs that path and sensitivity were worked out of. */
  readonly pathRuns: number;
  readonly sensitivityRuns: number;
}

/** When a share of all clients is served, from the failure on. */
export interface ClientsServed {
  readonly share: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly p99Ms: number;
}

export type Simulated =
  | { readonly ok: true; readonly simulation: Simulation }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Runs between two looks at the clock of whoever shows progress: some 20 ms each. */
const blockRuns = { evaluator: 2 ** 15, engine: 256, world: 64 } as const;
/** The walk back is several times slower than the evaluator, and a share needs no more. */
const pathRunsMax = 100_000;
/** The engine is some hundred times slower, and each line of the table needs all runs again. */
const sensitivityRunsMax = { evaluator: 100_000, engine: 2_000, world: 400 } as const;

/** Of all clients: whose time is told where they come by a name. */
const clientShares = [0.5, 0.9, 0.99, 0.999] as const;

/** Checks what is asked, and makes ready to run it block by block. */
export function simulate(request: SimulationRequest): Simulated {
  const graph = graphOfPlan(request.plan, request.timings);
  const compiled = compile(graph, [{ of: rtoOf(request.plan) }]);
  const problems = [...runProblems(request), ...(compiled.ok ? [] : compiled.problems)];
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, simulation: new Simulation(request, graph) };
}

/** A recovery, as often as is asked; it may be stopped after any block and still tells a result. */
export class Simulation {
  readonly unfollowed: readonly Unfollowed[];
  readonly method: 'evaluator' | 'engine';
  private readonly request: SimulationRequest;
  private readonly graph: StepGraph;
  private readonly of: 'served' | 'pause';
  private readonly capacity: ServingCapacity | null;
  private readonly losses: readonly StoreLoss[];
  private readonly rto: Program;
  private readonly rpo: Program | null;
  private readonly engine: EngineRuns;
  private tally: Tally | null = null;
  private lost: Tally | null = null;

  constructor(request: SimulationRequest, graph: StepGraph) {
    const { plan, platform, timings } = request;
    this.request = request;
    this.graph = graph;
    this.of = rtoOf(plan);
    this.unfollowed = unfollowed(plan, timings, request);
    const isAsked = request.disturbances !== undefined;
    this.method = isAsked || this.unfollowed.length > 0 ? 'engine' : 'evaluator';
    this.losses = storeLosses(plan, platform, timings);
    const isJudged = timings.world !== 'lab' && plan.objective !== null;
    const limits = (ms?: number | null) => (isJudged && typeof ms === 'number' ? [ms] : []);
    const rto = { of: this.of, limitsMs: limits(plan.objective?.rtoMs) };
    const hasName = planOutputs.named in graph.nodes;
    this.capacity = servingCapacity(plan, platform);
    this.rto = programOf(graph, [
      rto,
      { of: planOutputs.full, limitsMs: [] },
      ...(hasName ? [{ of: planOutputs.named, limitsMs: [] }] : []),
    ]);
    const lags = this.losses.filter(({ lag }) => lag !== null);
    this.rpo =
      lags.length === 0
        ? null
        : programOf(
            { name: 'lags', draws: lagDraws(lags), nodes: {} },
            lags.map(({ store }) => ({
              of: drawNames.lag(store),
              limitsMs: limits(plan.objective?.rpoMs),
            })),
          );
    const { disturbances = null } = request;
    this.engine = new EngineRuns({ ...request, disturbances }, this.of);
  }

  /** How fast runs go: what they go through. */
  private get pace(): keyof typeof blockRuns {
    return this.request.disturbances === undefined ? this.method : 'world';
  }

  get done(): number {
    return this.tally?.runs ?? 0;
  }

  get isDone(): boolean {
    return this.done >= this.request.runs;
  }

  /** The next block of runs. */
  advance(): void {
    const from = this.done;
    const to = Math.min(from + blockRuns[this.pace], this.request.runs);
    const { seed } = this.request;
    const block = { seed, from, to };
    const [rto, seen] =
      this.method === 'evaluator'
        ? [evaluateBlock(this.rto, block)]
        : this.engine.block(from, to, this.countings());
    if (rto === undefined) throw new Error('nothing was counted');
    this.tally = this.tally === null ? rto : merge(this.tally, rto);
    if (this.rpo === null) return;
    const lost = seen ?? evaluateBlock(this.rpo, block);
    this.lost = this.lost === null ? lost : merge(this.lost, lost);
  }

  /** What is lost is the runs' to tell in the simulated world only; elsewhere it is drawn. */
  private countings(): readonly Counting[] {
    const { engine, request, rto, rpo } = this;
    const times = engine.counting(rto);
    if (rpo === null || request.disturbances === undefined) return [times];
    const stores = this.losses.filter(({ lag }) => lag !== null).map(({ store }) => store);
    const valuesOf = ({ lagsMs }: PlanRun) => stores.map((store) => lagsMs?.get(store) ?? 0);
    return [times, { program: rpo, valuesOf }];
  }

  /** One run through the engine: for its transcript. */
  runOf(run: number): PlanRun {
    return this.engine.run(run);
  }

  /** The RTO of one run as the evaluator has it, ms. */
  evaluatedMs(run: number): number {
    return runSampler(this.rto, this.request.seed)(run)[this.of] ?? Number.NaN;
  }

  result(): SimulationResult {
    const { request, tally, rto, method } = this;
    const [distribution, full, entered] = tally === null ? [] : summarise(rto, tally);
    const histogram = tally?.outputs[0]?.histogram;
    if (distribution === undefined || full === undefined || histogram === undefined) {
      throw new Error('nothing was run');
    }
    const runs = this.done;
    const path = this.path(runs);
    const sensitivityRuns = Math.min(runs, sensitivityRunsMax[this.pace]);
    const lost = this.rpo === null || this.lost === null ? [] : summarise(this.rpo, this.lost);
    const rpo = this.losses.map((loss): StoreLossDistribution => {
      const of = drawNames.lag(loss.store);
      return { ...loss, distribution: lost.find((each) => each.of === of) ?? null };
    });
    return {
      world: request.timings.world,
      runs,
      seed: request.seed,
      method,
      unfollowed: this.unfollowed,
      befell: this.engine.told(),
      rto: distribution,
      capacity: this.capacity === null ? null : { ...this.capacity, full },
      rows: histogramRows(histogram, runs),
      clients: entered === undefined ? [] : this.clients(entered),
      rpo,
      objectives: [
        ...judged('rto', null, distribution),
        ...rpo.flatMap((each) =>
          each.distribution === null
            ? this.certain(each, runs)
            : judged('rpo', each.store, each.distribution),
        ),
      ],
      path,
      sensitivity: this.sensitivity(path, sensitivityRuns),
      pathRuns: path.runs,
      sensitivityRuns,
    };
  }

  /** Each of them comes as long after the name as it keeps the old answer. */
  private clients({ p50Ms, p90Ms, p99Ms }: OutputDistribution): readonly ClientsServed[] {
    const { plan, timings } = this.request;
    const ttl = durationsOf(plan, timings).moments.find(({ id }) => id === 'ttl');
    const ttlMs = ttl === undefined ? 0 : quantile(ttl.distribution, 0.5);
    const come = clientsCome(ttlMs, clientShares);
    return clientShares.map((share, index) => {
      const ms = come[index] ?? 0;
      return { share, p50Ms: p50Ms + ms, p90Ms: p90Ms + ms, p99Ms: p99Ms + ms };
    });
  }

  /** What loses nothing, or has no copy at all, is no matter of luck. */
  private certain({ store, loses }: StoreLoss, runs: number): Judged[] {
    const { objective } = this.request.plan;
    if (this.request.timings.world === 'lab' || objective === null) return [];
    if (loses !== 'nothing' && loses !== 'all') return [];
    const met = loses === 'nothing' ? runs : 0;
    const share = wilson(met, runs);
    return [{ objective: 'rpo', store, limitMs: objective.rpoMs, met, ...share }];
  }

  private path(runs: number): CriticalPath {
    if (this.method === 'engine') return this.engine.path();
    const { seed } = this.request;
    const pathRuns = Math.min(runs, pathRunsMax);
    const traced = criticalPath(this.graph, { of: this.of, runs: pathRuns, seed });
    if (!traced.ok) throw new Error(`${this.graph.name} was compiled and is not a graph any more`);
    return traced.path;
  }

  private sensitivity(path: CriticalPath, runs: number): readonly Sensitivity[] {
    const known = this.durations();
    const durationOf = (name: string) => known.get(name);
    const byTimings = (name: string) => {
      const duration = known.get(name);
      return duration === undefined ? null : subjectBy(duration);
    };
    const isInWorld = this.request.disturbances !== undefined;
    return sensitivityOf({
      steps: path.steps,
      mends: this.request.mends ?? [],
      subjectOf: isInWorld ? (name) => this.engine.observed(name) : byTimings,
      p99With: (changes, plan) => {
        const asked = { plan: plan ?? this.request.plan, runs, durationOf };
        return this.method === 'engine'
          ? this.engine.p99With(changes, asked)
          : this.evaluatedP99(durationsWith(changes, durationOf), asked);
      },
    });
  }

  /** By the names of their draws. */
  private durations(): ReadonlyMap<string, Duration> {
    const { plan, timings } = this.request;
    const { steps, moments, firstWrite } = durationsOf(plan, timings);
    const person = finder(timings, plan)(undefined, ['person']);
    const known = new Map<string, Duration>(moments.map((moment) => [moment.id, moment]));
    if (firstWrite !== null) known.set('first-write', firstWrite);
    for (const [index, { id }] of plan.steps.entries()) {
      const duration = steps[index];
      if (duration !== undefined) known.set(id, duration);
      if (person === undefined) continue;
      known.set(drawNames.person(id), person);
      known.set(drawNames.helped(id), person);
    }
    return known;
  }

  private evaluatedP99(
    instead: ReadonlyMap<string, Duration>,
    { plan, runs }: { readonly plan: Plan; readonly runs: number },
  ): number {
    const { seed, timings } = this.request;
    const graph = plan === this.request.plan ? this.graph : graphOfPlan(plan, timings);
    const draws = { ...graph.draws };
    for (const [name, duration] of instead) draws[name] = drawOf(duration);
    const answer = evaluate({ ...graph, draws }, { outputs: [{ of: this.of }], runs, seed });
    return answer.ok ? (answer.outputs[0]?.p99Ms ?? Number.NaN) : Number.NaN;
  }
}

function programOf(
  graph: StepGraph,
  outputs: readonly { readonly of: string; readonly limitsMs: readonly number[] }[],
): Program {
  const compiled = compile(graph, outputs);
  if (!compiled.ok) throw new Error(`${graph.name}: ${JSON.stringify(compiled.problems)}`);
  return compiled.program;
}

function judged(
  objective: Judged['objective'],
  store: string | null,
  distribution: OutputDistribution | null,
): Judged[] {
  const limit = distribution?.limits[0];
  if (limit === undefined) return [];
  const { limitMs, met, share, low, high } = limit;
  return [{ objective, store, limitMs, met, share, low, high }];
}
