import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { huntedLine, isAsItShould } from './find-mutants.ts';
import { mutants } from './mutants.ts';

const root = join(import.meta.dirname, '../../../..');

/** `npm run chaos -- mutants` finds them; that they still are what they were is looked at here. */
describe.each(mutants.map((mutant) => [mutant.name, mutant] as const))('%s', (_name, mutant) => {
  test.each(mutant.changes.map((change) => [change.file, change] as const))(
    'what it replaces is there once: %s',
    (file, { by, replace }) => {
      const text = readFileSync(join(root, file), 'utf8');
      expect(text.split(replace)).toHaveLength(2);
      expect(by).not.toBe(replace);
    },
  );
});

test('no two mutants have one name', () => {
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});

test('a mutant that lives, and a finding where nothing is wrong, are both told', () => {
  const found = { mutant: 'fence-removed', wrong: 'two write', foundAfter: 3, rule: 'one-writer' };
  const told = { ...found, detail: '', replay: '' };
  expect(isAsItShould(told)).toBe(true);
  expect(isAsItShould({ ...told, foundAfter: null })).toBe(false);
  expect(isAsItShould({ ...told, mutant: 'none' })).toBe(false);
  expect(isAsItShould({ ...told, mutant: 'none', foundAfter: null })).toBe(true);
  expect(huntedLine(told)).toBe('✓ fence-removed             found after 3 runs      one-writer');
});
