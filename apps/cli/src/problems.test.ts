import { expect, test } from 'vitest';
import { problemsText, valueText } from './problems.ts';
import { Refusal } from './refusal.ts';
import { styleFor, wantsColours } from './style.ts';

const refusal = new Refusal('platform.ts cannot be used', [
  {
    path: 'regions.us-west-2.network.cidr',
    value: '10.0.0.0/16',
    wrong: 'overlaps regions.us-east-1.network.cidr, and the two are peered',
    mend: "give us-west-2 its own range: cidr: '10.1.0.0/16'",
    file: 'platform.ts',
    line: 27,
  },
  {
    path: 'components.orders.needs[1]',
    value: 'order-db',
    wrong: 'no component has this name',
    mend: "write 'orders-db'; known: catalog, gateway, orders-db, pictures",
    file: 'platform.ts',
    line: 61,
  },
]);

test('problems are printed in columns', () => {
  expect(problemsText(refusal, styleFor(false))).toBe(
    `✗ platform.ts cannot be used: 2 problems

1  regions.us-west-2.network.cidr                              platform.ts:27
   value   '10.0.0.0/16'
   wrong   overlaps regions.us-east-1.network.cidr, and the two are peered
   mend    give us-west-2 its own range: cidr: '10.1.0.0/16'

2  components.orders.needs[1]                                  platform.ts:61
   value   'order-db'
   wrong   no component has this name
   mend    write 'orders-db'; known: catalog, gateway, orders-db, pictures

Nothing was changed. Exit code 2.
`,
  );
});

test('what was changed all the same is said', () => {
  const changed = 'What an earlier lab left in the state folder is gone; the logs are kept.';
  const text = problemsText(new Refusal('it', refusal.problems, { changed }), styleFor(false));
  expect(text).toContain(`\n\n${changed} Exit\ncode 2.\n`);
  expect(text).not.toContain('Nothing was changed');
});

test('colours change nothing but colours', () => {
  const coloured = problemsText(refusal, styleFor(true));
  const colour = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
  expect(coloured.replace(colour, '')).toBe(problemsText(refusal, styleFor(false)));
  expect(coloured).toContain(styleFor(true).good("cidr: '10.1.0.0/16'"));
});

test('what does not fit beside the path goes below it', () => {
  const [problem] = refusal.problems;
  if (problem === undefined) throw new Error('there are two');
  const long = { ...problem, path: 'components.'.padEnd(70, 'x'), wrong: 'word '.repeat(40) };
  const lines = problemsText(new Refusal('it', [long]), styleFor(false)).split('\n');
  expect(lines[3]).toBe('   at      platform.ts:27');
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(81);
});

test('values look as they are written', () => {
  expect(valueText({ min: 1, 'a-b': ['x', null], c: {} })).toBe(
    "{ min: 1, 'a-b': ['x', null], c: {} }",
  );
  expect(valueText('x'.repeat(500)).length).toBeLessThanOrEqual(201);
});

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
  [{ TERM: 'dumb' }, true, false],
])('colours with %j, terminal %s: %s', (environment, isTerminal, colours) => {
  expect(wantsColours(environment, isTerminal)).toBe(colours);
});
