import { isExpression, type Value } from './value.ts';

/** A block of a file: `resource "aws_vpc" "main" { … }`. */
export interface Block {
  readonly type: BlockType;
  readonly labels: readonly string[];
  readonly body: Body;
  /** Why it is there, in sentences; written above it. */
  readonly comment?: string | undefined;
  /** Why an argument is as it is, by its path: `lifecycle.ignore_changes`. */
  readonly remarks?: { readonly [path: string]: string } | undefined;
  /** Rules of Checkov that it breaks on purpose, by their number, with the reason. */
  readonly accepted?: { readonly [rule: string]: string } | undefined;
}

export type BlockType =
  | 'terraform'
  | 'provider'
  | 'variable'
  | 'locals'
  | 'data'
  | 'ephemeral'
  | 'resource'
  | 'removed'
  | 'import'
  | 'output';

/** In the order in which it is written; the blocks inside come after the arguments. */
export interface Body {
  readonly [name: string]: Value | Nested | undefined;
}

/** Blocks inside a block, all of one name: `ingress { … } ingress { … }`. */
export interface Nested {
  readonly [nestedBlocks]: readonly NestedBlock[];
}

export interface NestedBlock {
  readonly labels?: readonly string[] | undefined;
  readonly body: Body;
}

const nestedBlocks: unique symbol = Symbol('nested blocks');

/** `nested({ … })` is one block; several are written one after the other. */
export function nested(...bodies: readonly Body[]): Nested {
  return { [nestedBlocks]: bodies.map((body) => ({ body })) };
}

/** `backend "s3" { … }` */
export function labelled(label: string, body: Body): Nested {
  return { [nestedBlocks]: [{ labels: [label], body }] };
}

export function isNested(value: Value | Nested | undefined): value is Nested {
  return typeof value === 'object' && value !== null && nestedBlocks in value;
}

export function blocksIn(value: Nested): readonly NestedBlock[] {
  return value[nestedBlocks];
}

/** A map: neither a list, nor an expression, nor blocks. */
export function isMap(value: unknown): value is { readonly [key: string]: Value | undefined } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !isExpression(value) &&
    !(nestedBlocks in value)
  );
}
