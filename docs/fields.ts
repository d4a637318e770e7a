/** Tables of fields for the pages of components, from the JSON Schema that editors use. */

type Json = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

export function kindSchemas(schema: unknown): { kind: string; schema: Json }[] {
  const components = at(schema, 'properties', 'components', 'additionalProperties');
  const branches = at(components, 'oneOf') ?? at(components, 'anyOf');
  if (!Array.isArray(branches)) throw new Error('the schema has no kinds of components');
  return branches.filter(isObject).map((branch) => ({
    kind: String(at(branch, 'properties', 'kind', 'const')),
    schema: branch,
  }));
}

export function fieldTable(schema: Json): string {
  return `| Field | Needed | Value | Meaning |\n|---|---|---|---|\n${rows(schema, '').join('')}`;
}

/** A field's own fields follow it: `replicas.min`; names that a user chooses are `<name>`. */
function rows(schema: unknown, prefix: string): string[] {
  const fields = at(schema, 'properties');
  const required = at(schema, 'required');
  if (!isObject(fields)) {
    const inside = at(schema, 'additionalProperties');
    return isObject(inside) && prefix !== '' ? rows(inside, `${prefix}<name>.`) : [];
  }
  return Object.entries(fields)
    .filter(([name]) => name !== 'kind' || prefix !== '')
    .flatMap(([name, field]) => {
      const needed = Array.isArray(required) && required.includes(name) ? 'yes' : '';
      const meaning = String(at(field, 'description') ?? '').replaceAll('|', '\\|');
      const row = `| \`${prefix}${name}\` | ${needed} | ${shapeOf(field)} | ${meaning} |\n`;
      return [row, ...rows(field, `${prefix}${name}.`)];
    });
}

function shapeOf(field: unknown): string {
  const choices = at(field, 'enum');
  if (Array.isArray(choices)) return choices.map((choice) => `\`'${choice}'\``).join(', ');
  const alternatives = at(field, 'anyOf') ?? at(field, 'oneOf');
  if (Array.isArray(alternatives)) return alternatives.map(shapeOf).join(' or ');
  const constant = at(field, 'const');
  if (constant !== undefined) return `\`${constant}\``;
  const reference = at(field, 'x-reference');
  if (typeof reference === 'string') return `a ${reference}'s name`;
  const type = at(field, 'type');
  if (type === 'array') return `list of ${plural(shapeOf(at(field, 'items')))}`;
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    integer: 'number',
    number: 'number',
    boolean: '`true` or `false`',
    object: 'fields',
  };
  return words[String(type)] ?? 'value';
}

function plural(shape: string): string {
  return shape.replace(/^a (\w+)'s name$/, "$1s' names").replace(/^text$/, 'texts');
}
