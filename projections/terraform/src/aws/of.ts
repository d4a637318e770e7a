import type { Value as AnyValue, Expression } from '../hcl/value.ts';

/** An argument that may be left out: a value, or what Terraform works out. */
export type Of<T> = T | Expression | undefined;
/** An argument that a resource does not do without. */
export type Needed<T> = T | Expression;
/** A block inside a block; at most one. */
export type Inner<T> = T | undefined;
/** Blocks inside a block, all of one name. */
export type Inners<T> = Several<T> | undefined;
/** Blocks inside a block, at least one. */
export type Several<T> = T | readonly T[];
/** Where the provider's bindings say nothing of the shape. */
export type Value = AnyValue;
