import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { interruptSignal } from './interrupt.ts';

const main = join(import.meta.dirname, 'main.ts');

function bench(...words: readonly string[]) {
  return spawnSync(process.execPath, [main, ...words], { encoding: 'utf8' });
}

const names = bench().stderr.match(/(?<=bench -- )\S+/g) ?? [];

describe('every measurement', () => {
  test('is listed once, and is no helper', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => /^[a-z-]+\.ts$/.test(file));
    expect(names.length).toBe(files.length - 3);
    expect(names).toContain('lab');
  });

  test.each(names)('%s says first what it measures, and has its line in the README', (name) => {
    const { stderr, stdout, status } = bench(name, '--frob');
    expect(stderr).toMatch(new RegExp(`^${name}: .*To reach: `));
    expect(stderr).toContain("Unknown option '--frob'");
    expect(stderr).not.toMatch(/^ +at /m);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
    expect(readme).toContain(`npm run bench -- ${name}`);
  });
});

test.each([
  [
    ['lab', '--link', 'frob', '--repeat', '1'],
    'it is no delay of at most 10000ms; write --link 30ms',
  ],
  [['lab', '--repeat', '0'], 'a whole number from 1 on'],
  [['spurious', '--minutes', 'abc'], 'a number above 0'],
])('%j is refused without a stack', (words, wrong) => {
  const { stderr, stdout, status } = bench(...words);
  expect(stderr).toContain(wrong);
  expect(stderr).not.toMatch(/^ +at /m);
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
});

test('Ctrl-C is heard once, however often it is delivered', () => {
  const source = new EventEmitter();
  const signal = interruptSignal(source);
  expect(signal.aborted).toBe(false);
  source.emit('SIGINT');
  source.emit('SIGTERM');
  expect(signal.aborted).toBe(true);
  // Without a listener Node would end the process in the middle of its cleaning up.
  expect(source.listenerCount('SIGINT')).toBe(1);
});
