import { addColumn, type Column, newColumn, raiseToColumn, spanToColumn } from './column.ts';
import { newStream, type StreamKey, streamKey } from './generator.ts';
import type { Instruction, Program } from './program.ts';
import { addDraw } from './sampler.ts';

/**
 * The columns of a program, and what fills them for one chunk of runs after another. A class, so
 * that all evaluators share their functions: closures of each would be compiled for each.
 */
export class ChunkEvaluator {
  readonly columns: readonly Column[];
  private readonly program: Program;
  private readonly keys: readonly StreamKey[];
  private readonly stream = newStream();

  constructor(program: Program, seed: number) {
    this.program = program;
    this.columns = Array.from({ length: program.columns }, newColumn);
    this.keys = program.draws.map(({ name }) => streamKey(seed, name));
  }

  /** Evaluates runs `chunk * runsPerChunk` and following; the last result is overwritten. */
  evaluate(chunk: number): void {
    for (const instruction of this.program.instructions) this.perform(instruction, chunk);
  }

  private perform(instruction: Instruction, chunk: number): void {
    const into = this.column(instruction.into);
    switch (instruction.kind) {
      case 'set-draw':
        into.fill(0);
        this.addDraw(into, instruction.draw, chunk);
        break;
      case 'add-draw':
        this.addDraw(into, instruction.draw, chunk);
        break;
      case 'set-column':
        into.set(this.column(instruction.from));
        break;
      case 'add-column':
        addColumn(into, this.column(instruction.from));
        break;
      case 'raise-to-column':
        raiseToColumn(into, this.column(instruction.from));
        break;
      case 'span-to-column':
        spanToColumn(into, this.column(instruction.from));
        break;
    }
  }

  private column(number: number): Column {
    const found = this.columns[number];
    if (found === undefined) throw new Error(`the program has no column ${number}`);
    return found;
  }

  private addDraw(into: Column, number: number, chunk: number): void {
    const sampler = this.program.draws[number]?.sampler;
    const key = this.keys[number];
    if (sampler === undefined || key === undefined) throw new Error(`no draw ${number}`);
    addDraw(into, sampler, key, chunk, this.stream);
  }
}
