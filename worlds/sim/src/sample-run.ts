import { ChunkEvaluator } from './chunk.ts';
import { runsPerChunk } from './generator.ts';
import type { Program } from './program.ts';

/** Gives the value, ms, of every output of a program in a run: of its draws too, if asked for. */
export type RunSampler = (run: number) => { readonly [of: string]: number };

/**
 * Runs one by one, for a transcript or for the engine in the loop: to the bit what `evaluateBlock`
 * counted. Runs asked for in order cost a chunk once; a run out of order costs its whole chunk.
 */
export function runSampler(compiled: Program, seed: number): RunSampler {
  const evaluator = new ChunkEvaluator(compiled, seed);
  let held = -1;
  return (run) => {
    const chunk = Math.floor(run / runsPerChunk);
    if (chunk !== held) evaluator.evaluate(chunk);
    held = chunk;
    const lane = run - chunk * runsPerChunk;
    return Object.fromEntries(
      compiled.outputs.map(({ of, column }) => [
        of,
        evaluator.columns[column]?.[lane] ?? Number.NaN,
      ]),
    );
  };
}
