import { join } from 'node:path';
import type { Platform } from '@outrigger/model';
import { expect, test } from 'vitest';
import { missingPrograms, runWords } from './run-words.ts';
import { smallPlatform } from './testing/small-platform.ts';

const here = import.meta.dirname;
const searchPath = join(process.execPath, '..');

/** The platform, with its service run by these words. */
function runBy(...run: readonly string[]): Platform {
  const platform = smallPlatform();
  const { orders } = platform.components;
  if (orders?.kind !== 'service') throw new Error('it has no service');
  const lab = { run, environment: {}, paths: orders.paths };
  return { ...platform, components: { ...platform.components, orders: { ...orders, lab } } };
}

test('paths count from the platform’s folder', () => {
  expect(runWords(['main.ts', 'node', './a.mjs', '--port'], '/shop')).toEqual([
    '/shop/main.ts',
    'node',
    '/shop/a.mjs',
    '--port',
  ]);
});

test.each([
  [['run-words.ts']],
  [['./run-words.ts', './not-there-yet.log']],
  [['node', './run-words.ts', './not-there-yet.log']],
  [['node', '--version']],
])('%j can be run', (run) => {
  expect(missingPrograms(runBy(...run), here, searchPath)).toEqual([]);
});

test.each([
  [['nope.ts'], 'nope.ts', 0, 'there is no file'],
  [['./testing'], './testing', 0, 'there is no file'],
  [['node', './nope.mjs'], './nope.mjs', 1, 'there is no file'],
  [['no-such-program'], 'no-such-program', 0, 'on the PATH'],
])('%j cannot', (run, word, index, wrong) => {
  expect(missingPrograms(runBy(...run), here, searchPath)).toMatchObject([
    { component: 'orders', word, index, wrong: expect.stringContaining(wrong) },
  ]);
});
