/** The oracle needs 480 MB and is run by hand: this says when it has to be run anew. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(import.meta.dirname, 'oracle.md'), 'utf8');
const anew = 'npm run oracle -- --write';

test('every type that anything may write has been before the oracle', () => {
  const judged = [...page.matchAll(/^\| `((?:resource|data|ephemeral) \w+)` \|/gm)];
  const tables = { resource: 'resources', data: 'data', ephemeral: 'ephemeral' };
  const known = Object.entries(tables).flatMap(([word, table]) => {
    const text = readFileSync(join(root, `model/src/provider/generated/${table}.ts`), 'utf8');
    return [...text.matchAll(/^ {2}readonly (aws_\w+):/gm)].map(([, type]) => `${word} ${type}`);
  });
  expect(known.length).toBeGreaterThan(100);
  expect(judged.map(([, what]) => what).sort(), anew).toEqual(known.sort());
});

test('it was the oracle of these versions', () => {
  const corner = join(root, 'scripts/terraform-types/package.json');
  const { dependencies } = JSON.parse(readFileSync(corner, 'utf8'));
  for (const name of ['@cdktn/provider-aws', 'cdktn', '@cdktn/hcl2json']) {
    expect(page, anew).toContain(`${name} ${dependencies[name]}`);
  }
});
