import { binStartMs, type Histogram, quantileMs } from './histogram.ts';

/** One bar. The first has all that is shorter too, the last (`toMs` null) all that is longer. */
export interface HistogramRow {
  readonly fromMs: number;
  readonly toMs: number | null;
  readonly runs: number;
  readonly share: number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Widths, ms, whose multiples are easy to read. */
const widths: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((each) => each * second),
  ...[1, 2, 5, 10, 15, 30].map((each) => each * minute),
  ...[1, 2, 4, 8, 24, 48, 168, 720, 8760].map((each) => each * hour),
];

const rowsMax = 14;
/** A row is at least two bins wide where its bins are widest: 1/512 of the duration. */
const binsPerRow = 2;

/** Bars of one width from the shortest to the p99, and one for what is longer. */
export function histogramRows(histogram: Histogram, runs: number): readonly HistogramRow[] {
  const at = (share: number) => quantileMs(histogram, runs, share);
  const lowMs = at(0.001);
  const highMs = at(0.99);
  const rowsOf = (each: number) => Math.floor(highMs / each) - Math.floor(lowMs / each) + 2;
  const narrowest = (binsPerRow * highMs) / 1024;
  const width = widths.find((each) => each >= narrowest && rowsOf(each) <= rowsMax) ?? highMs;
  const startMs = Math.floor(lowMs / width) * width;
  const rows = rowsOf(width);
  const counts = new Array<number>(rows).fill(0);
  for (const [bin, held] of histogram.entries()) {
    if (held === 0) continue;
    const middleMs = (binStartMs(bin) + binStartMs(bin + 1)) / 2;
    const row = Math.min(Math.max(Math.floor((middleMs - startMs) / width), 0), rows - 1);
    counts[row] = (counts[row] ?? 0) + held;
  }
  return counts.map((held, row) => ({
    fromMs: startMs + row * width,
    toMs: row === rows - 1 ? null : startMs + (row + 1) * width,
    runs: held,
    share: held / runs,
  }));
}
