import { mendName, type Problem } from '@outrigger/model';
import { checkGraph, problem } from './check-graph.ts';
import { ChunkEvaluator } from './chunk.ts';
import { runsPerChunk } from './generator.ts';
import { quantileMs } from './histogram.ts';
import { type Program, program } from './program.ts';
import type { Output, StepGraph } from './step-graph.ts';
import { OutputCounter, type OutputTally, parts, type Tally } from './tally.ts';
import { type ShareWithInterval, wilson } from './wilson.ts';

/** What is asked of a graph. */
export interface Request {
  readonly outputs: readonly Output[];
  readonly runs: number;
  /** A whole number from 0 to 2⁵³ − 1. */
  readonly seed: number;
}

export interface Limit extends ShareWithInterval {
  readonly limitMs: number;
  /** Runs that took no longer. */
  readonly met: number;
}

/** One output's distribution, ms. Quantiles are within 0.1 %, the rest is exact. */
export interface OutputDistribution {
  readonly of: string;
  readonly runs: number;
  readonly minMs: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly meanMs: number;
  /** The first run that took longest: `runSampler` shows it. */
  readonly maxRun: number;
  readonly limits: readonly Limit[];
}

export type Evaluated =
  | { readonly ok: true; readonly outputs: readonly OutputDistribution[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export type Compiled =
  | { readonly ok: true; readonly program: Program }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A share of all runs as a number of runs must fit a counter of 32 bits. */
const runsMax = 2 ** 32 - 1;

/** Runs a graph as often as is asked, here and now. */
export function evaluate(graph: StepGraph, request: Request): Evaluated {
  const compiled = compile(graph, request.outputs);
  const wrong = runProblems(request);
  if (!compiled.ok || wrong.length > 0) {
    return { ok: false, problems: [...(compiled.ok ? [] : compiled.problems), ...wrong] };
  }
  const { seed, runs } = request;
  const tally = evaluateBlock(compiled.program, { seed, from: 0, to: runs });
  return { ok: true, outputs: summarise(compiled.program, tally) };
}

/** Checks a graph and what is asked of it, and makes it ready to run. */
export function compile(graph: StepGraph, outputs: readonly Output[]): Compiled {
  const checked = checkGraph(graph);
  const wrong = outputProblems(graph, outputs);
  if (!checked.ok) return { ok: false, problems: [...checked.problems, ...wrong] };
  if (wrong.length > 0) return { ok: false, problems: wrong };
  return { ok: true, program: program(graph, checked.order, outputs) };
}

/** Runs of a seed, by number: from one to before another. */
export interface Block {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** Evaluates some of the runs. Blocks may be cut anywhere and be merged in any order. */
export function evaluateBlock(compiled: Program, { seed, from, to }: Block): Tally {
  const evaluator = new ChunkEvaluator(compiled, seed);
  const counters = compiled.outputs.map((output) => new OutputCounter(output));
  for (let chunk = Math.floor(from / runsPerChunk); chunk * runsPerChunk < to; chunk += 1) {
    evaluator.evaluate(chunk);
    const firstRun = chunk * runsPerChunk;
    const first = Math.max(from - firstRun, 0);
    const end = Math.min(to - firstRun, runsPerChunk);
    for (const [index, counter] of counters.entries()) {
      const column = evaluator.columns[compiled.outputs[index]?.column ?? -1];
      if (column !== undefined) counter.count(column, first, end, firstRun);
    }
  }
  return { runs: to - from, outputs: counters.map((counter) => counter.tally()) };
}

/** What a tally says. */
export function summarise(compiled: Program, tally: Tally): readonly OutputDistribution[] {
  return compiled.outputs.map((output, index) => {
    const counted = tally.outputs[index];
    if (counted === undefined) throw new Error(`the tally has nothing of ${output.of}`);
    return described(output, counted, tally.runs);
  });
}

function described(
  { of, limitsMs }: Required<Output>,
  { histogram, sumMs, sumParts, minMs, maxMs, maxRun, met }: OutputTally,
  runs: number,
): OutputDistribution {
  const at = (share: number) =>
    Math.min(Math.max(quantileMs(histogram, runs, share), minMs), maxMs);
  // Each run's part was rounded down: half a part more is the middle.
  const meanMs = (sumMs + sumParts / parts) / runs + 0.5 / parts;
  return {
    of,
    runs,
    minMs,
    p50Ms: at(0.5),
    p90Ms: at(0.9),
    p99Ms: at(0.99),
    maxMs,
    meanMs: Math.min(Math.max(meanMs, minMs), maxMs),
    maxRun,
    limits: limitsMs.map((limitMs, index) => {
      const count = met[index] ?? 0;
      return { limitMs, met: count, ...wilson(count, runs) };
    }),
  };
}

function outputProblems(graph: StepGraph, outputs: readonly Output[]): Problem[] {
  const known = [...Object.keys(graph.nodes), ...Object.keys(graph.draws)];
  if (outputs.length === 0) {
    return [problem(['outputs'], null, 'nothing is asked', 'name a node of the graph')];
  }
  return outputs.flatMap(({ of, limitsMs = [] }, index) => {
    const at = ['outputs', index];
    const unknown = known.includes(of)
      ? []
      : [problem([...at, 'of'], of, 'nothing has this name', mendName(of, known))];
    const limits = limitsMs.flatMap((limitMs, place) =>
      Number.isFinite(limitMs) && limitMs >= 0
        ? []
        : [
            problem(
              [...at, 'limitsMs', place],
              limitMs,
              'a limit is a duration',
              'write ms, 0 or more',
            ),
          ],
    );
    return [...unknown, ...limits];
  });
}

/** Also for the edge that cuts runs into blocks itself. */
export function runProblems({ runs, seed }: Pick<Request, 'runs' | 'seed'>): Problem[] {
  const found: Problem[] = [];
  if (!Number.isInteger(runs) || runs < 1 || runs > runsMax) {
    const mend = `write a whole number from 1 to ${runsMax}`;
    found.push(problem(['runs'], runs, 'not a number of runs', mend));
  }
  if (!Number.isSafeInteger(seed) || seed < 0) {
    const mend = `write a whole number from 0 to ${Number.MAX_SAFE_INTEGER}`;
    found.push(problem(['seed'], seed, 'not a seed', mend));
  }
  return found;
}
