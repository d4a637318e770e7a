import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { down } from '../lab.ts';
import { compileCacheEnvironment, warmCompileCache } from './compile-cache.ts';
import { isAlive } from './identity.ts';
import { readProcesses } from './recorded.ts';

test('programs are run once for a version, and leave what Node made of them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outrigger-cache-'));
  const main = join(folder, 'main.ts');
  const trace = join(folder, 'trace');
  writeFileSync(
    main,
    `import { appendFileSync } from 'node:fs';
appendFileSync(${JSON.stringify(trace)}, 'x');
const code: number = 2;
process.exit(code);`,
  );
  const own = compileCacheEnvironment(folder, '');
  for (const version of ['1', '1', '2']) {
    await warmCompileCache(folder, version, [main], undefined, own);
  }
  const { NODE_COMPILE_CACHE } = own;
  const entries = readdirSync(NODE_COMPILE_CACHE, { recursive: true }).map(String);
  expect(entries.filter((name) => name.startsWith('warm-')).length).toBe(2);
  expect(entries.some((name) => name.startsWith('v'))).toBe(true);
  expect(readFileSync(trace, 'utf8')).toBe('xx');
  await rm(folder, { recursive: true, force: true });
});

test('a cache that the environment names is the one of every lab', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outrigger-cache-'));
  const shared = compileCacheEnvironment(folder, join(folder, 'shared'));
  expect(shared).toEqual({ NODE_COMPILE_CACHE: join(folder, 'shared') });
  expect(compileCacheEnvironment(folder, '').NODE_COMPILE_CACHE).toContain(folder);
  const [one, other] = [join(folder, 'one.ts'), join(folder, 'other.ts')];
  for (const main of [one, other]) {
    writeFileSync(main, '');
    await warmCompileCache(folder, '1', [main], undefined, shared);
  }
  // Labs of different programs are not taken for each other's.
  const markers = readdirSync(join(folder, 'shared')).filter((name) => name.startsWith('warm-'));
  expect(markers.length).toBe(2);
  await rm(folder, { recursive: true, force: true });
});

test('a program that, against the rule, goes on is found by down', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outrigger-cache-'));
  const main = join(folder, 'main.ts');
  writeFileSync(main, 'setInterval(() => {}, 1000);');
  const own = compileCacheEnvironment(folder, '');
  const warming = warmCompileCache(folder, '1', [main], undefined, own);
  const [begun] = Object.values(readProcesses(folder).others);
  expect(begun !== undefined && isAlive(begun)).toBe(true);
  expect((await down(folder)).map(({ pid }) => pid)).toEqual([begun?.pid]);
  await warming;
  expect(readProcesses(folder).others).toEqual({});
  await rm(folder, { recursive: true, force: true });
});
