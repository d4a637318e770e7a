import type { Timing } from '@outrigger/recovery';
import type { Unit } from './units.ts';

/**
 * A recovery as a plain graph: what is drawn, and how that adds up. Draws and nodes share one set
 * of names; an expression refers to either by its name.
 */
export interface StepGraph {
  readonly name: string;
  readonly draws: { readonly [name: string]: Draw };
  readonly nodes: { readonly [name: string]: Expression };
}

/**
 * One duration, drawn once a run however often it is referred to. Its values hang on the seed, its
 * name and the run alone: what else is in the graph changes none of them, so two graphs that differ
 * in one step are compared on the same luck.
 */
export interface Draw {
  readonly distribution: Spread;
  readonly unit: Unit;
  readonly basis: Timing['basis'];
  readonly source: string;
}

/** A distribution in the unit of its draw; `lognormal` as in recovery, by its median and p99. */
export type Spread =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly p99: number };

/**
 * A name (of a draw or a node), or what becomes of several: one after another (`sum`, added from
 * the first to the last), until the last of them has ended (`max`), or from the first to the second
 * (`span`; 0 when the second comes earlier). There are no bare numbers: what is constant is a draw
 * too, with a name and a source.
 */
export type Expression =
  | string
  | { readonly sum: readonly Expression[] }
  | { readonly max: readonly Expression[] }
  | { readonly span: readonly [from: Expression, to: Expression] };

/** What is asked of a graph: the distribution of a node or a draw, held against limits. */
export interface Output {
  readonly of: string;
  /** Objectives, ms: each gets the probability that it is met. */
  readonly limitsMs?: readonly number[];
}

/** Only what a graph itself has by a name: every object has a `constructor`. */
export function drawNamed({ draws }: StepGraph, name: string): Draw | undefined {
  return Object.hasOwn(draws, name) ? draws[name] : undefined;
}

export function nodeNamed({ nodes }: StepGraph, name: string): Expression | undefined {
  return Object.hasOwn(nodes, name) ? nodes[name] : undefined;
}

/** How an expression is made of its terms. */
export function kindOf(expression: Exclude<Expression, string>): 'sum' | 'max' | 'span' {
  return 'sum' in expression ? 'sum' : 'max' in expression ? 'max' : 'span';
}

/** The terms of a sum, a max or a span; none for a name. */
export function termsOf(expression: Expression): readonly Expression[] {
  if (typeof expression === 'string') return [];
  if ('sum' in expression) return expression.sum;
  return 'max' in expression ? expression.max : expression.span;
}

/** Every name that an expression refers to, as often as it does. */
export function namesIn(expression: Expression): readonly string[] {
  if (typeof expression === 'string') return [expression];
  return termsOf(expression).flatMap(namesIn);
}
