import {
  compile,
  criticalPath,
  evaluateBlock,
  merge,
  type Output,
  type OutputDistribution,
  type Program,
  planOutputs,
  type StepGraph,
  summarise,
  type Tally,
} from '@outrigger/sim';

/** How long it takes until clients are served, and until all of the capacity is there. */
export interface Times {
  readonly rto: OutputDistribution;
  readonly full: OutputDistribution;
}

/** Recoveries that are made some at a time; of the same runs the result is the same. */
export interface ServedRuns {
  /** Makes those before this one that are not yet made. */
  advance(to: number): void;
  /** What those that were made come to, one at least; and what the first of them do. */
  result(): Times & { readonly first: Times; readonly assumedShare: number };
}

/** Runs for the share that rests on assumptions: a share needs fewer than a tail. */
export const tracedRuns = 2_000;

/** Counts what a program asks for, in runs from one to before another. */
export type CountBlock = (program: Program, from: number, to: number) => Tally;

export function evaluatedBlocks(seed: number): CountBlock {
  return (program, from, to) => evaluateBlock(program, { seed, from, to });
}

export function programOf(graph: StepGraph, outputs: readonly Output[]): Program {
  const compiled = compile(graph, outputs);
  // Our own graphs are sound: anything else is a bug.
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.program;
}

/** What an RTO is judged by, and when all of the capacity is there. */
export function timesOf(graph: StepGraph, limitMs: number): Program {
  return programOf(graph, [
    { of: planOutputs.served, limitsMs: [limitMs] },
    { of: planOutputs.full, limitsMs: [] },
  ]);
}

/** Outputs of a program, counted block by block; those of so many first runs apart too. */
export class ProgramCount {
  private readonly program: Program;
  private readonly count: CountBlock;
  private readonly firstRuns: number;
  private tally: Tally | null = null;
  private firstTally: Tally | null = null;

  constructor(program: Program, firstRuns: number, count: CountBlock) {
    this.program = program;
    this.firstRuns = firstRuns;
    this.count = count;
  }

  advance(asked: number): void {
    for (const to of [Math.min(asked, this.firstRuns), asked]) {
      const from = this.tally?.runs ?? 0;
      if (from >= to) continue;
      const block = this.count(this.program, from, to);
      this.tally = this.tally === null ? block : merge(this.tally, block);
      if (to <= this.firstRuns) this.firstTally = this.tally;
    }
  }

  result(): readonly OutputDistribution[] {
    return this.tally === null ? [] : summarise(this.program, this.tally);
  }

  first(): readonly OutputDistribution[] {
    return this.firstTally === null ? [] : summarise(this.program, this.firstTally);
  }
}

/** The two outputs of `timesOf`. */
export function timesIn([rto, full]: readonly OutputDistribution[]): Times {
  if (rto === undefined || full === undefined) throw new Error('nothing was run');
  return { rto, full };
}

/** How long it takes until clients are served, by the evaluator. */
export class GraphRuns implements ServedRuns {
  private readonly graph: StepGraph;
  private readonly seed: number;
  private readonly count: ProgramCount;

  constructor(
    graph: StepGraph,
    { firstRuns, limitMs, seed }: { firstRuns: number; limitMs: number; seed: number },
  ) {
    this.graph = graph;
    this.seed = seed;
    this.count = new ProgramCount(timesOf(graph, limitMs), firstRuns, evaluatedBlocks(seed));
  }

  advance(to: number): void {
    this.count.advance(to);
  }

  result() {
    const { graph, seed } = this;
    const times = timesIn(this.count.result());
    const runs = Math.min(times.rto.runs, tracedRuns);
    const traced = criticalPath(graph, { of: planOutputs.served, runs, seed });
    if (!traced.ok) throw new Error(`${graph.name} tells nothing`);
    const first = timesIn(this.count.first());
    return { ...times, first, assumedShare: traced.path.typical.assumedShare };
  }
}
