/**
 * What the provider's bindings say of a resource: read from their text, since loading them takes
 * minutes. Names, types and what is needed stand in `index.d.ts`, what is a block in `index.js`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Section = 'resources' | 'data' | 'ephemeral';

export interface Attribute {
  /** As Terraform writes it: `cidr_block`. */
  readonly name: string;
  /** As the bindings write it: `cidrBlock`. */
  readonly camel: string;
  readonly needed: boolean;
  readonly isBlock: boolean;
  /** `string`, `number`, `boolean`, `any`, `X` for a struct; with `[]` or `{}` behind it. */
  readonly type: string;
}

export interface Struct {
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

export interface Binding {
  readonly type: string;
  readonly section: Section;
  readonly config: Struct;
  readonly structs: ReadonlyMap<string, Struct>;
  /** Everything that can be referred to, what is computed included. */
  readonly readable: readonly string[];
}

const prefixes = { resources: '', data: 'data-aws-', ephemeral: 'ephemeral-aws-' } as const;

export function folderOf(root: string, section: Section, type: string): string {
  const bare = type.replace(/^aws_/, '').replaceAll('_', '-');
  return join(root, 'node_modules/@cdktn/provider-aws/lib', `${prefixes[section]}${bare}`);
}

export function readBinding(root: string, section: Section, type: string): Binding {
  const folder = folderOf(root, section, type);
  if (!existsSync(folder)) throw new Error(`the bindings have no ${section} ${type}`);
  const code = filesOf(folder, '.js');
  const types = filesOf(folder, '.d.ts');
  const blocks = blocksOf(code);
  const structs = structsOf(types, blocks);
  const found = structs.get(mainConfig(types));
  if (found === undefined) throw new Error(`${type} has no configuration`);
  const own = withBlocks(found, blocks.get('') ?? new Map());
  return { type, section, config: own, structs, readable: readableOf(code, own) };
}

/** Large resources are spread over several files. */
function filesOf(folder: string, end: '.js' | '.d.ts'): string {
  const names = [`index-structs/structs0${end}`, `index-structs/structs400${end}`, `index${end}`];
  return names
    .map((name) => join(folder, name))
    .filter(existsSync)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}

function mainConfig(types: string): string {
  return /interface (\w+) extends cdktn\.Terraform\w*MetaArguments/.exec(types)?.[1] ?? '';
}

const member =
  /#([a-z0-9_]+) [^\n]*\}\n[\s\S]*?\*\/\s*readonly (\w+)(\?)?: ((?:\{[^}]*\}|[^;{]*)[^;]*);/g;

function structsOf(types: string, blocks: ReadonlyMap<string, Blocks>): Map<string, Struct> {
  const structs = new Map<string, Struct>();
  for (const match of types.matchAll(/export interface (\w+)[^{]*\{\n([\s\S]*?)\n\}/g)) {
    const [, name = '', text = ''] = match;
    const attributes = [...text.matchAll(member)].map(
      ([, snake = '', camel = '', optional, type = '']): Attribute => ({
        name: snake,
        camel,
        needed: optional === undefined,
        isBlock: false,
        type: plainType(type),
      }),
    );
    structs.set(name, withBlocks({ name, attributes }, blocks.get(name) ?? new Map()));
  }
  return structs;
}

function plainType(type: string): string {
  const text = type.replaceAll(/\s+/g, ' ').replace(' | cdktn.IResolvable', '').trim();
  const map = /^\{ \[key: string\]: (.*?);? \}$/.exec(text)?.[1];
  return map === undefined ? text : `${map.replaceAll(/[()]| \| cdktn\.IResolvable/g, '')}{}`;
}

type Blocks = ReadonlyMap<string, boolean>;

function withBlocks(struct: Struct, blocks: Blocks): Struct {
  const attributes = struct.attributes.map((attribute) => ({
    ...attribute,
    isBlock: blocks.get(attribute.name) ?? false,
  }));
  return { ...struct, attributes };
}

/** By the struct's name; the resource's own under the empty name. */
function blocksOf(code: string): Map<string, Blocks> {
  const all = new Map<string, Blocks>();
  const part = /(?:function (\w+)ToHclTerraform\(struct\)|synthesizeHclAttributes\(\)) \{/g;
  for (const match of code.matchAll(part)) {
    const name = match[1];
    const from = match.index;
    const end = code.indexOf('\n}', from);
    const text = code.slice(from, name === undefined ? undefined : end);
    const found = [...text.matchAll(/\n\s+(\w+): \{\s+value: [^\n]*\s+isBlock: (true|false)/g)];
    const own = new Map(found.map(([, key = '', is]) => [key, is === 'true']));
    all.set(name === undefined ? '' : `${name.charAt(0).toUpperCase()}${name.slice(1)}`, own);
  }
  return all;
}

function readableOf(code: string, config: Struct): string[] {
  const main = code.slice(code.lastIndexOf('\nclass '));
  const computed = [...main.matchAll(/get\w+Attribute\('([a-z0-9_]+)'\)/g)].map(([, name]) => name);
  const complex = [...main.matchAll(/new \w+\(this, "([a-z0-9_]+)"/g)].map(([, name]) => name);
  const all = new Set([...config.attributes.map(({ name }) => name), ...computed, ...complex]);
  return [...all].filter((name): name is string => name !== undefined).sort();
}
