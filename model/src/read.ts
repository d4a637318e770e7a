/** From zod's issues to problems that a person can mend. */
import { z } from 'zod';
import { mendName } from './near.ts';
import { type Path, quote, valueAt } from './problem.ts';

/** Tells one problem at a path of the platform. */
export type TellAt = (path: Path, wrong: string, mend: string) => void;

type Issue = z.core.$ZodIssue;

/** Reads one part by its schema; null, and the problems told, when its shape is wrong. */
export function read<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  at: Path,
  tell: TellAt,
): z.output<Schema> | null {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  for (const issue of result.error.issues) tellIssue(schema, input, issue, at, [], tell);
  return null;
}

function tellIssue(
  schema: z.ZodType,
  input: unknown,
  issue: Issue,
  at: Path,
  inside: Path,
  tell: TellAt,
): void {
  const path = [...inside, ...issue.path.filter((part) => typeof part !== 'symbol')];
  const value = valueAt(input, path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    for (const key of issue.keys) {
      tell([...at, ...path, key], 'no field has this name here', mendName(key, known));
    }
    return;
  }
  if (value === undefined) {
    const key = path.at(-1);
    const meaning = describedAt(schema, path);
    tell(
      [...at, ...path],
      'is missing',
      `add ${key ?? 'it'}${meaning === '' ? '' : `: ${meaning}`}`,
    );
    return;
  }
  if (issue.code === 'invalid_union') {
    const branch = meantBranch(issue.errors);
    if (branch !== null) {
      for (const inner of branch) tellIssue(schema, input, inner, at, path, tell);
      return;
    }
  }
  const [wrong, mend] = wordsOf(schema, issue, path, value);
  tell([...at, ...path], wrong, mend);
}

/** The alternative of a union that was meant: the only one that fits the value's own type. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  const fitting = branches.filter(
    (issues) => !issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type'),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function wordsOf(schema: z.ZodType, issue: Issue, path: Path, value: unknown): [string, string] {
  const told = issue.code === 'invalid_key' ? (issue.issues[0] ?? issue) : issue;
  const [wrong, mend] = told.message.split('\n');
  if (mend !== undefined && wrong !== undefined) return [wrong, mend];
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    return ['is not a value that is known here', mendName(String(value), known)];
  }
  const meaning = describedAt(schema, path);
  if (issue.code === 'invalid_type') {
    const expected = typeWords[issue.expected] ?? issue.expected;
    return [
      `is ${typeName(value)}, where ${expected} should be`,
      `write ${expected}${meaning === '' ? '' : `: ${meaning}`}`,
    ];
  }
  return ['does not fit here', meaning === '' ? 'see the JSON Schema of the platform' : meaning];
}

const typeWords: { readonly [type: string]: string } = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'fields in { }',
  record: 'named entries in { }',
};

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `the text ${quote(value.slice(0, 40))}`;
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'boolean') return String(value);
  return `a ${typeof value}`;
}

/** The schemas that a path may lead to, optional wrappers removed. */
function schemasAt(schema: z.core.$ZodType, path: Path): z.core.$ZodType[] {
  const open = unwrap(schema);
  if (open instanceof z.ZodUnion) {
    return open.options.flatMap((option) => schemasAt(option, path));
  }
  const [part, ...rest] = path;
  if (part === undefined) return [open];
  if (open instanceof z.ZodObject) {
    const field: unknown = Object.hasOwn(open.shape, part) ? open.shape[part] : undefined;
    return field instanceof z.ZodType ? schemasAt(field, rest) : [];
  }
  if (open instanceof z.ZodRecord) return schemasAt(open.valueType, rest);
  if (open instanceof z.ZodArray) return schemasAt(open.element, rest);
  return [];
}

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap()) : schema;
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  return schemasAt(schema, path).flatMap((found) =>
    found instanceof z.ZodObject ? Object.keys(found.shape) : [],
  );
}

/** A field's own description, without its full stop. */
function describedAt(schema: z.ZodType, path: Path): string {
  const holder = schemasAt(schema, path.slice(0, -1));
  const part = path.at(-1);
  for (const found of holder) {
    if (!(found instanceof z.ZodObject) || part === undefined) continue;
    const field: unknown = Object.hasOwn(found.shape, part) ? found.shape[part] : undefined;
    if (field instanceof z.ZodType && field.description !== undefined) {
      return field.description.replace(/\.$/, '');
    }
  }
  return '';
}
