import {
  addColumn,
  addConstant,
  addLognormal,
  addUniform,
  type Column,
  newColumn,
  raiseToColumn,
} from './column.ts';
import { fillBits, runsPerChunk, streamKey } from './generator.ts';
import type { Instruction, Program } from './program.ts';

/** The columns of a program, and what fills them for one chunk of runs after another. */
export interface ChunkEvaluator {
  readonly columns: readonly Column[];
  /** Evaluates runs `chunk * runsPerChunk` and following; the last result is overwritten. */
  evaluate(chunk: number): void;
}

export function chunkEvaluator(program: Program, seed: number): ChunkEvaluator {
  const columns = Array.from({ length: program.columns }, newColumn);
  const keys = program.draws.map(({ name }) => streamKey(seed, name));
  const bits = new Int32Array(runsPerChunk);
  const column = (number: number): Column => {
    const found = columns[number];
    if (found === undefined) throw new Error(`the program has no column ${number}`);
    return found;
  };

  function addDraw(into: Column, number: number, chunk: number): void {
    const sampler = program.draws[number]?.sampler;
    const key = keys[number];
    if (sampler === undefined || key === undefined) throw new Error(`no draw ${number}`);
    if (sampler.kind !== 'constant') fillBits(bits, key, chunk);
    switch (sampler.kind) {
      case 'constant':
        addConstant(into, sampler.ms);
        break;
      case 'uniform':
        addUniform(into, bits, sampler.lowMs, sampler.highMs);
        break;
      case 'lognormal':
        addLognormal(into, bits, sampler.table);
        break;
    }
  }

  function perform(instruction: Instruction, chunk: number): void {
    const into = column(instruction.into);
    switch (instruction.kind) {
      case 'set-draw':
        into.fill(0);
        addDraw(into, instruction.draw, chunk);
        break;
      case 'add-draw':
        addDraw(into, instruction.draw, chunk);
        break;
      case 'set-column':
        into.set(column(instruction.from));
        break;
      case 'add-column':
        addColumn(into, column(instruction.from));
        break;
      case 'raise-to-column':
        raiseToColumn(into, column(instruction.from));
        break;
    }
  }

  return {
    columns,
    evaluate(chunk) {
      for (const instruction of program.instructions) perform(instruction, chunk);
    },
  };
}
