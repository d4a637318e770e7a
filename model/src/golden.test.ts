/**
 * What is committed as text: messages, types and the JSON Schema. `UPDATE_GOLDEN=1` writes it anew,
 * to be reviewed as a diff.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inputTypes } from '../testing/input-types.ts';
import { spoiled } from '../testing/spoiled.ts';
import { offers } from '../testing/spoiled-offers.ts';
import { type Problem, platformJsonSchema } from './index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('the compiler names a wrong key and its alternatives, and takes a right platform', () => {
  const compiler = `${root}node_modules/typescript/bin/tsc`;
  const fixtures = 'model/testdata/compiler';
  const run = spawnSync(process.execPath, [compiler, '-p', fixtures, '--pretty', 'false'], {
    cwd: root,
    encoding: 'utf8',
  });
  const messages = run.stdout.replaceAll(`${fixtures}/`, '');
  expect(messages).toBe(golden(`${fixtures}/messages.txt`, messages));
  expect(messages).toContain(`Did you mean '"orders-db"'?`);
  expect(messages).not.toContain('good.ts');
});

test('every message of a check is the committed one', () => {
  const text = spoiled.map(({ title, problems }) => transcript(title, problems)).join('\n');
  expect(text).toBe(golden('model/testdata/problems.txt', text));
});

test('every limit of AWS is told as it is committed, with who sets it', () => {
  const text = offers
    .map(({ title, source, problems }) => transcript(`${title}\n  source ${source}`, problems))
    .join('\n');
  expect(text).toBe(golden('model/testdata/limits.txt', text));
});

test('the JSON Schema for editors is the committed one', () => {
  // The formatter leaves a schema alone wherever one lies: it is asked as for any other JSON.
  const text = formatted('model/platform.json', JSON.stringify(platformJsonSchema()));
  expect(text).toBe(golden('model/platform.schema.json', text));
});

test.each([...inputTypes()])(
  'the types of a platform file, %s, are written from the schemas',
  (path, types) => {
    const text = formatted(`model/src/${path}`, types);
    expect(text).toBe(golden(`model/src/${path}`, text));
  },
);

/** As the repository formats its files, so that the formatter leaves them alone. */
function formatted(path: string, text: string): string {
  const biome = `${root}node_modules/@biomejs/biome/bin/biome`;
  const run = spawnSync(process.execPath, [biome, 'format', `--stdin-file-path=${path}`], {
    cwd: root,
    input: text,
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return run.stdout;
}

function transcript(title: string, problems: readonly Problem[]): string {
  const lines = problems.flatMap(({ path, value, wrong, mend }) => {
    const text = JSON.stringify(value);
    const shown = text.length > 80 ? `${text.slice(0, 79)}…` : text;
    return [`  ${path}`, `    value  ${shown}`, `    wrong  ${wrong}`, `    mend   ${mend}`];
  });
  return [`# ${title}`, ...lines, ''].join('\n');
}

/** The committed text, to compare with. */
function golden(path: string, text: string): string {
  const file = `${root}${path}`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, text);
  return existsSync(file) ? readFileSync(file, 'utf8') : '(there is no such file)';
}
