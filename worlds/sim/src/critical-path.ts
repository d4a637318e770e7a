import type { Problem } from '@outrigger/model';
import type { Timing } from '@outrigger/recovery';
import { checkGraph } from './check-graph.ts';
import { ChunkEvaluator } from './chunk.ts';
import { compile, evaluateBlock, runProblems } from './evaluate.ts';
import { flatten, neededFor } from './flat-graph.ts';
import { runsPerChunk } from './generator.ts';
import { binStartMs, type Histogram, placeOfRank, rankOf } from './histogram.ts';
import { program } from './program.ts';
import { drawNamed, kindOf, nodeNamed, type StepGraph, termsOf } from './step-graph.ts';

/** What the time of an output is made of, in its middle and in its tail. */
export interface CriticalPath {
  readonly of: string;
  readonly runs: number;
  readonly typical: PathPart;
  readonly tail: PathPart;
  /** Every draw; the one with the largest share of the tail comes first. */
  readonly steps: readonly PathStep[];
  /** Every `max` that the output depends on. */
  readonly decisions: readonly Decision[];
}

/** Runs around a quantile: p49 to p51 for the typical ones, p98.5 to p99.5 for the tail. */
export interface PathPart {
  readonly runs: number;
  readonly meanMs: number;
  /** Of the mean, what rests on assumed durations. */
  readonly assumedShare: number;
}

export interface PathStep {
  readonly step: string;
  readonly basis: Timing['basis'];
  readonly source: string;
  /** Share of all runs in which the output had to wait for it. */
  readonly onPath: number;
  /** What it adds to the output: the mean, and the share of it. The shares of all steps make 1. */
  readonly typical: { readonly ms: number; readonly share: number };
  readonly tail: { readonly ms: number; readonly share: number };
}

/** Which term of a `max` ended last, of the runs in which the output waited for that `max`. */
export interface Decision {
  readonly node: string;
  readonly runs: number;
  readonly by: readonly { readonly term: string; readonly share: number }[];
}

export type TracedPath =
  | { readonly ok: true; readonly path: CriticalPath }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface PathRequest {
  readonly of: string;
  readonly runs: number;
  readonly seed: number;
}

const bands = { typical: [0.49, 0.51], tail: [0.985, 0.995] } as const;

/**
 * Walks every run back from the output: through a sum to all of its terms, through a `max` to the
 * term that ended last (the first of them if several did), through a `span` to its end, taking off
 * what led to its beginning: what came before both counts for nothing. It keeps all columns and
 * looks at runs one by one, so it is several times slower than `evaluate`.
 */
export function criticalPath(graph: StepGraph, { of, runs, seed }: PathRequest): TracedPath {
  const compiled = compile(graph, [{ of }]);
  const wrong = runProblems({ runs, seed });
  if (!compiled.ok || wrong.length > 0) {
    return { ok: false, problems: [...(compiled.ok ? [] : compiled.problems), ...wrong] };
  }
  const tally = evaluateBlock(compiled.program, { seed, from: 0, to: runs });
  const histogram = tally.outputs[0]?.histogram ?? new Uint32Array();
  const trace = new Trace(graph, of, seed);
  trace.walk(runs, bandOf(histogram, runs, bands.typical), bandOf(histogram, runs, bands.tail));
  return { ok: true, path: trace.path(runs) };
}

interface Band {
  readonly fromMs: number;
  readonly toMs: number;
}

/** From where the first quantile's bin begins to where the last one's ends: never empty. */
function bandOf(histogram: Histogram, runs: number, [from, to]: readonly [number, number]): Band {
  const first = placeOfRank(histogram, rankOf(from, runs)).bin;
  const last = placeOfRank(histogram, rankOf(to, runs)).bin;
  return { fromMs: binStartMs(first), toMs: binStartMs(last + 1) };
}

/** Sums over the runs of a band. */
class BandSums {
  readonly band: Band;
  runs = 0;
  outputMs = 0;
  readonly stepMs: Float64Array;

  constructor(band: Band, names: number) {
    this.band = band;
    this.stepMs = new Float64Array(names);
  }

  has(ms: number): boolean {
    return ms >= this.band.fromMs && ms < this.band.toMs;
  }
}

class Trace {
  private readonly graph: StepGraph;
  private readonly of: string;
  /** Draws first, then nodes, each after what it needs. */
  private readonly names: readonly string[];
  private readonly output: number;
  private readonly nodes: readonly (FlatNode | null)[];
  private readonly evaluator: ChunkEvaluator;
  private readonly columns: readonly Float64Array[];
  private readonly onPath: Float64Array;
  private readonly decided: readonly Float64Array[];
  private bands: readonly BandSums[] = [];

  constructor(graph: StepGraph, of: string, seed: number) {
    const flat = flatten(graph);
    const checked = checkGraph(flat);
    if (!checked.ok) throw new Error(`flattened, ${graph.name} is not a graph any more`);
    const needed = neededFor(flat, of);
    this.graph = flat;
    this.of = of;
    this.names = [...Object.keys(flat.draws), ...checked.order].filter((name) => needed.has(name));
    this.output = this.names.indexOf(of);
    const positions = new Map(this.names.map((name, index) => [name, index]));
    this.nodes = this.names.map((name) => flatNode(flat, name, positions));
    const everything = program(
      flat,
      checked.order,
      this.names.map((name) => ({ of: name })),
    );
    this.evaluator = new ChunkEvaluator(everything, seed);
    this.columns = everything.outputs.map(
      ({ column }) => this.evaluator.columns[column] ?? new Float64Array(),
    );
    this.onPath = new Float64Array(this.names.length);
    this.decided = this.nodes.map((node) => new Float64Array(node?.terms.length ?? 0));
  }

  walk(runs: number, typical: Band, tail: Band): void {
    this.bands = [typical, tail].map((band) => new BandSums(band, this.names.length));
    const output = this.columns[this.output] ?? new Float64Array();
    const weights = new Float64Array(this.names.length);
    for (let first = 0; first < runs; first += runsPerChunk) {
      this.evaluator.evaluate(first / runsPerChunk);
      const lanes = Math.min(runs - first, runsPerChunk);
      for (let lane = 0; lane < lanes; lane += 1) {
        this.walkBack(lane, weights);
        for (const sums of this.bands) {
          const outputMs = output[lane] ?? 0;
          if (sums.has(outputMs)) this.addTo(sums, lane, outputMs, weights);
        }
      }
    }
  }

  /** How often each name counts in the output of a run: 0 for what it did not wait for. */
  private walkBack(lane: number, weights: Float64Array): void {
    weights.fill(0);
    weights[this.output] = 1;
    for (let at = this.names.length - 1; at >= 0; at -= 1) {
      const weight = weights[at] ?? 0;
      if (weight === 0) continue;
      if (weight > 0) this.onPath[at] = (this.onPath[at] ?? 0) + 1;
      const node = this.nodes[at];
      if (node === undefined || node === null) continue;
      if (node.kind === 'sum') {
        for (const term of node.terms) weights[term] = (weights[term] ?? 0) + weight;
      } else if (node.kind === 'span') {
        const [from = 0, to = 0] = node.terms;
        if ((this.columns[at]?.[lane] ?? 0) === 0) continue;
        weights[to] = (weights[to] ?? 0) + weight;
        weights[from] = (weights[from] ?? 0) - weight;
      } else {
        const last = this.lastOf(node.terms, lane);
        const term = node.terms[last] ?? 0;
        weights[term] = (weights[term] ?? 0) + weight;
        const counts = this.decided[at];
        if (counts !== undefined && weight > 0) counts[last] = (counts[last] ?? 0) + 1;
      }
    }
  }

  private lastOf(terms: readonly number[], lane: number): number {
    let last = 0;
    let lastMs = Number.NEGATIVE_INFINITY;
    for (let index = 0; index < terms.length; index += 1) {
      const ms = this.columns[terms[index] ?? 0]?.[lane] ?? 0;
      if (ms > lastMs) {
        last = index;
        lastMs = ms;
      }
    }
    return last;
  }

  private addTo(sums: BandSums, lane: number, outputMs: number, weights: Float64Array): void {
    sums.runs += 1;
    sums.outputMs += outputMs;
    for (let at = 0; at < weights.length; at += 1) {
      const weight = weights[at] ?? 0;
      if (weight === 0) continue;
      sums.stepMs[at] = (sums.stepMs[at] ?? 0) + weight * (this.columns[at]?.[lane] ?? 0);
    }
  }

  path(runs: number): CriticalPath {
    const [typical, tail] = this.bands;
    if (typical === undefined || tail === undefined) throw new Error('nothing was walked');
    const steps = this.names.flatMap((step, at): PathStep[] => {
      const draw = drawNamed(this.graph, step);
      if (draw === undefined) return [];
      const { basis, source } = draw;
      const onPath = (this.onPath[at] ?? 0) / runs;
      return [{ step, basis, source, onPath, typical: part(typical, at), tail: part(tail, at) }];
    });
    steps.sort((one, other) => other.tail.ms - one.tail.ms);
    const decisions = this.nodes.flatMap((node, at): Decision[] => {
      if (node?.kind !== 'max') return [];
      const waited = this.onPath[at] ?? 0;
      const by = node.terms.map((term, index) => ({
        term: this.names[term] ?? '',
        share: waited === 0 ? 0 : (this.decided[at]?.[index] ?? 0) / waited,
      }));
      return [{ node: this.names[at] ?? '', runs: waited, by }];
    });
    const partOf = (sums: BandSums, of: 'typical' | 'tail'): PathPart => ({
      runs: sums.runs,
      meanMs: sums.outputMs / sums.runs,
      assumedShare: steps
        .filter(({ basis }) => basis === 'assumed')
        .reduce((sum, step) => sum + step[of].share, 0),
    });
    return {
      of: this.of,
      runs,
      typical: partOf(typical, 'typical'),
      tail: partOf(tail, 'tail'),
      steps,
      decisions,
    };
  }
}

function part(sums: BandSums, at: number): PathStep['typical'] {
  const ms = sums.stepMs[at] ?? 0;
  return { ms: ms / sums.runs, share: sums.outputMs === 0 ? 0 : ms / sums.outputMs };
}

/** A node whose terms are names only, by their positions. */
interface FlatNode {
  readonly kind: 'sum' | 'max' | 'span';
  readonly terms: readonly number[];
}

function flatNode(
  flat: StepGraph,
  name: string,
  positions: ReadonlyMap<string, number>,
): FlatNode | null {
  const expression = nodeNamed(flat, name);
  if (expression === undefined) return null;
  const terms = typeof expression === 'string' ? [expression] : termsOf(expression);
  return {
    kind: typeof expression === 'object' ? kindOf(expression) : 'sum',
    terms: terms.map((term) => {
      const position = typeof term === 'string' ? positions.get(term) : undefined;
      if (position === undefined) throw new Error(`${name} was not flattened`);
      return position;
    }),
  };
}
