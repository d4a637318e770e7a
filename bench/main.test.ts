import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

describe('calibrate', () => {
  const full = JSON.parse(
    readFileSync(join(import.meta.dirname, '../apps/cli/testdata/drills/full.json'), 'utf8'),
  );
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'outrigger-bench-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function drill(name: string, change: object = {}): string {
    mkdirSync(join(folder, name));
    const report = { ...full, run: name, ...change };
    writeFileSync(join(folder, name, 'report.json'), JSON.stringify(report));
    return join(folder, name);
  }

  test('a drill that is named twice is not predicted by itself', () => {
    const [one, other] = [drill('one'), drill('other')];
    symlinkSync(one, join(folder, 'latest'));
    const alone = bench('calibrate', one, join(folder, 'latest'));
    expect(alone).toMatchObject({ status: 2, stdout: '' });
    expect(alone.stderr).toContain('one is named more than once, and counts once.');
    expect(alone.stderr).toContain('Name the folders of two different drills or more');
    const both = bench('calibrate', one, other, join(folder, 'latest'), '--json');
    expect(JSON.parse(both.stdout)).toMatchObject({ drills: 2, isMet: false });
  });

  test('what is no drill of the lab at its default rate is refused, all at once', () => {
    const settings = { writesPerSecond: 50, readsPerSecond: 50, requestsPerSecondDefault: 400 };
    const environment = { ...full.environment, settings };
    const named = [drill('one'), drill('slow', { environment }), drill('cloud', { world: 'aws' })];
    const told = bench('calibrate', ...named, join(folder, 'nosuch'));
    expect(told).toMatchObject({ status: 2, stdout: '' });
    expect(told.stderr).toMatch(/slow: 100 requests a second were sent, not the default of 400/);
    expect(told.stderr).toMatch(/cloud: it is of aws, not of the lab/);
    expect(told.stderr).toMatch(/nosuch: there is no report\.json that can be read/);
    expect(told.stderr).not.toMatch(/^ +at /m);
  });
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
