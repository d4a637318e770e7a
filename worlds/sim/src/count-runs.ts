import { type Column, newColumn } from './column.ts';
import { runsPerChunk } from './generator.ts';
import type { Program } from './program.ts';
import { OutputCounter, type Tally } from './tally.ts';

/** A program, and what each of its outputs is in a run. */
export interface CountedRuns {
  readonly program: Program;
  readonly valuesOf: (run: number) => readonly number[];
}

/**
 * Counts runs, from one to before another, as `evaluateBlock` does, whoever made them. Each run is
 * asked for all programs before the next one.
 */
export function countRuns(
  from: number,
  to: number,
  programs: readonly CountedRuns[],
): readonly Tally[] {
  const counted = programs.map(({ program, valuesOf }) => ({
    valuesOf,
    counters: program.outputs.map((output) => new OutputCounter(output)),
    columns: program.outputs.map(newColumn),
  }));
  for (let first = from; first < to; first += runsPerChunk) {
    const lanes = Math.min(to - first, runsPerChunk);
    for (let lane = 0; lane < lanes; lane += 1) {
      for (const { columns, valuesOf } of counted) put(columns, lane, valuesOf(first + lane));
    }
    for (const { columns, counters } of counted) {
      for (const [index, counter] of counters.entries()) {
        counter.count(columns[index] ?? newColumn(), 0, lanes, first);
      }
    }
  }
  return counted.map(({ counters }) => ({
    runs: to - from,
    outputs: counters.map((counter) => counter.tally()),
  }));
}

function put(columns: readonly Column[], lane: number, values: readonly number[]): void {
  for (const [index, column] of columns.entries()) column[lane] = values[index] ?? 0;
}
