/**
 * A resource of ours through the provider's bindings and `cdktn`: our arguments are given to the
 * class of its type under the names that the class has for them, and what its own synth writes is
 * handed back in Terraform's names.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Attribute, type Binding, folderOf, readBinding, type Struct } from './bindings.ts';
import type { Difference, Side } from './compare.ts';
import { type Json, type JsonMap, listOf, mapOf, type Written } from './read-hcl.ts';

interface HclAttribute {
  readonly value?: HclAttributes | readonly HclAttributes[] | string;
  readonly isBlock?: boolean;
}
interface HclAttributes {
  readonly [name: string]: HclAttribute | undefined;
}

/** What is used of a resource's class. */
interface Element {
  overrideLogicalId(name: string): void;
  toHclTerraform(): {
    readonly [section: string]: {
      readonly [type: string]: { readonly [name: string]: HclAttributes };
    };
  };
}
type ElementClass = { readonly tfResourceType: string } & (new (
  scope: object,
  id: string,
  config: object,
) => Element);

/** What is used of `cdktn`. */
interface Cdktn {
  readonly Testing: { app(): object; synth(stack: object): string };
  readonly TerraformStack: new (scope: object, id: string) => object;
}

export interface Synthesized {
  readonly side: Side;
  /** What the bindings have no place for, or have another type for. */
  readonly refused: readonly Difference[];
}

/** Terraform's own arguments, which any resource may have. */
const meta: ReadonlySet<string> = new Set(['count', 'for_each', 'depends_on', 'lifecycle']);
const words = { resources: 'resource', data: 'data', ephemeral: 'ephemeral' } as const;

export class Synth {
  readonly #root: string;
  readonly #cdktn: Cdktn;
  readonly #bindings = new Map<string, { binding: Binding; make: ElementClass }>();
  readonly #require: NodeJS.Require;

  /** `root` is the folder in which the bindings are installed. */
  constructor(root: string) {
    this.#root = root;
    this.#require = createRequire(join(root, 'package.json'));
    this.#cdktn = this.#require('cdktn');
  }

  of({ section, type, name, body }: Written): Synthesized {
    const { binding, make } = this.#bindingOf(section, type);
    const refused: Difference[] = [];
    const own = Object.fromEntries(Object.entries(body).filter(([key]) => !meta.has(key)));
    const config = configOf(own, binding.config, { binding, path: '', refused });
    const stack = new this.#cdktn.TerraformStack(this.#cdktn.Testing.app(), 'oracle');
    const element = new make(stack, 'one', { ...config, ...metaConfig(body) });
    element.overrideLogicalId(name);
    const written: { readonly [word: string]: Json } = JSON.parse(this.#cdktn.Testing.synth(stack));
    const found = mapOf(mapOf(mapOf(written[words[section]])[type])[name]);
    const hcl = element.toHclTerraform()[words[section]]?.[type]?.[name] ?? {};
    return { side: { body: found, blocks: blocksOf(hcl) }, refused };
  }

  #bindingOf(section: Written['section'], type: string) {
    const key = `${section} ${type}`;
    const known = this.#bindings.get(key);
    if (known !== undefined) return known;
    const exported: { readonly [name: string]: ElementClass } = this.#require(
      join(folderOf(this.#root, section, type), 'index.js'),
    );
    const make = Object.values(exported).find((one) => 'tfResourceType' in one);
    if (make === undefined) throw new Error(`the bindings have no class for ${key}`);
    const entry = { binding: readBinding(this.#root, section, type), make };
    this.#bindings.set(key, entry);
    return entry;
  }
}

interface Place {
  readonly binding: Binding;
  /** Of the struct at hand, with a dot at its end. */
  readonly path: string;
  readonly refused: Difference[];
}

/** Our arguments under the names that the bindings have for them. */
function configOf(body: JsonMap, struct: Struct, place: Place): Record<string, unknown> {
  const tell = (name: string, wrong: string) =>
    place.refused.push({ path: `${place.path}${name}`, wrong });
  for (const { name, needed } of struct.attributes) {
    if (needed && body[name] === undefined) tell(name, 'the bindings need it');
  }
  const entries = Object.entries(body).flatMap(([name, value]): [string, unknown][] => {
    const attribute = struct.attributes.find((one) => one.name === name);
    if (attribute !== undefined) return [[attribute.camel, configValue(value, attribute, place)]];
    tell(name, 'the bindings have no such argument');
    return [];
  });
  return Object.fromEntries(entries);
}

/** What Terraform works out; it has whatever type is wanted. */
function isExpression(value: Json): value is string {
  return typeof value === 'string' && /^\$\{[\s\S]*\}$/.test(value);
}

function configValue(value: Json, attribute: Attribute, place: Place): unknown {
  const type = attribute.type.replaceAll(/\[\]|\{\}/g, '');
  const marks = attribute.type.slice(type.length).match(/\[\]|\{\}/g) ?? [];
  const path = `${place.path}${attribute.name}`;
  const struct = place.binding.structs.get(type);
  // A block is a list for the parser even where the bindings know that there is but one.
  const isOne = struct !== undefined && marks.length === 0 && Array.isArray(value);
  if (isOne && value.length > 1) place.refused.push({ path, wrong: 'the bindings take only one' });
  const inner = { ...place, path: `${path}.` };
  return within(isOne ? (value[0] ?? null) : value, [...marks].reverse(), (one) => {
    if (one === null || isExpression(one) || type === 'any') return one;
    if (struct !== undefined) return configOf(mapOf(one), struct, inner);
    if (typeof one !== type) {
      place.refused.push({ path, wrong: `${JSON.stringify(one)}, but the bindings take ${type}s` });
    }
    return one;
  });

  function within(outer: Json, [mark, ...rest]: string[], visit: (one: Json) => unknown): unknown {
    if (mark === undefined || outer === null || isExpression(outer)) return visit(outer);
    if (mark === '[]') {
      if (!Array.isArray(outer)) place.refused.push({ path, wrong: 'the bindings take a list' });
      return listOf(outer).map((one) => within(one, rest, visit));
    }
    if (typeof outer !== 'object' || Array.isArray(outer)) {
      place.refused.push({ path, wrong: 'the bindings take a map' });
    }
    const entries = Object.entries(mapOf(outer));
    return Object.fromEntries(entries.map(([key, one]) => [key, within(one, rest, visit)]));
  }
}

/** Terraform's own arguments as `cdktn` takes them. */
function metaConfig({ count, for_each, depends_on, lifecycle }: JsonMap): object {
  return withoutUnset({
    count,
    forEach: for_each === undefined ? undefined : { _getForEachExpression: () => for_each },
    dependsOn: depends_on === undefined ? undefined : listOf(depends_on).map((fqn) => ({ fqn })),
    lifecycle: listOf(lifecycle).map((one) => lifecycleConfig(mapOf(one)))[0],
  });
}

function lifecycleConfig(body: JsonMap): object {
  const conditions = (written: Json | undefined) => {
    const all = listOf(written).map(mapOf);
    if (all.length === 0) return undefined;
    return all.map(({ condition, error_message }) => ({ condition, errorMessage: error_message }));
  };
  return withoutUnset({
    createBeforeDestroy: body.create_before_destroy,
    preventDestroy: body.prevent_destroy,
    ignoreChanges: body.ignore_changes,
    precondition: conditions(body.precondition),
    postcondition: conditions(body.postcondition),
  });
}

function withoutUnset(config: { readonly [name: string]: unknown }): object {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}

function blocksOf(attributes: HclAttributes, above = ''): Set<string> {
  const found = new Set<string>();
  for (const [name, attribute] of Object.entries(attributes)) {
    if (attribute === undefined || attribute.isBlock !== true) continue;
    const path = `${above}${name}`;
    const inner = [attribute.value ?? []].flat();
    if (inner.length > 0) found.add(path);
    for (const one of inner) {
      if (typeof one !== 'object') continue;
      for (const below of blocksOf(one, `${path}.`)) found.add(below);
    }
  }
  return found;
}
