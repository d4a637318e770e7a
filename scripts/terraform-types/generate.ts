/**
 * Writes what is known of the resources that `types.json` names: their types into
 * `model/src/provider/generated/`, and into `projections/terraform/src/aws/generated/` which
 * arguments they have, and which of those are blocks. Run it after `npm ci` in this folder.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBinding, type Section } from './bindings.ts';
import { argumentTree, blockTree, fileName, parameter, typesText } from './write-types.ts';

const here = import.meta.dirname;
const types = join(here, '../../model/src/provider/generated');
const metadata = join(here, '../../projections/terraform/src/aws/generated');
/** Of entries in one file. */
const linesMax = 350;
const sections: readonly Section[] = ['resources', 'data', 'ephemeral'];

const wanted: Readonly<Record<Section, readonly string[]>> = readJson(join(here, 'types.json'));
const { version } = readJson<{ version: string }>(
  join(here, 'node_modules/@cdktn/provider-aws/package.json'),
);
const header = `\
// Written by scripts/terraform-types from @cdktn/provider-aws ${version}; change it there.
// Copyright IBM Corp. 2021, 2026. SPDX-License-Identifier: MPL-2.0
`;

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const bindings = sections.flatMap((section) =>
  [...wanted[section]].sort().map((type) => readBinding(here, section, type)),
);
for (const target of [types, metadata]) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
}
for (const binding of bindings) {
  writeFileSync(join(types, fileName(binding)), typesText(binding, header));
}
for (const section of sections) {
  writeFileSync(join(types, `${section}.ts`), table(section));
}
writeFileSync(join(metadata, 'blocks.ts'), blocks());
for (const [name, text] of argumentFiles()) writeFileSync(join(metadata, name), text);
console.log(`${bindings.length} types written, from bindings ${version}`);

/** From a resource's name to what can be written in it, and what can be read of it. */
function table(section: Section): string {
  const own = bindings.filter((binding) => binding.section === section);
  const lines = own.map((binding) => {
    const from = `import('./${fileName(binding)}').Binding${parameter(binding.config, binding)};`;
    const line = `  readonly ${binding.type}: ${from}`;
    return line.length <= 100 ? line : `  readonly ${binding.type}:\n    ${from}`;
  });
  const title = {
    resources: 'AwsResources',
    data: 'AwsDataSources',
    ephemeral: 'AwsEphemerals',
  }[section];
  return `${header}\nexport interface ${title}<E> {\n${lines.join('\n')}\n}\n`;
}

function blocks(): string {
  const lines = bindings.flatMap((binding) => {
    const tree = blockTree(binding);
    const key = { resources: '', data: 'data.', ephemeral: 'ephemeral.' }[binding.section];
    return tree === '' ? [] : entry(`${key}${binding.type}`, tree);
  });
  const comment =
    '/** Arguments that are blocks, nested, by type; `(*)`: see `waf-statement.ts`. */';
  const type = '{ readonly [type: string]: string }';
  return `${header}\n${comment}\nexport const blockTrees: ${type} = {\n${lines.join('')}};\n`;
}

/** As many files as the length of one asks for, and one that brings them together. */
function argumentFiles(): Map<string, string> {
  const own = bindings.filter(({ section }) => section === 'resources');
  const parts: string[] = [''];
  for (const binding of own) {
    const lines = entry(binding.type, argumentTree(binding)).join('');
    const part = `${parts.at(-1) ?? ''}${lines}`;
    if (part.split('\n').length > linesMax) parts.push(lines);
    else parts[parts.length - 1] = part;
  }
  const type = '{ readonly [type: string]: string }';
  const nameOf = (index: number) => `arguments${index + 1}`;
  const files = parts.map((part, index): [string, string] => [
    `arguments-${index + 1}.ts`,
    `${header}\nexport const ${nameOf(index)}: ${type} = {\n${part}};\n`,
  ]);
  const imports = parts.map(
    (_, index) => `import { ${nameOf(index)} } from './arguments-${index + 1}.ts';\n`,
  );
  const all = parts.map((_, index) => `  ...${nameOf(index)},\n`).join('');
  const comment =
    '/** What may be written in a resource, nested, by type; see `argument-tree.ts`. */';
  const text = `${comment}\nexport const argumentTrees: ${type} = {\n${all}};\n`;
  return new Map([...files, ['arguments.ts', `${header}${imports.join('')}\n${text}`]]);
}

/** One string, however many lines it takes. */
function entry(key: string, tree: string): string[] {
  const name = /^\w+$/.test(key) ? key : `'${key}'`;
  const line = `  ${name}: '${tree}',\n`;
  if (line.length <= 101) return [line];
  const rows = [''];
  for (const word of tree.split(/(?<=[ (])/)) {
    const last = rows.at(-1) ?? '';
    if (last.length + word.length > 92) rows.push(word);
    else rows[rows.length - 1] = last + word;
  }
  const text = rows.map((row) => `'${row}'`);
  return [
    text.length === 1
      ? `  ${name}:\n    ${text[0]},\n`
      : `  ${name}:\n    ${text.join(' +\n    ')},\n`,
  ];
}
