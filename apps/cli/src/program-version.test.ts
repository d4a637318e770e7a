import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commit } from './program-version.ts';

let folder: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'outrigger-commit-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function git(...words: readonly string[]): void {
  const who = ['-c', 'user.name=ada', '-c', 'user.email=ada@example.org'];
  execFileSync('git', ['-C', folder, ...who, ...words], { stdio: 'ignore' });
}

test('a clone tells its commit, and whether there are changes beside it', () => {
  expect(commit(folder)).toBeNull();
  writeFileSync(join(folder, 'a'), 'one');
  git('init');
  expect(commit(folder)).toBeNull();
  git('add', 'a');
  git('commit', '-m', 'a');
  expect(commit(folder)).toMatch(/^[0-9a-f]{8}$/);
  writeFileSync(join(folder, 'a'), 'two');
  expect(commit(folder)).toMatch(/^[0-9a-f]{8}, changed$/);
  // As a package that is installed in a repository of its user.
  const inside = join(folder, 'node_modules');
  mkdirSync(inside);
  expect(commit(inside)).toBeNull();
});
