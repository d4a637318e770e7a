import { runsPerChunk } from './generator.ts';
import { look, type QuantileTable } from './quantile-table.ts';

/**
 * One value, ms, for each run of a chunk; and the inner loops, each of which does one thing to a
 * whole column and allocates nothing. To set a column to draws, fill it with 0 first: 0 + x is x,
 * to the bit.
 */
export type Column = Float64Array;

export function newColumn(): Column {
  return new Float64Array(runsPerChunk);
}

export function addConstant(column: Column, ms: number): void {
  for (let lane = 0; lane < runsPerChunk; lane += 1) column[lane] = (column[lane] ?? 0) + ms;
}

export function addColumn(column: Column, other: Column): void {
  for (let lane = 0; lane < runsPerChunk; lane += 1) {
    column[lane] = (column[lane] ?? 0) + (other[lane] ?? 0);
  }
}

export function raiseToColumn(column: Column, other: Column): void {
  for (let lane = 0; lane < runsPerChunk; lane += 1) {
    const value = other[lane] ?? 0;
    if (value > (column[lane] ?? 0)) column[lane] = value;
  }
}

/** From what the column holds until the other: 0 where the other is earlier. */
export function spanToColumn(column: Column, other: Column): void {
  for (let lane = 0; lane < runsPerChunk; lane += 1) {
    column[lane] = Math.max((other[lane] ?? 0) - (column[lane] ?? 0), 0);
  }
}

export function addUniform(column: Column, bits: Int32Array, lowMs: number, highMs: number): void {
  const scale = (highMs - lowMs) / 2 ** 32;
  for (let lane = 0; lane < runsPerChunk; lane += 1) {
    const value = lowMs + (((bits[lane] ?? 0) >>> 0) + 0.5) * scale;
    column[lane] = (column[lane] ?? 0) + value;
  }
}

export function addLognormal(column: Column, bits: Int32Array, table: QuantileTable): void {
  for (let lane = 0; lane < runsPerChunk; lane += 1) {
    column[lane] = (column[lane] ?? 0) + look(table, bits[lane] ?? 0);
  }
}
