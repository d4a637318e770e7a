import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examplesFolder } from '../platform/find.ts';
import { type Again, reproduceOf } from './again.ts';

const npm = 'npm run outrigger --';
const example = {
  file: join(examplesFolder, 'eks-failover/platform.ts'),
  shown: 'examples/eks-failover/platform.ts',
};
const own = { file: '/home/ada/eks-failover/platform.ts', shown: 'my shop/platform.ts' };

function commands(words: Partial<Again['words']>, given: Partial<Again> = {}): readonly string[] {
  const again = {
    words: { seed: 7, ...words },
    loaded: example,
    drill: 'd',
    program: npm,
    hasRuns: true,
  };
  return reproduceOf({ ...again, ...given }).map(({ command }) => command);
}

test('what `npm start` drills, with every word that it was given', () => {
  expect(commands({})).toEqual([
    'npm start -- --seed 7',
    'npm run outrigger -- runs show d-1',
    'npm run bench -- lab --repeat 20',
  ]);
  expect(commands({ bench: true, link: 0 })).toEqual([
    'npm start -- --bench --link 0ms --seed 7',
    'npm run outrigger -- runs show d-1',
    'npm run bench -- lab --repeat 20 --link 0ms',
  ]);
  const words = { failure: 'frozen', ask: true, timings: 'a b', state: 's', port: 9_000 };
  expect(commands(words).slice(0, 2)).toEqual([
    "npm start -- --failure frozen --ask --timings 'a b' --state s --port 9000 --seed 7",
    'npm run outrigger -- runs show d-1 --state s',
  ]);
  // What is repeated twenty times knows one rate alone.
  expect(commands({ rate: 100, link: 5 })).toEqual([
    'npm start -- --link 5ms --rate 100 --seed 7',
    'npm run outrigger -- runs show d-1',
  ]);
  expect(commands({ planned: true })[0]).toBe('npm start -- --planned --seed 7');
});

test('a platform of the same name that is somebody’s own', () => {
  expect(commands({}, { loaded: own })).toEqual([
    "npm run outrigger -- drill 'my shop/platform.ts' --seed 7",
    'npm run outrigger -- runs show d-1',
  ]);
});

test('nothing was recovered: there is no journal to show', () => {
  expect(commands({ failure: 'witness-loss' }, { hasRuns: false, loaded: own })).toEqual([
    "npm run outrigger -- drill 'my shop/platform.ts' --failure witness-loss --seed 7",
  ]);
});

test('without npm', () => {
  expect(commands({}, { program: 'outrigger' })).toEqual([
    'outrigger drill examples/eks-failover --seed 7',
    'outrigger runs show d-1',
  ]);
});
