/** The oracle needs 480 MB and is run by hand: this says when it has to be run anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(import.meta.dirname, 'oracle.md'), 'utf8');
const anew = 'npm run oracle -- --write';

test('every type in the committed Terraform has been before the oracle', () => {
  const judged = [...page.matchAll(/^\| `((?:resource|data|ephemeral) \w+)` \|/gm)];
  const files = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' });
  const used = new Set<string>();
  for (const file of files.filter((name) => /build\/terraform\/.*\.tf$/.test(name))) {
    const text = readFileSync(join(root, 'examples', file), 'utf8');
    for (const [, word, type] of text.matchAll(/^(resource|data|ephemeral) "(\w+)"/gm)) {
      used.add(`${word} ${type}`);
    }
  }
  expect(judged.map(([, what]) => what).sort(), anew).toEqual([...used].sort());
});

test('it was the oracle of these versions', () => {
  const corner = join(root, 'scripts/terraform-types/package.json');
  const { dependencies } = JSON.parse(readFileSync(corner, 'utf8'));
  for (const name of ['@cdktn/provider-aws', 'cdktn', '@cdktn/hcl2json']) {
    expect(page, anew).toContain(`${name} ${dependencies[name]}`);
  }
});
