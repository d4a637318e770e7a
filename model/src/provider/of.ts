/** What may stand in an argument. `E` is what Terraform works out; a platform file has none. */

/** An argument that may be left out. */
export type Of<T, E> = T | E | undefined;
/** An argument that a resource does not do without. */
export type Needed<T, E> = T | E;
/** A block inside a block; at most one. */
export type Inner<T> = T | undefined;
/** Blocks inside a block, all of one name. */
export type Inners<T> = Several<T> | undefined;
/** Blocks inside a block, at least one. */
export type Several<T> = T | readonly T[];
/** Where the provider's bindings say nothing of the shape. */
export type Value<E> =
  | string
  | number
  | boolean
  | null
  | E
  | readonly Value<E>[]
  | { readonly [key: string]: Value<E> | undefined };
