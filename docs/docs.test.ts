import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { exitCodes, main } from '@outrigger/cli';
import { platformJsonSchema } from '@outrigger/model';
import { disturbances, type Figure } from '@outrigger/sim';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fieldTable, kindSchemas } from './fields.ts';

const docs = import.meta.dirname;
const root = join(docs, '..');
const pages = readdirSync(docs, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(join(docs, path), 'utf8') }));

interface Block {
  readonly page: string;
  readonly line: number;
  /** What follows the three backticks: `ts platform`, `ts component`, `sh`. */
  readonly language: string;
  readonly text: string;
}

const blocks: readonly Block[] = pages.flatMap(({ path, text }) =>
  [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    page: path,
    line: text.slice(0, match.index).split('\n').length,
    language: match[1] ?? '',
    text: match[2] ?? '',
  })),
);

/** A component of a page stands in this platform, in place of one of the same kind or name. */
const base = pages.find(({ path }) => path === 'concepts.md')?.text ?? '';
function platformWith(component: string): string {
  const [platform = ''] = /^import [\s\S]*?^\}\);$/m.exec(base) ?? [];
  const name = /^\s*('?)([\w-]+)\1:/.exec(component)?.[2] ?? '';
  const entry = new RegExp(`^    '?${name}'?: \\{(?:.*\\},|[\\s\\S]*?^    \\},)\\n`, 'm');
  return platform.replace(entry, '').replace('components: {\n', `components: {\n${component}\n`);
}

const platformBlocks = blocks
  .filter(({ language }) => language === 'ts platform' || language === 'ts component')
  .map((block) => ({
    ...block,
    source: block.language === 'ts platform' ? block.text : platformWith(block.text),
  }));

const unitWords: { readonly [unit in Figure['unit']]: string } = {
  ms: ' ms',
  s: ' s',
  min: ' min',
  h: ' h',
  share: ' of all',
  times: ' times',
  count: '',
  'MiB/s': ' MiB/s',
};

function figureWords(spread: Figure['distribution']): string {
  switch (spread.kind) {
    case 'constant':
      return `${spread.value}`;
    case 'uniform':
      return `${spread.low} to ${spread.high}`;
    case 'lognormal':
      return `${spread.median}, p99 ${spread.p99}`;
  }
}

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'outrigger-docs-'));
  symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'));
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rmSync(home, { recursive: true }));

async function outrigger(parameters: readonly string[], folder: string) {
  const text = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    isTerminal: false,
    write: (part: string) => {
      text[name] += part;
    },
  });
  const streams = { stdout: sink('stdout'), stderr: sink('stderr') };
  const code = await main(parameters, { folder, environment: {}, canAsk: false, ...streams });
  return { code, ...text };
}

describe('platforms in the documentation', () => {
  test('there are some', () => expect(platformBlocks.length).toBeGreaterThanOrEqual(12));

  test.each(platformBlocks)('$page:$line passes check', async ({ page, line, source }) => {
    const folder = join(home, `${page.replaceAll(/\W/g, '-')}-${line}`);
    mkdirSync(folder);
    writeFileSync(join(folder, 'platform.ts'), source);
    expect((await outrigger(['check'], folder)).stderr).toBe('');
  });

  test('all have the types that an editor would check', () => {
    const settings = {
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { noUnusedLocals: false, types: [] },
      include: ['*/platform.ts'],
      exclude: [],
    };
    writeFileSync(join(home, 'tsconfig.json'), JSON.stringify(settings));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const { stdout } = spawnSync(process.execPath, [compiler, '-p', home], { encoding: 'utf8' });
    expect(stdout).toBe('');
  });
});

describe('commands in the documentation', () => {
  /** They read and print; everything else starts processes or changes something. */
  const safe = new Set(['check', 'plan', 'simulate', 'compare', 'schema', 'completion']);
  const commands = blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ page, text }) => text.split('\n').map((line) => ({ page, line: line.trim() })))
    .map(({ page, line }) => ({
      page,
      words: line
        .replace(/\s+#.*$/, '')
        .replace(/^npm run outrigger --/, 'outrigger')
        .split(/\s+/),
    }))
    .filter(({ words: [command, name = ''] }) => command === 'outrigger' && safe.has(name));

  test('there are some', () => expect(commands.length).toBeGreaterThanOrEqual(5));

  /** That a command runs shows after a few recoveries; of one run there is one. */
  const few = (parameters: readonly string[]): readonly string[] =>
    /^(compare|simulate)$/.test(parameters[0] ?? '') && !parameters.includes('--run')
      ? [...parameters, '--runs', '200']
      : parameters;

  test.each(commands)('$page: $words', async ({ words: [, ...parameters] }) => {
    const { code, stderr } = await outrigger(few(parameters), root);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});

describe('parts that are written from the code', () => {
  function section(path: string, name: string): { text: string; expect: (wanted: string) => void } {
    const file = join(docs, path);
    const pattern = new RegExp(`(<!-- ${name} -->\n)([\\s\\S]*?)(<!-- end -->)`);
    const page = readFileSync(file, 'utf8');
    return {
      text: pattern.exec(page)?.[2] ?? '',
      expect: (wanted) => {
        if (process.env.UPDATE_GOLDEN === '1') {
          writeFileSync(
            file,
            page.replace(pattern, (_, start, __, end) => start + wanted + end),
          );
        }
        expect(pattern.exec(readFileSync(file, 'utf8'))?.[2]).toBe(wanted);
      },
    };
  }

  test.each(kindSchemas(platformJsonSchema()))('fields of $kind', ({ kind, schema }) => {
    section(`components/${kind}.md`, 'fields').expect(fieldTable(schema));
  });

  test.each(kindSchemas(platformJsonSchema()))('what stands already of $kind', ({ kind }) => {
    const page = readFileSync(join(docs, `components/${kind}.md`), 'utf8');
    expect(page).toMatch(/^## What stands already\n\n\S.+\n$/m);
  });

  test('what simulate says of a region loss', async () => {
    const words = ['simulate', 'eks-failover', '--failure', 'region-loss:us-east-1'];
    const { stdout, ...rest } = await outrigger(words, root);
    expect(rest).toEqual({ code: 0, stderr: '' });
    const wanted = `\`\`\`\n$ outrigger ${words.join(' ')}\n\n${stdout}\`\`\`\n`;
    section('simulate.md', 'transcript').expect(wanted);
  });

  test('what disturbs a simulation', () => {
    const rows = disturbances.map(({ name, about, figures }) => {
      const told = Object.entries(figures).map(
        ([figure, { basis, distribution, source, unit }]) =>
          `_${figure}_ ${figureWords(distribution)}${unitWords[unit]}, ${basis}: ${source}`,
      );
      return `| \`${name}\` | ${about} | ${told.join('<br>') || 'the timings’ own'} |\n`;
    });
    section('simulate.md', 'disturbances').expect(
      `| \`--disturb\` | what happens | its figures |\n|---|---|---|\n${rows.join('')}`,
    );
  });

  test('what calibrate says of one drill', async () => {
    const words = ['calibrate', 'apps/cli/testdata/drills/full.json'];
    const { stdout, ...rest } = await outrigger(words, root);
    expect(rest).toEqual({ code: 0, stderr: '' });
    const wanted = `\`\`\`\n$ outrigger ${words.join(' ')}\n\n${stdout}\`\`\`\n`;
    section('calibrate.md', 'transcript').expect(wanted);
  });

  test('exit codes', () => {
    const rows = Object.values(exitCodes).map(({ code, meaning }) => `| ${code} | ${meaning} |\n`);
    section('exit-codes.md', 'exit codes').expect(
      `| Code | Meaning |\n|---|---|\n${rows.join('')}`,
    );
  });
});

test('what README shows of a mistake is what check says of it', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const shown = /^```\n\$ npm run outrigger -- check shop\n\n([\s\S]*?)^```$/m.exec(readme)?.[1];
  await outrigger(['init', 'shop'], home);
  const file = join(home, 'shop', 'platform.ts');
  const written = readFileSync(file, 'utf8');
  const mistaken = written.replace("needs: ['orders-db']", "needs: ['order-db']");
  expect(mistaken).not.toBe(written);
  writeFileSync(file, mistaken);
  expect(await outrigger(['check', 'shop'], home)).toEqual({ code: 2, stdout: '', stderr: shown });
});

describe('what pages name of the Terraform', () => {
  const built = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\/build\/terraform\/.*\.tf$/.test(path))
    .map((path) => readFileSync(join(root, 'examples', path), 'utf8'))
    .join('\n');
  /** In backticks, or as a word in a block. */
  const named = (pattern: RegExp) =>
    // The oracle's page has a test of its own, and what no example has.
    pages
      .filter(({ path }) => path !== 'oracle.md')
      .flatMap(({ path, text }) =>
        [...text.matchAll(pattern)].map(([, name = '']) => ({ page: path, name })),
      );

  const parameters = named(/`\/shop\/[\w-]+\/([\w-]+)`/g);
  test('there are some parameters', () => expect(parameters.length).toBeGreaterThanOrEqual(2));
  test.each(parameters)('$page: a parameter $name is written', ({ name }) => {
    expect(built).toMatch(new RegExp(`^  name += "/[\\w-]+/[\\w-]+/${name}"$`, 'm'));
  });

  const types = [...new Set(named(/\b(aws_[a-z0-9_]+)\b/g).map(({ name }) => name))];
  test('there are some types', () => expect(types.length).toBeGreaterThanOrEqual(12));
  test.each(types)('%s is a type that is written', (type) => {
    expect(built).toMatch(new RegExp(`^(resource|data|ephemeral) "${type}" `, 'm'));
  });
});

test('links lead somewhere', () => {
  const broken = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map((match) => join(docs, dirname(path), match[1] ?? ''))
      .filter((target) => !existsSync(target))
      .map((target) => `${path}: ${relative(docs, target)}`),
  );
  expect(broken).toEqual([]);
});

test('every kind has a page, and every page a kind', () => {
  const kinds = kindSchemas(platformJsonSchema()).map(({ kind }) => kind);
  const written = pages
    .filter(({ path }) => path.startsWith('components'))
    .map(({ path }) => basename(path, '.md'));
  expect(written.sort()).toEqual([...kinds].sort());
});
