import { type Expression, namesIn, nodeNamed, type StepGraph } from './step-graph.ts';

/** The same graph with a node of its own for each expression inside another: `rto[1]`. */
export function flatten(graph: StepGraph): StepGraph {
  const nodes = new Map<string, Expression>();
  const taken = new Set([...Object.keys(graph.draws), ...Object.keys(graph.nodes)]);
  const freeName = (wanted: string): string => {
    let name = wanted;
    while (taken.has(name)) name = `${name}′`;
    taken.add(name);
    return name;
  };
  const flat = (name: string, expression: Expression): Expression => {
    if (typeof expression === 'string') return expression;
    const named = (term: Expression, index: number): string => {
      if (typeof term === 'string') return term;
      const own = freeName(`${name}[${index}]`);
      nodes.set(own, flat(own, term));
      return own;
    };
    if ('sum' in expression) return { sum: expression.sum.map(named) };
    if ('max' in expression) return { max: expression.max.map(named) };
    const [from, to] = expression.span;
    return { span: [named(from, 0), named(to, 1)] };
  };
  for (const [name, expression] of Object.entries(graph.nodes)) {
    nodes.set(name, flat(name, expression));
  }
  return { ...graph, nodes: Object.fromEntries(nodes) };
}

/** A name and all that it depends on. */
export function neededFor(graph: StepGraph, of: string): ReadonlySet<string> {
  const needed = new Set([of]);
  for (const name of needed) {
    const expression = nodeNamed(graph, name);
    if (expression === undefined) continue;
    for (const other of namesIn(expression)) needed.add(other);
  }
  return needed;
}
