import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importsOf } from './imports.ts';
import { type Package, type Repository, readRepository, sourceFile } from './repository.ts';
import * as rules from './rules.ts';
import * as textRules from './text-rules.ts';
import { typesAreInUse } from './type-rules.ts';

const root = join(import.meta.dirname, '..');
const actual = readRepository(root);

const workspace = (folder: string, ...dependencies: string[]): Package => ({
  name: `@outrigger/${folder.split('/').at(-1)}`,
  folder,
  entry: `${folder}/src/index.ts`,
  dependencies: dependencies.map((name) => `@outrigger/${name}`),
});
const packages = ['model', 'recovery', 'components', 'worlds/lab', 'worlds/sim', 'apps/cli'].map(
  (folder) => workspace(folder),
);
const files = (contents: Readonly<Record<string, string>>): Repository => ({
  packages,
  files: Object.entries(contents).map(([path, text]) => sourceFile(path, text)),
});

/** Each rule with something bad fed to it, so that it can't be green by blindness. */
const cases: readonly {
  readonly rule: string;
  readonly check: rules.Check;
  readonly bad: Repository;
  readonly told: string;
}[] = [
  {
    rule: 'package.json: arrows point down only',
    check: rules.dependenciesPointDown,
    bad: { packages: [workspace('model', 'recovery'), workspace('recovery')], files: [] },
    told: '@outrigger/model depends on @outrigger/recovery, which is not below it',
  },
  {
    rule: 'imports: arrows point down only',
    check: rules.importsPointDown,
    bad: files({ 'recovery/src/plan.ts': `import { lab } from '@outrigger/lab';` }),
    told: '@outrigger/recovery imports @outrigger/lab, which is not below it',
  },
  {
    rule: 'no deep imports',
    check: rules.noDeepImports,
    bad: files({ 'apps/cli/src/main.ts': `import { a } from '@outrigger/model/src/a.ts';` }),
    told: `'@outrigger/model/src/a.ts' reaches past the entry of a package`,
  },
  {
    rule: 'no imports by path from one package into another',
    check: rules.noDeepImports,
    bad: files({ 'recovery/src/plan.ts': `const a = await import('../../model/src/a.ts');` }),
    told: `'../../model/src/a.ts' reaches into @outrigger/model by path`,
  },
  {
    rule: 'a component imports no other component',
    check: rules.componentsStandAlone,
    bad: files({ 'components/dns/index.ts': `import { aurora } from '../aurora/index.ts';` }),
    told: 'the component dns imports the component aurora',
  },
  {
    rule: 'a projection or a world imports no other',
    check: rules.siblingsStandAlone,
    bad: files({ 'worlds/lab/src/clock.ts': `export { clock } from '@outrigger/sim';` }),
    told: '@outrigger/lab imports @outrigger/sim, which stands beside it',
  },
  {
    rule: 'every component folder has the same files',
    check: rules.componentsHaveTheSameFiles,
    bad: files({
      'components/dns/index.ts': '',
      'components/dns/recovery.ts': '',
      'components/aurora/index.ts': '',
    }),
    told: 'it has no recovery.ts, which other kinds have',
  },
  {
    rule: 'only the entry of a package re-exports',
    check: rules.noBarrels,
    bad: files({
      'model/src/index.ts': `export { a } from './a.ts';`,
      'model/src/kinds.ts': `export * from './a.ts';`,
    }),
    told: `it passes on './a.ts'`,
  },
  {
    rule: 'pure packages import nothing of Node',
    check: rules.pureWithoutNode,
    bad: files({
      'model/src/read.ts': `import { readFileSync } from 'node:fs';`,
      'model/src/read.test.ts': `import { readFileSync } from 'node:fs';`,
      'model/testing/golden.ts': `import { readFileSync } from 'node:fs';`,
    }),
    told: `a pure package imports 'node:fs'`,
  },
  {
    rule: 'an example imports the model only',
    check: rules.examplesNeedTheModelOnly,
    bad: files({ 'examples/peccy/platform.ts': `import { x } from '../shared.ts';` }),
    told: `an example imports '../shared.ts'`,
  },
  {
    rule: 'the controller cannot reach the faults by any chain of imports',
    check: rules.controllerCannotReachFaults,
    bad: files({
      'worlds/lab/src/controller/loop.ts': `import type { A } from '../agent/client.ts';`,
      'worlds/lab/src/agent/client.ts': `import { kill } from '../faults/kill.ts';`,
      'worlds/lab/src/faults/kill.ts': '',
    }),
    told:
      'it reaches the faults: worlds/lab/src/controller/loop.ts → ' +
      'worlds/lab/src/agent/client.ts → worlds/lab/src/faults/kill.ts',
  },
  {
    rule: 'files up to 400 lines',
    check: textRules.filesAreShort,
    bad: files({ 'model/src/long.ts': 'x;\n'.repeat(401) }),
    told: 'it has 401 lines',
  },
  {
    rule: 'lines up to 100 columns',
    check: textRules.linesFitTheScreen,
    bad: files({ 'model/src/wide.ts': `// ${'x'.repeat(98)}` }),
    told: '101 columns',
  },
  {
    rule: 'named exports only',
    check: textRules.namedExportsOnly,
    bad: files({
      'model/src/a.ts': 'export default 1;',
      'examples/peccy/platform.ts': 'export default 1;',
    }),
    told: 'a default export',
  },
  {
    rule: 'no work left in the code',
    check: textRules.noBannedWords,
    bad: files({ 'model/src/a.ts': `// ${'TO'}${'DO'}: think` }),
    told: `'${'TO'}${'DO'}'`,
  },
  {
    rule: 'no forced types',
    check: textRules.noBannedWords,
    bad: files({ 'model/src/a.ts': `const a = b as ${'unknown'} as string;` }),
    told: `'as ${'unknown'} as'`,
  },
  {
    rule: 'every source file lies in a package',
    check: textRules.everyFileHasAHome,
    bad: files({ 'projections/stray.ts': '' }),
    told: 'it lies in no package',
  },
  {
    rule: 'types of the provider: none that nothing writes',
    check: typesAreInUse,
    bad: files({
      'model/src/provider/generated/data.ts': '  readonly aws_ami: A;\n  readonly aws_vpc: B;',
      'components/network/terraform.ts': `data('aws_vpc', 'main', {})`,
      'components/network/terraform.test.ts': `data('aws_ami', 'main', {})`,
    }),
    told: 'nothing writes data aws_ami',
  },
  {
    rule: 'types of the provider: all that something writes',
    check: typesAreInUse,
    bad: files({
      'model/src/provider/generated/resources.ts': '  readonly aws_vpc: B;',
      'components/network/terraform.ts': `resource('aws_vpc', …)\nresource(\n  'aws_ami_copy',`,
    }),
    told: 'resource aws_ami_copy has no types',
  },
];

describe.each(cases)('$rule', ({ check, bad, told }) => {
  test('sees a bad one', () => {
    expect(check(bad).map(({ wrong }) => wrong)).toEqual([told]);
  });

  test('holds here', () => {
    const lines = check(actual).map(
      ({ path, line, wrong, mend }) => `${path}:${line}\n  wrong  ${wrong}\n  mend   ${mend}`,
    );
    expect(lines.join('\n\n')).toBe('');
  });
});

test('the repository was really read', () => {
  expect(actual.packages.length).toBeGreaterThanOrEqual(7);
  expect(actual.files.some(({ imports }) => imports.length > 0)).toBe(true);
});

describe('each package opens with a page of prose: what it is, and what it never does', () => {
  const own = actual.packages.filter(({ name }) => name.startsWith('@outrigger/'));
  test.each([...own.map(({ folder }) => folder), 'bench', 'tidy'])('%s', (folder) => {
    const page = readFileSync(join(root, folder, 'README.md'), 'utf8');
    expect(page.split(/\s+/).length).toBeGreaterThanOrEqual(80);
    expect(page).toMatch(/\b(never|no|nothing|only)\b/i);
  });
});

describe('imports are found', () => {
  test.each([
    [`import { a } from './a.ts';`, './a.ts', false],
    [`import type { A,\n  B } from "./a.ts";`, './a.ts', false],
    [`import './a.ts';`, './a.ts', false],
    [`import * as a from './a.ts';`, './a.ts', false],
    [`const a = await import('./a.ts');`, './a.ts', false],
    [`export * from './a.ts';`, './a.ts', true],
    [`export type { A } from './a.ts';`, './a.ts', true],
  ])('%s', (text, specifier, reExport) => {
    expect(importsOf(text)).toEqual([{ specifier, line: 1, reExport }]);
  });

  test.each([`// import './a.ts';`, `/* import './a.ts' */`, `\`\nimport './a.ts';\n\``])(
    'not in %s',
    (text) => expect(importsOf(text)).toEqual([]),
  );
});

describe('the linter keeps clocks, randomness and ids out of the pure packages', () => {
  const banned = [
    ['Date.now()', 'take the time as an argument'],
    ['new Date()', 'take the time as an argument'],
    ['Date()', 'take the time as an argument'],
    ['performance.now()', 'take monotonic ms as an argument'],
    ['Math.random()', 'take a seeded generator as an argument'],
    ['crypto.randomUUID()', 'take the id as an argument'],
    ['crypto.getRandomValues(new Uint8Array(1))', 'take a seeded generator as an argument'],
    ['new Date', 'take the time as an argument'],
    ['Math.random', 'take a seeded generator as an argument'],
    ['globalThis.Date.now()', 'has no globals'],
    ["Date['now']()", 'names Date in full'],
    ["Math['random']()", 'names Math in full'],
    ['(source = Math) => source.random()', 'names Math in full'],
    ['now(); const now = Date.now', 'take the time as an argument'],
    ['random(); const { random } = Math', 'names Math in full'],
    ['new Clock(); const Clock = Date', 'names Date in full'],
  ] as const;
  const fine = ['new Date(0)', 'Date.UTC(2026, 10)', 'Math.max(1, Math.round(2.5))'];
  const pure = [
    'model/src',
    'recovery/src',
    'components/dns',
    'projections/report/src',
    'worlds/sim/src',
  ];
  let home: string;

  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'outrigger-tidy-'));
    const configuration = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
    write('biome.json', JSON.stringify({ ...configuration, vcs: { enabled: false } }));
    write('tidy/pure.grit', readFileSync(join(root, 'tidy/pure.grit'), 'utf8'));
  });
  afterAll(() => rmSync(home, { recursive: true }));

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }

  function lint(path: string, expression: string) {
    write(path, `export const value = ${expression};\n`);
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [biome, 'lint', '--colors=off', path],
      { cwd: home, encoding: 'utf8' },
    );
    return { refused: status !== 0, text: stdout + stderr };
  }

  test.each(banned)('%s', (expression, mend) => {
    const { refused, text } = lint('model/src/proof.ts', expression);
    expect(text).toContain(mend);
    expect(refused).toBe(true);
  });

  test.each(pure)('in %s, but not in its tests', (folder) => {
    expect(lint(`${folder}/proof.ts`, 'Date.now()').refused).toBe(true);
    expect(lint(`${folder}/proof.test.ts`, 'Date.now()').refused).toBe(false);
  });

  test('and nowhere else', () => {
    expect(lint('apps/cli/src/proof.ts', 'Date.now()').refused).toBe(false);
  });

  test.each(fine)('%s is fine', (expression) => {
    expect(lint('model/src/proof.ts', expression).text).toContain('No fixes applied');
    expect(lint('model/src/proof.ts', expression).refused).toBe(false);
  });
});
