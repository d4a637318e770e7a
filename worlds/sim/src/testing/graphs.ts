import * as fc from 'fast-check';
import type { Draw, Expression, StepGraph } from '../step-graph.ts';

/** What a duration is, where a test does not care. */
export function draw(distribution: Draw['distribution'], unit: Draw['unit'] = 's'): Draw {
  return { distribution, unit, basis: 'assumed', source: 'a test' };
}

const seconds = fc.double({ min: 0, max: 10_000, noNaN: true });

const anyDraw: fc.Arbitrary<Draw> = fc
  .oneof(
    seconds.map((value) => ({ kind: 'constant', value }) as const),
    fc
      .tuple(seconds, seconds)
      .map(([low, span]) => ({ kind: 'uniform', low, high: low + span }) as const),
    fc
      .tuple(
        fc.double({ min: 0.001, max: 1_000, noNaN: true }),
        fc.double({ min: 1, max: 100, noNaN: true }),
      )
      .map(([median, factor]) => ({ kind: 'lognormal', median, p99: median * factor }) as const),
  )
  .map((distribution) => draw(distribution));

/** Names that objects have of their own accord among them. */
const drawNames = ['constructor', 'db/promote', 'a', 'b', 'web 1', 'ü'] as const;
const nodeNames = ['toString', '__proto__', 'start', 'db', 'db[0]', 'serve', 'RTO'] as const;

function expressionOver(names: readonly string[]): fc.Arbitrary<Expression> {
  const terms = (of: fc.Arbitrary<Expression>) => fc.array(of, { minLength: 1, maxLength: 4 });
  const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc.constantFrom(...names),
      terms(tie('expression')).map((sum) => ({ sum })),
      terms(tie('expression')).map((max) => ({ max })),
      fc.tuple(tie('expression'), tie('expression')).map((span) => ({ span })),
    ),
  }));
  return expression;
}

/** Graphs that are right: every node refers to draws and to nodes before it, in any order. */
export const anyGraph: fc.Arbitrary<StepGraph> = fc
  .tuple(
    fc.tuple(...drawNames.map((name) => fc.tuple(fc.constant(name), anyDraw))),
    fc.tuple(
      ...nodeNames.map((name, index) =>
        fc.tuple(
          fc.constant(name),
          expressionOver([...drawNames, ...nodeNames.slice(0, index)]),
          fc.nat(),
        ),
      ),
    ),
  )
  .map(([draws, nodes]) => ({
    name: 'any',
    draws: Object.fromEntries(draws),
    nodes: Object.fromEntries(
      [...nodes]
        .sort((one, other) => one[2] - other[2])
        .map(([name, expression]) => [name, expression]),
    ),
  }));

/** Every name of a graph, to ask for all of them. */
export function everythingIn({ draws, nodes }: StepGraph): readonly { readonly of: string }[] {
  return [...Object.keys(draws), ...Object.keys(nodes)].map((of) => ({ of }));
}

/** One run as anybody would write it: by recursion, from the draws of that run. */
export function naive(
  graph: StepGraph,
  of: string,
  drawn: { readonly [draw: string]: number },
): number {
  const durationOf = (expression: Expression): number => {
    if (typeof expression === 'string') {
      if (Object.hasOwn(graph.draws, expression)) return drawn[expression] ?? Number.NaN;
      const node = graph.nodes[expression];
      return node === undefined ? Number.NaN : durationOf(node);
    }
    if ('max' in expression) return Math.max(...expression.max.map(durationOf));
    if ('span' in expression) {
      const [from, to] = expression.span;
      return Math.max(durationOf(to) - durationOf(from), 0);
    }
    return expression.sum.map(durationOf).reduce((sum, term) => sum + term);
  };
  return durationOf(of);
}
