import type { Draws } from './draws.ts';

/** As much of JSON Schema as the model's own schema speaks. */
export interface Schema {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | false;
  readonly examples?: readonly string[];
  readonly 'x-reference'?: 'component' | 'region';
  readonly 'x-key-reference'?: 'component' | 'region';
}

export type Written = { [field: string]: unknown };

/** Where something was added that nobody has to write, so that it can be taken out again. */
export interface Addition {
  /** `components.orders.multiZone`. */
  readonly path: string;
  readonly holder: Written;
  readonly field: string;
}

export interface Around {
  readonly draws: Draws;
  /** What a reference can name, by where it is written: components that may stand there. */
  readonly component: (path: readonly string[]) => readonly string[];
  readonly region: (path: readonly string[]) => readonly string[];
}

/** What a record's entry is called where any name will do. */
const anyName = 'first';
/** How often a field that may be left out is written. */
const writtenChance = 0.2;
/** Numbers are drawn from their smallest on: a recovery needs no 5,000 pods. */
const numberSpan = 6;

/** Adds, anywhere in what is written, fields that the schema knows and nobody has to write. */
export function enrich(
  written: Written,
  schema: Schema,
  around: Around,
  path: readonly string[] = [],
): readonly Addition[] {
  const additions: Addition[] = [];
  const shape = branchOf(schema, written);
  const others = shape.additionalProperties === false ? undefined : shape.additionalProperties;
  for (const field of Object.keys({ ...written, ...shape.properties })) {
    const at = [...path, field];
    const inner = shape.properties?.[field] ?? others;
    const value = written[field];
    if (inner === undefined) continue;
    if (isWritten(value)) additions.push(...enrich(value, inner, around, at));
    if (value !== undefined || !around.draws.chance(`write ${at.join('.')}`, writtenChance))
      continue;
    const drawn = drawnBy(inner, around, at);
    if (drawn === undefined) continue;
    written[field] = drawn;
    additions.push({ path: at.join('.'), holder: written, field });
  }
  return additions;
}

/** A value that the schema allows; undefined where only a person could write one. */
export function drawnBy(schema: Schema, around: Around, path: readonly string[]): unknown {
  const { draws } = around;
  const name = `draw ${path.join('.')}`;
  const pick = <T>(list: readonly T[]): T | undefined =>
    list[draws.between(name, 0, Math.max(0, list.length - 1))];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return pick(schema.enum);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) {
    const first = draws.between(name, 0, branches.length - 1);
    // Where only a person could write the one, another one will do.
    const rest = [...branches.slice(first), ...branches.slice(0, first)];
    for (const branch of rest) {
      const drawn = drawnBy(branch, around, [...path, 'one']);
      if (drawn !== undefined) return drawn;
    }
    return undefined;
  }
  const reference = schema['x-reference'];
  if (reference !== undefined) return pick(around[reference](path));
  switch (schema.type) {
    case 'boolean':
      return draws.chance(name, 0.5);
    case 'integer':
    case 'number': {
      const { maximum = numberSpan, minimum = 0 } = schema;
      return Math.min(maximum, minimum + draws.between(name, 0, numberSpan));
    }
    case 'string':
      return schema.examples === undefined ? undefined : pick(schema.examples);
    case 'array':
      return arrayOf(schema, around, path);
    case 'object':
      return objectOf(schema, around, path);
    default:
      return undefined;
  }
}

function arrayOf({ items }: Schema, around: Around, path: readonly string[]): unknown {
  const length = around.draws.between(`length ${path.join('.')}`, 1, 2);
  const values = Array.from({ length }, (_, index) =>
    items === undefined ? undefined : drawnBy(items, around, [...path, `${index}`]),
  );
  return values.includes(undefined) ? undefined : [...new Set(values)];
}

function objectOf(schema: Schema, around: Around, path: readonly string[]): unknown {
  const written: Written = {};
  for (const field of schema.required ?? []) {
    const inner = schema.properties?.[field];
    const value = inner === undefined ? undefined : drawnBy(inner, around, [...path, field]);
    if (value === undefined) return undefined;
    written[field] = value;
  }
  const key = schema['x-key-reference'];
  const { additionalProperties: values } = schema;
  if (key === undefined && schema.properties === undefined && typeof values === 'object') {
    const value = drawnBy(values, around, [...path, anyName]);
    return value === undefined ? undefined : { [anyName]: value };
  }
  if (key !== undefined && typeof values === 'object') {
    for (const name of around[key](path)) written[name] = drawnBy(values, around, [...path, name]);
  }
  enrich(written, schema, around, path);
  return written;
}

/** The alternative that what is written is meant as: the one whose constants it has. */
function branchOf(schema: Schema, written: Written): Schema {
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches === undefined) return schema;
  const isMeant = ({ properties = {} }: Schema) =>
    Object.entries(properties).some(
      ([field, inner]) => inner.const !== undefined && inner.const === written[field],
    );
  return branches.find(isMeant) ?? {};
}

function isWritten(value: unknown): value is Written {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
