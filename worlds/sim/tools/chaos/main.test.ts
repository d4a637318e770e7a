import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mutants } from './mutants.ts';

const main = join(import.meta.dirname, 'main.ts');

function chaos(...words: readonly string[]) {
  return spawnSync(process.execPath, [main, ...words], { encoding: 'utf8', timeout: 60_000 });
}

test.each([
  [['mutants', 'nosuch', 'fence-removed'], "there is no mutant 'nosuch'"],
  [['--keep', 'zone-loss'], '--keep tells one bad day again, and none is named'],
  [['--shape', '[]'], '--shape tells one bad day again, and none is named'],
  [['--runs', '1e99'], "--runs can't be '1e99'"],
  [['--runs', '0'], "--runs can't be '0'"],
  [['--replay', '1e99'], "--replay can't be '1e99'"],
  [['--seed', '1e99'], "--seed can't be '1e99'"],
])('%j is refused without a stack', (words, wrong) => {
  const { stderr, stdout, status } = chaos(...words);
  expect(stderr).toContain(wrong);
  expect(stderr).toContain('mend: ');
  expect(stderr).not.toMatch(/^ +at /m);
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
});

test('a mutant that nobody knows is answered with those that are known', () => {
  const { stderr } = chaos('mutants', 'nosuch');
  for (const { name } of mutants) expect(stderr).toContain(name);
});

test('ends quietly when nobody reads any more', async () => {
  const child = spawn(process.execPath, [main, '--replay', '1'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += String(chunk);
  });
  const [code] = await once(child, 'close');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
