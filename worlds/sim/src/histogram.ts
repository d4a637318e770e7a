import type { Column } from './column.ts';

/**
 * Counts of durations in bins that are 1/1024 of their octave wide, from a µs to 35,000 years: a
 * quantile read from it is within 0.1 % of the exact one, its size does not grow with the runs, and
 * two of them are merged by adding, in any order.
 */
export type Histogram = Uint32Array;

/** Bits of a float's fraction that name a bin. */
const binBits = 10;
const lowestExponent = -10;
const highestExponent = 50;
const bins = (highestExponent - lowestExponent) << binBits;

/** What a bin can still hold, ms. Beyond it `checkGraph` refuses a graph. */
export const durationMsMax = 2 ** highestExponent;

/** Which of a float's two words has its exponent. */
const highWord = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;
/** A float's bias of the exponent, and bits of its fraction in the high word. */
const exponentBias = 1023;
const highFractionBits = 20;
const dropped = highFractionBits - binBits;
const firstBin = (exponentBias + lowestExponent) << binBits;

export function newHistogram(): Histogram {
  return new Uint32Array(bins);
}

/** Counts runs of a column, from one lane to before another: a float’s first bits are its bin. */
export function count(histogram: Histogram, column: Column, from: number, to: number): void {
  const words = new Int32Array(column.buffer, column.byteOffset, column.length * 2);
  for (let lane = from; lane < to; lane += 1) {
    const bin = ((words[2 * lane + highWord] ?? 0) >> dropped) - firstBin;
    const inside = Math.min(Math.max(bin, 0), bins - 1);
    histogram[inside] = (histogram[inside] ?? 0) + 1;
  }
}

export function addHistograms(one: Histogram, other: Histogram): Histogram {
  const both = newHistogram();
  for (let bin = 0; bin < bins; bin += 1) both[bin] = (one[bin] ?? 0) + (other[bin] ?? 0);
  return both;
}

/** The value, ms, at which a bin begins. What is shorter than all is in the first. */
export function binStartMs(bin: number): number {
  if (bin <= 0) return 0;
  const octave = bin >> binBits;
  const within = bin - (octave << binBits);
  return 2 ** (octave + lowestExponent) * (1 + within / 2 ** binBits);
}

/** Where the run of a rank lies, the shortest being rank 1. */
export interface Place {
  readonly bin: number;
  /** Its place in the bin, from 0 to 1, as if the bin's runs were spread evenly. */
  readonly within: number;
}

export function placeOfRank(histogram: Histogram, rank: number): Place {
  let before = 0;
  for (let bin = 0; bin < bins; bin += 1) {
    const held = histogram[bin] ?? 0;
    if (before + held >= rank) return { bin, within: (rank - before - 0.5) / held };
    before += held;
  }
  throw new Error(`no run has rank ${rank}: there are ${before}`);
}

/** The rank of a share of all runs: the first run that has at least this share at or below it. */
export function rankOf(share: number, runs: number): number {
  return Math.min(Math.max(Math.ceil(share * runs), 1), runs);
}

export function quantileMs(histogram: Histogram, runs: number, share: number): number {
  const { bin, within } = placeOfRank(histogram, rankOf(share, runs));
  const fromMs = binStartMs(bin);
  return fromMs + within * (binStartMs(bin + 1) - fromMs);
}
