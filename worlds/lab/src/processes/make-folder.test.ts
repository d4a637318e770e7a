import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from './make-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-make-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('it makes what is missing, and says where that begins', () => {
  const inner = join(folder, 'a', 'b', 'c');
  expect(makeFolder(inner)).toBe(join(folder, 'a'));
  expect(statSync(inner).isDirectory()).toBe(true);
  expect(makeFolder(inner)).toBe(null);
});

test('a file in the way is told, on it and beneath it', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(() => makeFolder(file)).toThrow('EEXIST');
  expect(() => makeFolder(join(file, 'below'))).toThrow('ENOTDIR');
});

test('what begins is not taken back, and what is there stays', () => {
  mkdirSync(join(folder, 'mine'));
  writeFileSync(join(folder, 'mine', 'file'), '');
  expect(() => makeFolder(join(folder, 'mine', 'file', 'x', 'y'))).toThrow('ENOTDIR');
  expect(existsSync(join(folder, 'mine', 'file'))).toBe(true);
});

test.runIf(existsSync('/proc/self'))(
  'a place that denies that its own folder is there is told, instead of asked for ever',
  () => expect(() => makeFolder('/proc/outrigger/below')).toThrow('ENOENT'),
);
