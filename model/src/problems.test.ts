import { describe, expect, test } from 'vitest';
import { shop } from '../testing/shop.ts';
import { spoiled } from '../testing/spoiled.ts';
import { offers } from '../testing/spoiled-offers.ts';
import { resolve } from './index.ts';

test('the platform that is spoiled is sound', () => {
  expect(resolve(shop())).toMatchObject({ ok: true });
});

test.each(spoiled)('$title', ({ paths, problems }) => {
  expect(problems.map((problem) => problem.path)).toEqual(paths);
});

describe('what AWS would refuse', () => {
  test.each(offers)('$title', ({ paths, source, problems }) => {
    expect(problems.map((problem) => problem.path)).toEqual(paths);
    expect(source).not.toBe('');
  });
});
