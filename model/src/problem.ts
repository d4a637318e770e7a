/** Plain JSON, so that a problem can be printed anywhere. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

/** One thing that is wrong with what was written, and how to mend it. */
export interface Problem {
  /** `components.orders.needs[1]`; `platform` for the whole. */
  readonly path: string;
  /** What is written there; null where nothing is. */
  readonly value: Json;
  readonly wrong: string;
  readonly mend: string;
  /** Line in the source, from 1; null when no source was given or the place was not found. */
  readonly line: number | null;
}

export type Path = readonly (string | number)[];

/** `['components', 'orders', 'needs', 1]` as `components.orders.needs[1]`. */
export function formatPath(path: Path): string {
  if (path.length === 0) return 'platform';
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`;
      if (!/^[\w-]+$/.test(part)) return `[${quote(part)}]`;
      return index === 0 ? part : `.${part}`;
    })
    .join('');
}

/** In the quotes that the platform file uses. */
export function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** What is written at a path; undefined where nothing is. */
export function valueAt(input: unknown, path: Path): unknown {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part))
      return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}

/** Orders paths as they stand in the input; what is missing comes after what is there. */
export function comparePlaces(input: unknown, one: Path, other: Path): number {
  for (let depth = 0; depth < Math.min(one.length, other.length); depth += 1) {
    if (one[depth] === other[depth]) continue;
    const holder = valueAt(input, one.slice(0, depth));
    return placeIn(holder, one[depth]) - placeIn(holder, other[depth]);
  }
  return one.length - other.length;
}

function placeIn(holder: unknown, part: string | number | undefined): number {
  if (typeof part === 'number') return part;
  const keys = typeof holder === 'object' && holder !== null ? Object.keys(holder) : [];
  const index = keys.indexOf(String(part));
  return index < 0 ? keys.length : index;
}

const depthMax = 6;

/** Anything as JSON: what JSON cannot hold is named in words, what is too deep is cut. */
export function toJson(value: unknown, depth = 0): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object') return `(a ${typeof value})`;
  if (depth === depthMax) return '…';
  if (Array.isArray(value)) return value.map((item) => toJson(item, depth + 1));
  return Object.fromEntries(
    Object.keys(value).map((key) => [key, toJson(Reflect.get(value, key), depth + 1)]),
  );
}
