import { formatPath, type Json, mendName, type Path, type Problem } from '@outrigger/model';
import { quantile } from '@outrigger/recovery';
import { durationMsMax } from './histogram.ts';
import { smallestShare } from './quantile-table.ts';
import {
  type Draw,
  type Expression,
  kindOf,
  namesIn,
  nodeNamed,
  type StepGraph,
  termsOf,
} from './step-graph.ts';
import { distributionOf, toMs, units } from './units.ts';

/** Either the order in which nodes can be worked out, or all that is wrong with a graph. */
export type CheckedGraph =
  | { readonly ok: true; readonly order: readonly string[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The longest draw, ms: what is longer than 34 years is a mistake in a unit. */
const drawMsMax = 2 ** 40;

export function checkGraph(graph: StepGraph): CheckedGraph {
  const problems = [
    ...Object.entries(graph.draws).flatMap(([name, draw]) => drawProblems(['draws', name], draw)),
    ...sharedNames(graph),
    ...expressionProblems(graph),
  ];
  const order = orderOf(graph);
  if (order.loop.length > 0) problems.push(loopProblem(order.loop));
  if (problems.length === 0) problems.push(...sizeProblems(graph, order.names));
  return problems.length === 0 ? { ok: true, order: order.names } : { ok: false, problems };
}

export function problem(path: Path, value: unknown, wrong: string, mend: string): Problem {
  return { path: formatPath(path), value: asJson(value), wrong, mend, line: null };
}

/** JSON has no NaN and no infinity: they are named. */
function asJson(value: unknown): Json {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return typeof value === 'string' ? value : null;
}

export function drawProblems(path: Path, { distribution, unit, source }: Draw): Problem[] {
  const at = [...path, 'distribution'];
  const found = unitProblems([...path, 'unit'], unit);
  if (source.trim() === '') {
    const mend = 'say where it comes from; for a guess, what it was guessed from';
    found.push(problem([...path, 'source'], source, 'a duration needs a source', mend));
  }
  const duration = (name: string, value: number) =>
    durationProblems([...at, name], value, found.length === 0 ? toMs(value, unit) : value);
  switch (distribution.kind) {
    case 'constant':
      found.push(...duration('value', distribution.value));
      break;
    case 'uniform': {
      const { low, high } = distribution;
      found.push(...duration('low', low), ...duration('high', high));
      if (low > high) {
        found.push(problem([...at, 'low'], low, `it is above high, ${high}`, 'swap the two'));
      }
      break;
    }
    case 'lognormal': {
      const { median, p99 } = distribution;
      found.push(...duration('median', median), ...duration('p99', p99));
      if (median === 0) {
        const mend = 'write a median above 0, or a constant 0';
        found.push(problem([...at, 'median'], median, 'a lognormal is never 0', mend));
      }
      if (p99 < median) {
        const mend = 'write the p99 that was measured; it is at least the median';
        found.push(problem([...at, 'p99'], p99, `it is below the median, ${median}`, mend));
      }
      break;
    }
    default: {
      const mend = 'use constant, uniform or lognormal';
      const { kind }: { readonly kind?: unknown } = distribution;
      found.push(problem([...at, 'kind'], kind, 'no such distribution', mend));
    }
  }
  return found;
}

function unitProblems(path: Path, unit: string): Problem[] {
  if (units.includes(unit)) return [];
  return [problem(path, unit, 'no such unit', `use one of these: ${units.join(', ')}`)];
}

function durationProblems(path: Path, value: number, ms: number): Problem[] {
  if (!Number.isFinite(value)) {
    return [problem(path, value, 'a duration is a number', 'write a number, 0 or more')];
  }
  if (value < 0) {
    return [problem(path, value, 'a duration can’t be negative', 'write a number, 0 or more')];
  }
  if (ms > drawMsMax) {
    return [problem(path, value, 'it is more than 34 years', 'look at its unit')];
  }
  return [];
}

function sharedNames({ draws, nodes }: StepGraph): Problem[] {
  return Object.keys(nodes)
    .filter((name) => Object.hasOwn(draws, name))
    .map((name) =>
      problem(['nodes', name], name, 'a draw has this name too', 'give one of them another name'),
    );
}

function expressionProblems(graph: StepGraph): Problem[] {
  const known = new Set([...Object.keys(graph.draws), ...Object.keys(graph.nodes)]);
  const visit = (path: Path, expression: Expression): Problem[] => {
    if (typeof expression === 'string') {
      if (known.has(expression)) return [];
      return [problem(path, expression, 'nothing has this name', mendName(expression, [...known]))];
    }
    const kind = kindOf(expression);
    const terms = termsOf(expression);
    if (terms.length === 0) {
      const mend = 'name at least one term, or leave the node out';
      return [problem([...path, kind], null, `a ${kind} of nothing`, mend)];
    }
    if (kind === 'span' && terms.length !== 2) {
      const mend = 'name two: from where, and until when';
      return [problem([...path, kind], null, `a span of ${terms.length}`, mend)];
    }
    return terms.flatMap((term, index) => visit([...path, kind, index], term));
  };
  return Object.entries(graph.nodes).flatMap(([name, expression]) =>
    visit(['nodes', name], expression),
  );
}

interface Order {
  /** Nodes, each after all that it needs. */
  readonly names: readonly string[];
  /** One loop, first name to first name again; empty when there is none. */
  readonly loop: readonly string[];
}

function orderOf({ nodes }: StepGraph): Order {
  const needs = new Map(
    Object.entries(nodes).map(([name, expression]) => [
      name,
      new Set(namesIn(expression).filter((other) => Object.hasOwn(nodes, other))),
    ]),
  );
  const neededBy = new Map<string, string[]>();
  for (const [name, others] of needs) {
    for (const other of others) {
      const later = neededBy.get(other) ?? [];
      later.push(name);
      neededBy.set(other, later);
    }
  }
  const open = new Map([...needs].map(([name, others]) => [name, others.size]));
  const names = [...open].filter(([, left]) => left === 0).map(([name]) => name);
  for (const name of names) {
    for (const later of neededBy.get(name) ?? []) {
      const left = (open.get(later) ?? 0) - 1;
      open.set(later, left);
      if (left === 0) names.push(later);
    }
  }
  const done = new Set(names);
  const stuck = [...needs.keys()].find((name) => !done.has(name));
  return { names, loop: stuck === undefined ? [] : loopFrom(stuck, needs, done) };
}

/** Whatever is stuck needs something stuck: following that leads round a loop. */
function loopFrom(
  start: string,
  needs: ReadonlyMap<string, ReadonlySet<string>>,
  done: ReadonlySet<string>,
): readonly string[] {
  const way: string[] = [];
  let at = start;
  while (!way.includes(at)) {
    way.push(at);
    at = [...(needs.get(at) ?? [])].find((other) => !done.has(other)) ?? start;
  }
  return [...way.slice(way.indexOf(at)), at];
}

function loopProblem(loop: readonly string[]): Problem {
  const mend = 'take one of them out of the other: a step can’t wait for itself';
  return problem(['nodes', loop[0] ?? ''], loop.join(' → '), 'it needs itself', mend);
}

/** Nothing may outgrow what is counted: a wild p99 can, or a chain of doublings. */
function sizeProblems(graph: StepGraph, order: readonly string[]): Problem[] {
  const longest = new Map<string, number>();
  const longestOf = (expression: Expression): number => {
    if (typeof expression === 'string') return longest.get(expression) ?? 0;
    const ends = termsOf(expression).map(longestOf);
    return ends.reduce((sofar, end) => ('sum' in expression ? sofar + end : Math.max(sofar, end)));
  };
  for (const [name, draw] of Object.entries(graph.draws)) longest.set(name, longestDrawMs(draw));
  for (const name of order) longest.set(name, longestOf(nodeNamed(graph, name) ?? name));
  const first = [...longest].find(([, ms]) => ms > durationMsMax)?.[0];
  if (first === undefined) return [];
  const place = Object.hasOwn(graph.draws, first) ? 'draws' : 'nodes';
  const mend = 'look for a p99 that is far too large, or for something that is added to itself';
  return [problem([place, first], first, 'it can grow beyond 35,000 years', mend)];
}

function longestDrawMs(draw: Draw): number {
  const distribution = distributionOf(draw);
  switch (distribution.kind) {
    case 'constant':
      return distribution.ms;
    case 'uniform':
      return distribution.highMs;
    case 'lognormal':
      return quantile(distribution, 1 - smallestShare);
  }
}
