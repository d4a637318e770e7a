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

/** Recoveries that are made some at a time; of the same runs the result is the same. */
export interface ServedRuns {
  /** Makes those before this one that are not yet made. */
  advance(to: number): void;
  /** What those that were made come to: one at least. */
  result(): { readonly rto: OutputDistribution; readonly assumedShare: number };
}

/** Runs for the share that rests on assumptions: a share needs fewer than a tail. */
const tracedRuns = 2_000;

/** Counts what a program asks for, in runs from one to before another. */
export type CountBlock = (program: Program, from: number, to: number) => Tally;

export function evaluatedBlocks(seed: number): CountBlock {
  return (program, from, to) => evaluateBlock(program, { seed, from, to });
}

/** Outputs of a graph, counted block by block. */
export class GraphCount {
  private readonly program: Program;
  private readonly count: CountBlock;
  private tally: Tally | null = null;

  constructor(graph: StepGraph, outputs: readonly Output[], count: CountBlock) {
    const compiled = compile(graph, outputs);
    // Our own graphs are sound: anything else is a bug.
    if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
    this.program = compiled.program;
    this.count = count;
  }

  advance(to: number): void {
    const from = this.tally?.runs ?? 0;
    if (from >= to) return;
    const block = this.count(this.program, from, to);
    this.tally = this.tally === null ? block : merge(this.tally, block);
  }

  result(): readonly OutputDistribution[] {
    return this.tally === null ? [] : summarise(this.program, this.tally);
  }
}

/** How long it takes until clients are served, by the evaluator. */
export class GraphRuns implements ServedRuns {
  private readonly graph: StepGraph;
  private readonly seed: number;
  private readonly count: GraphCount;

  constructor(graph: StepGraph, { seed, limitMs }: { seed: number; limitMs: number }) {
    this.graph = graph;
    this.seed = seed;
    const outputs = [{ of: planOutputs.served, limitsMs: [limitMs] }];
    this.count = new GraphCount(graph, outputs, evaluatedBlocks(seed));
  }

  advance(to: number): void {
    this.count.advance(to);
  }

  result() {
    const { graph, seed } = this;
    const [rto] = this.count.result();
    if (rto === undefined) throw new Error(`nothing of ${graph.name} was run`);
    const runs = Math.min(rto.runs, tracedRuns);
    const traced = criticalPath(graph, { of: planOutputs.served, runs, seed });
    if (!traced.ok) throw new Error(`${graph.name} tells nothing`);
    return { rto, assumedShare: traced.path.typical.assumedShare };
  }
}
