import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { golden } from '../testing/golden.ts';
import { shop, spoil } from '../testing/shop.ts';
import { type Change, spoiled } from '../testing/spoiled.ts';
import { type Problem, resolve } from './index.ts';

function problemsOf(changes: readonly Change[]): readonly Problem[] {
  const platform = changes.reduce(
    (before, [path, value]) => spoil(before, path, value),
    Object(shop()),
  );
  const resolution = resolve(platform);
  return resolution.ok ? [] : resolution.problems;
}

function transcript(title: string, problems: readonly Problem[]): string {
  const lines = problems.flatMap(({ path, value, wrong, mend }) => {
    const text = JSON.stringify(value);
    const shown = text.length > 80 ? `${text.slice(0, 79)}…` : text;
    return [`  ${path}`, `    value  ${shown}`, `    wrong  ${wrong}`, `    mend   ${mend}`];
  });
  return [`# ${title}`, ...lines, ''].join('\n');
}

test('the platform that is spoiled is sound', () => {
  expect(resolve(shop())).toMatchObject({ ok: true });
});

test.each(spoiled)('$title', ({ paths, changes }) => {
  expect(problemsOf(changes).map((problem) => problem.path)).toEqual(paths);
});

test('every message is the committed one', () => {
  const text = spoiled
    .map(({ title, changes }) => transcript(title, problemsOf(changes)))
    .join('\n');
  const path = fileURLToPath(new URL('../testdata/problems.txt', import.meta.url));
  expect(text).toBe(golden(path, text));
});
