import { type Sampler, Samplers } from './sampler.ts';
import {
  type Draw,
  type Expression,
  kindOf,
  namesIn,
  type Output,
  type StepGraph,
  termsOf,
} from './step-graph.ts';

/**
 * A graph as a list of instructions on columns, for the outputs that are asked for; what they do
 * not need is left out. Columns are used again once nobody needs them, so that few of them are in
 * use at a time.
 */
export interface Program {
  readonly draws: readonly ProgramDraw[];
  readonly instructions: readonly Instruction[];
  readonly columns: number;
  readonly outputs: readonly (Required<Output> & { readonly column: number })[];
}

export interface ProgramDraw {
  readonly name: string;
  readonly sampler: Sampler;
}

export type Instruction =
  | { readonly kind: 'set-draw' | 'add-draw'; readonly into: number; readonly draw: number }
  | {
      readonly kind: 'set-column' | 'add-column' | 'raise-to-column' | 'span-to-column';
      readonly into: number;
      readonly from: number;
    };

/** What the terms after the first do to the column of an expression. */
const combining = { sum: 'add', max: 'raise-to', span: 'span-to' } as const;
type Combining = 'set' | (typeof combining)[keyof typeof combining];

/** Compiles a graph that `checkGraph` finds nothing wrong with; `order` is that check's. */
export function program(
  graph: StepGraph,
  order: readonly string[],
  outputs: readonly Output[],
): Program {
  return new Compiler(graph).compile(order, outputs);
}

class Compiler {
  private readonly graph: StepGraph;
  private readonly drawsOf: ReadonlyMap<string, Draw>;
  private readonly nodesOf: ReadonlyMap<string, Expression>;
  private readonly draws: ProgramDraw[] = [];
  private readonly instructions: Instruction[] = [];
  private readonly samplers = new Samplers();
  /** How often a name is still to be read. An output is read once more, at the end. */
  private readonly uses = new Map<string, number>();
  private readonly columnOf = new Map<string, number>();
  private readonly free: number[] = [];
  private columns = 0;

  constructor(graph: StepGraph) {
    this.graph = graph;
    this.drawsOf = new Map(Object.entries(graph.draws));
    this.nodesOf = new Map(Object.entries(graph.nodes));
  }

  compile(order: readonly string[], outputs: readonly Output[]): Program {
    for (const { of } of outputs) this.use(of);
    // From the last node to the first: what no later one uses is not needed.
    for (const name of [...order].reverse()) {
      const expression = this.nodesOf.get(name);
      if (expression === undefined || !this.uses.has(name)) continue;
      for (const used of namesIn(expression)) this.use(used);
    }
    for (const name of order) {
      const expression = this.nodesOf.get(name);
      if (expression === undefined || !this.uses.has(name)) continue;
      const column = this.takeColumn();
      this.set(column, expression);
      this.columnOf.set(name, column);
    }
    const asked = outputs.map(({ of, limitsMs = [] }) => ({
      of,
      limitsMs,
      column: this.columnOfName(of),
    }));
    const { draws, instructions, columns } = this;
    return { draws, instructions, columns, outputs: asked };
  }

  private use(name: string): void {
    this.uses.set(name, (this.uses.get(name) ?? 0) + 1);
  }

  private takeColumn(): number {
    const reused = this.free.pop();
    if (reused !== undefined) return reused;
    this.columns += 1;
    return this.columns - 1;
  }

  private set(into: number, expression: Expression): void {
    if (typeof expression === 'string') {
      this.combine('set', into, expression);
    } else {
      const how = combining[kindOf(expression)];
      const [first, ...rest] = termsOf(expression);
      if (first === undefined)
        throw new Error('a sum or max of nothing was not found by the check');
      this.set(into, first);
      for (const term of rest) this.combine(how, into, term);
    }
  }

  private combine(how: Combining, into: number, term: Expression): void {
    // A draw that nobody else reads is made where it is needed, without a column of its own.
    if ((how === 'set' || how === 'add') && typeof term === 'string' && this.isReadOnce(term)) {
      this.instructions.push({ kind: `${how}-draw`, into, draw: this.drawNumber(term) });
    } else if (typeof term === 'string') {
      const from = this.columnOfName(term);
      this.instructions.push({ kind: `${how}-column`, into, from });
      this.release(term, from);
    } else {
      const from = this.takeColumn();
      this.set(from, term);
      this.instructions.push({ kind: `${how}-column`, into, from });
      this.free.push(from);
    }
  }

  private isReadOnce(name: string): boolean {
    return this.drawsOf.has(name) && this.uses.get(name) === 1 && !this.columnOf.has(name);
  }

  /** Nodes have theirs by now; a draw gets one when it is first read. */
  private columnOfName(name: string): number {
    const known = this.columnOf.get(name);
    if (known !== undefined) return known;
    const column = this.takeColumn();
    this.instructions.push({ kind: 'set-draw', into: column, draw: this.drawNumber(name) });
    this.columnOf.set(name, column);
    return column;
  }

  private release(name: string, column: number): void {
    const left = (this.uses.get(name) ?? 0) - 1;
    this.uses.set(name, left);
    if (left === 0) this.free.push(column);
  }

  private drawNumber(name: string): number {
    const draw = this.drawsOf.get(name);
    if (draw === undefined) throw new Error(`${this.graph.name}: no draw is called '${name}'`);
    this.draws.push({ name, sampler: this.samplers.of(draw) });
    return this.draws.length - 1;
  }
}
