/** From what the bindings say to the text that is committed. */
import type { Attribute, Binding, Struct } from './bindings.ts';

const columnsMax = 100;
/** Not to be written: Terraform's own, or made from the provider's default tags. */
const unwritten: ReadonlySet<string> = new Set(['id', 'tags_all']);
/** Data sources that take an `id`, as their documentation says; bindings have one for all. */
const askedById: ReadonlySet<string> = new Set([
  'DataAwsCloudfrontDistributionConfig',
  'DataAwsLaunchTemplateConfig',
  'DataAwsVpcConfig',
]);
/** Of `of.ts`. */
const helperNames: readonly string[] = ['Inner', 'Inners', 'Needed', 'Of', 'Several', 'Value'];
/** Parameter of what Terraform works out, which a platform file has none of. */
const workedOut = 'E';
/** Where the bindings say `any`: a type of our own, in `waf-statement.ts`. */
const own: Readonly<Record<string, string>> = { 'Wafv2WebAclRule.statement': 'WafStatement' };

/** Of the file and of the interface: `aws_vpc` is `aws-vpc.ts` and `AwsVpc`. */
export function interfaceName({ type, section }: Binding): string {
  const name = type.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return { resources: name, data: `${name}Data`, ephemeral: `${name}Ephemeral` }[section];
}

export function fileName(binding: Binding): string {
  const end = { resources: '', data: '-data', ephemeral: '-ephemeral' }[binding.section];
  return `${binding.type.replaceAll('_', '-')}${end}.ts`;
}

export function typesText(binding: Binding, header: string): string {
  const names = reached(binding);
  const rename = (struct: string) => {
    const found = struct === binding.config.name ? binding.config : binding.structs.get(struct);
    const own = names.get(struct) ?? struct;
    return found === undefined ? own : `${own}${parameter(found, binding)}`;
  };
  const used = [binding.config, ...[...names.keys()].map((name) => binding.structs.get(name))];
  const bodies = used.flatMap((struct) =>
    struct === undefined || (struct !== binding.config && struct.name === binding.config.name)
      ? []
      : [interfaceText(struct, binding, rename)],
  );
  const helpers = helperNames.filter((helper) =>
    new RegExp(`\\b${helper}<|<[^;]*\\b${helper}\\b`).test(bodies.join('')),
  );
  const waf = bodies.some((text) => text.includes('WafStatement'))
    ? `import type { WafStatement } from '../waf-statement.ts';\n`
    : '';
  const imports =
    helpers.length === 0 ? '' : `import type { ${helpers.join(', ')} } from '../of.ts';\n`;
  const known = new Set(written(binding.config).map((attribute) => attribute.name));
  const name = rename(binding.config.name);
  const computed = binding.readable
    .filter((attribute) => !known.has(attribute))
    .map((attribute) => `'${attribute}'`);
  const readable = [`keyof ${name}`, ...computed].map((part) => `    | ${part}`).join('\n');
  return [
    `${header}${imports}${waf}`.trimEnd(),
    ...bodies,
    `export interface Binding${parameter(binding.config, binding)} {\n` +
      `  readonly written: ${name};\n` +
      `  readonly read:\n${readable};\n}`,
  ]
    .join('\n\n')
    .concat('\n');
}

/** `<E>` where anything in it can be worked out. */
export function parameter(struct: Struct, binding: Binding): string {
  const reaches = (one: Struct, above: readonly Struct[]): boolean =>
    written(one).some((attribute) => {
      if (own[`${one.name}.${attribute.name}`] !== undefined) return false;
      const inner = binding.structs.get(structOf(attribute));
      if (inner === undefined || !attribute.isBlock) return true;
      return !above.includes(inner) && reaches(inner, [...above, inner]);
    });
  return reaches(struct, [struct]) ? `<${workedOut}>` : '';
}

function structOf(attribute: Attribute): string {
  return attribute.type.replaceAll(/\[\]|\{\}/g, '');
}

/**
 * New names of the structs that can be written, in the order in which they are first named: after
 * the argument that holds them, with the one around it in front where that is taken.
 */
function reached(binding: Binding): Map<string, string> {
  const names = new Map<string, string>([[binding.config.name, interfaceName(binding)]]);
  const taken = new Set([...helperNames, 'Binding', interfaceName(binding)]);
  const visit = (struct: Struct, around: string): void => {
    for (const attribute of written(struct)) {
      const inner = binding.structs.get(structOf(attribute));
      if (inner === undefined || names.has(inner.name)) continue;
      const short = attribute.name.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) =>
        letter.toUpperCase(),
      );
      let name = taken.has(short) ? `${around}${short}` : short;
      for (let count = 2; taken.has(name); count += 1) name = `${short}${count}`;
      taken.add(name);
      names.set(inner.name, name);
      visit(inner, name);
    }
  };
  visit(binding.config, '');
  return names;
}

/** What a person writes: neither Terraform's own arguments nor what default tags make. */
export function written(struct: Struct): readonly Attribute[] {
  const isMain = /Config$/.test(struct.name) && struct.attributes.some(({ name }) => name === 'id');
  return struct.attributes.filter(
    ({ name }) => !isMain || !unwritten.has(name) || (name === 'id' && askedById.has(struct.name)),
  );
}

function interfaceText(struct: Struct, binding: Binding, rename: (name: string) => string): string {
  const lines = written(struct).map((attribute) => {
    const type = own[`${struct.name}.${attribute.name}`] ?? typeText(attribute, binding, rename);
    const wrapper = wrapperOf(attribute, binding);
    const mark = attribute.needed ? '' : '?';
    const line = `  readonly ${attribute.name}${mark}: ${wrapper(type)};`;
    if (line.length <= columnsMax) return line;
    return line.replace(': ', ':\n    ');
  });
  const exported = struct === binding.config ? 'export ' : '';
  return `${exported}interface ${rename(struct.name)} {\n${lines.join('\n')}\n}`;
}

function wrapperOf(attribute: Attribute, binding: Binding): (type: string) => string {
  const isStruct = binding.structs.has(structOf(attribute));
  if (attribute.isBlock && (isStruct || structOf(attribute) === 'any')) {
    const several = /(\[\]|\{\})$/.test(attribute.type);
    if (!several) return (type) => (attribute.needed ? type : `Inner<${type}>`);
    return (type) => `${attribute.needed ? 'Several' : 'Inners'}<${type}>`;
  }
  return (type) => `${attribute.needed ? 'Needed' : 'Of'}<${type}, ${workedOut}>`;
}

function typeText(
  attribute: Attribute,
  { structs }: Binding,
  rename: (name: string) => string,
): string {
  const name = structOf(attribute);
  const plain = structs.has(name)
    ? rename(name)
    : ['string', 'number', 'boolean'].includes(name)
      ? name
      : `Value<${workedOut}>`;
  if (attribute.isBlock && structs.has(name)) return plain;
  return attribute.type.slice(name.length).replaceAll('[]', '[').split('').reduce(wrapped, plain);
}

function wrapped(type: string, mark: string): string {
  if (mark === '[') return `readonly Needed<${type}, ${workedOut}>[]`;
  return mark === '{' ? `{ readonly [key: string]: Of<${type}, ${workedOut}> }` : type;
}

const letters: Readonly<Record<string, string>> = { string: 's', number: 'n', boolean: 'b' };

/** What may be written, nested, with its type: `name=s ids=[s tags={s timeouts(create=s)`. */
export function argumentTree(binding: Binding): string {
  const treeOf = (struct: Struct, above: readonly string[]): string =>
    written(struct)
      .map((attribute) => {
        const type = structOf(attribute);
        const inner = binding.structs.get(type);
        const marks: readonly string[] = attribute.type.slice(type.length).match(/\[|\{/g) ?? [];
        if (inner === undefined) {
          const letter = letters[type] ?? 'a';
          return `${attribute.name}=${letter === 'a' ? '' : marks.toReversed().join('')}${letter}`;
        }
        if (above.includes(inner.name) || marks.includes('{')) return `${attribute.name}=a`;
        return `${attribute.name}(${treeOf(inner, [...above, inner.name])})`;
      })
      .join(' ');
  return treeOf(binding.config, []);
}

/** Which arguments are blocks, nested: `default_action(forward(stickiness)) timeouts`. */
export function blockTree(binding: Binding): string {
  const treeOf = (struct: Struct, above: readonly string[]): string =>
    written(struct)
      .filter(({ isBlock, name }) => isBlock || own[`${struct.name}.${name}`] !== undefined)
      .map((attribute) => {
        const inner = binding.structs.get(structOf(attribute));
        const special = own[`${struct.name}.${attribute.name}`];
        if (special !== undefined) return `${attribute.name}(*)`;
        if (inner === undefined || above.includes(inner.name)) return attribute.name;
        const tree = treeOf(inner, [...above, inner.name]);
        return tree === '' ? attribute.name : `${attribute.name}(${tree})`;
      })
      .join(' ');
  return treeOf(binding.config, []);
}
