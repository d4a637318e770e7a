/**
 * Writes the types that a platform file is checked against, from the same schemas that `resolve`
 * reads with. They are text that a person can read, with a comment on each field, because an editor
 * shows them and the compiler quotes them.
 */
import { z } from 'zod';
import { kinds } from '../src/kinds.ts';
import { platformSchema, regionSchema } from '../src/schema.ts';

/** What is used here of a JSON Schema. */
const nodeSchema = z.looseObject({
  type: z.string().optional(),
  description: z.string().optional(),
  get properties() {
    return z.record(z.string(), nodeSchema).optional();
  },
  required: z.array(z.string()).optional(),
  get additionalProperties() {
    return z.union([z.boolean(), nodeSchema]).optional();
  },
  get items() {
    return nodeSchema.optional();
  },
  get anyOf() {
    return z.array(nodeSchema).optional();
  },
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  'x-reference': z.enum(['component', 'region']).optional(),
  'x-key-reference': z.literal('region').optional(),
  /** A type that no schema says, in `src/provider/patches.ts`. */
  'x-type': z.literal('TerraformPatches').optional(),
});
type Node = z.output<typeof nodeSchema>;

function nodeOf(schema: z.ZodType): Node {
  return nodeSchema.parse(z.toJSONSchema(schema, { io: 'input' }));
}

function typeOf(node: Node, indent: string): string {
  if (node['x-reference'] !== undefined) return node['x-reference'] === 'region' ? 'R' : 'N';
  if (node['x-type'] !== undefined) return node['x-type'];
  if (node.const !== undefined) return literal(node.const);
  if (node.enum !== undefined) return node.enum.map(literal).join(' | ');
  if (node.anyOf !== undefined) return node.anyOf.map((one) => typeOf(one, indent)).join(' | ');
  if (node.type === 'array') return `readonly ${wrap(typeOf(node.items ?? {}, indent))}[]`;
  if (node.type === 'integer') return 'number';
  if (node.properties !== undefined) return objectOf(node, indent);
  if (typeof node.additionalProperties === 'object') {
    const value = typeOf(node.additionalProperties, indent);
    const regions = node['x-key-reference'] === 'region';
    return regions
      ? `{ readonly [region in R]?: ${value} }`
      : `{ readonly [name: string]: ${value} }`;
  }
  if (Object.keys(node).length === 0) return 'unknown';
  if (node.type === undefined) throw new Error(`no type for ${JSON.stringify(node)}`);
  return node.type;
}

function wrap(type: string): string {
  return type.includes(' | ') ? `(${type})` : type;
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function objectOf(node: Node, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(node.properties ?? {}).flatMap(([key, field]) => {
    const mark = node.required?.includes(key) ? '' : '?';
    const name = /^[\w$]+$/.test(key) ? key : `'${key}'`;
    const comment = field.description === undefined ? [] : [`${inner}/** ${field.description} */`];
    return [...comment, `${inner}readonly ${name}${mark}: ${typeOf(field, inner)};`];
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

function interfaceOf(name: string, doc: string, node: Node): string {
  const body = objectOf(node, '');
  return `/** ${doc} */\nexport interface ${name}${parameters(body)} ${body}\n`;
}

function uses(body: string, parameter: string): boolean {
  return new RegExp(`(\\s|\\()${parameter}[;[\\]\\s]|in ${parameter}\\]`).test(body);
}

function parameters(body: string): string {
  const used = ['N', 'R'].filter((parameter) => uses(body, parameter));
  return used.length === 0 ? '' : `<${used.map((one) => `${one} extends string`).join(', ')}>`;
}

function pascal(kind: string): string {
  return kind.replaceAll(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

const written =
  'Written from the schemas by the golden test (UPDATE_GOLDEN=1): change those, not this.';

const patches = "import type { TerraformPatches } from '../provider/patches.ts';";

/** Files in `src`, by path: one for each kind, one for the platform that holds them. */
export function inputTypes(): ReadonlyMap<string, string> {
  const parts = Object.values(kinds).map((kind) => {
    const name = `${pascal(kind.kind)}Input`;
    const text = interfaceOf(name, `${kind.title}.`, nodeOf(kind.schema));
    const used = ['N', 'R'].filter((parameter) => uses(text, parameter));
    const reference = used.length === 0 ? name : `${name}<${used.join(', ')}>`;
    const head = `// ${written}\n\n${patches}\n\n`;
    return { path: `inputs/${kind.kind}.ts`, name, text: `${head}${text}`, reference };
  });
  const { objectives } = nodeOf(platformSchema).properties ?? {};
  const platform = [
    '/**',
    ' * What a platform file may say: `N` are its component names, `R` its region names.',
    ' *',
    ` * ${written}`,
    ' */',
    ...parts.map(({ path, name }) => `import type { ${name} } from './${path}';`).sort(),
    "import type { Strategy } from './platform.ts';",
    '',
    '/** One component; its `kind` decides the rest. */',
    'export type ComponentInput<N extends string, R extends string> =',
    `${parts.map(({ reference }) => `  | ${reference}`).join('\n')};`,
    '',
    interfaceOf('RegionInput', 'A region, by its AWS name.', nodeOf(regionSchema)),
    interfaceOf('ObjectivesInput', 'What a loss may cost.', objectives ?? {}),
    platformInterface,
  ].join('\n');
  return new Map([
    ...parts.map(({ path, text }): [string, string] => [path, text]),
    ['input.ts', platform],
  ]);
}

const platformInterface =
  '/** What `definePlatform` takes. Keys are names, in every output too. */\n' +
  `export interface PlatformInput<N extends string, R extends string> {
  /** The platform, in every output. Lower case, digits and hyphens. */
  readonly name: string;
  /** How much runs in a standby region before it is needed. */
  readonly strategy: Strategy;
  /** What a loss may cost: RPO and RTO for each failure. */
  readonly objectives: ObjectivesInput;
  /** Regions by their AWS names. */
  readonly regions: { readonly [region in R]: RegionInput };
  /** Components by name. */
  readonly components: { readonly [name in N]: ComponentInput<NoInfer<N>, NoInfer<R>> };
}
`;
