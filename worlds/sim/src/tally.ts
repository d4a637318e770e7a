import type { Column } from './column.ts';
import { addHistograms, count, type Histogram, newHistogram } from './histogram.ts';
import type { Program } from './program.ts';

/**
 * What is kept of runs: plain data of a fixed size, which can be sent between threads. Every figure
 * in it is a whole number, a largest or a smallest, so tallies are merged in any order to the same
 * bytes.
 */
export interface Tally {
  readonly runs: number;
  readonly outputs: readonly OutputTally[];
}

export interface OutputTally {
  readonly histogram: Histogram;
  /** The sum of all durations: whole ms, and parts of 2⁻²⁰ ms, each exact. */
  readonly sumMs: number;
  readonly sumParts: number;
  readonly minMs: number;
  readonly maxMs: number;
  /** The first run that took longest. */
  readonly maxRun: number;
  /** How many runs met each limit. */
  readonly met: readonly number[];
}

/** Of a ms. */
export const parts = 2 ** 20;

/** Adds up columns while a block is evaluated. */
export class OutputCounter {
  private readonly histogram = newHistogram();
  private sumMs = 0;
  private sumParts = 0;
  private minMs = Number.POSITIVE_INFINITY;
  private maxMs = Number.NEGATIVE_INFINITY;
  private maxRun = 0;
  private readonly limitsMs: readonly number[];
  private readonly met: number[];

  constructor({ limitsMs }: Program['outputs'][number]) {
    this.limitsMs = limitsMs;
    this.met = limitsMs.map(() => 0);
  }

  /** Lanes from one to before another; `firstRun` is the run of lane 0. */
  count(column: Column, from: number, to: number, firstRun: number): void {
    count(this.histogram, column, from, to);
    let { sumMs, sumParts, minMs, maxMs, maxRun } = this;
    for (let lane = from; lane < to; lane += 1) {
      const value = column[lane] ?? 0;
      const whole = Math.floor(value);
      sumMs += whole;
      sumParts += Math.floor((value - whole) * parts);
      if (value < minMs) minMs = value;
      if (value > maxMs) {
        maxMs = value;
        maxRun = firstRun + lane;
      }
    }
    this.sumMs = sumMs;
    this.sumParts = sumParts;
    this.minMs = minMs;
    this.maxMs = maxMs;
    this.maxRun = maxRun;
    for (const [index, limitMs] of this.limitsMs.entries()) {
      let met = this.met[index] ?? 0;
      for (let lane = from; lane < to; lane += 1) if ((column[lane] ?? 0) <= limitMs) met += 1;
      this.met[index] = met;
    }
  }

  tally(): OutputTally {
    const { histogram, sumMs, sumParts, minMs, maxMs, maxRun, met } = this;
    return { histogram, sumMs, sumParts, minMs, maxMs, maxRun, met };
  }
}

/** Both together. The two are of one program and seed, and of different runs. */
export function merge(one: Tally, other: Tally): Tally {
  return {
    runs: one.runs + other.runs,
    outputs: one.outputs.map((output, index) => {
      const second = other.outputs[index];
      if (second === undefined) throw new Error('tallies of two programs can’t be merged');
      return mergeOutput(output, second);
    }),
  };
}

function mergeOutput(one: OutputTally, other: OutputTally): OutputTally {
  const later = other.maxMs > one.maxMs || (other.maxMs === one.maxMs && other.maxRun < one.maxRun);
  return {
    histogram: addHistograms(one.histogram, other.histogram),
    sumMs: one.sumMs + other.sumMs,
    sumParts: one.sumParts + other.sumParts,
    minMs: Math.min(one.minMs, other.minMs),
    maxMs: Math.max(one.maxMs, other.maxMs),
    maxRun: later ? other.maxRun : one.maxRun,
    met: one.met.map((held, index) => held + (other.met[index] ?? 0)),
  };
}
