import { expect, test } from 'vitest';
import { addressed, stateIn, stateWords } from './addressed.ts';
import { refuseArgument } from './refusal.ts';

function mendOf(mend: string, program: string, parameters: readonly string[]) {
  const refusal = refuseArgument('fault', null, 'this is broken already', mend);
  const hints = { program, state: stateWords(stateIn(parameters)) };
  return addressed(refusal, hints).problems[0]?.mend;
}

test.each([
  [['lab', 'inject', 'cut'], '`outrigger lab heal cut`'],
  [['lab', 'inject', 'cut', '--state', 'other'], '`outrigger lab heal cut --state other`'],
  [['lab', 'inject', 'cut', '--state=my lab'], "`outrigger lab heal cut --state 'my lab'`"],
  [['lab', '--state', 'one', '--state=two'], '`outrigger lab heal cut --state two`'],
  [['lab', 'inject', 'cut', '--state'], '`outrigger lab heal cut`'],
])('a hint acts on the lab that the command was about: %j', (parameters, hint) => {
  const mend = mendOf('try `outrigger lab heal cut`, or `outrigger init`', 'outrigger', parameters);
  expect(mend).toBe(`try ${hint}, or \`outrigger init\``);
});

test('a hint is typed as the command was, and a folder that it names stays', () => {
  const mend = 'see `outrigger lab status --state theirs`';
  const told = mendOf(mend, 'npm run outrigger --', ['lab', 'status', '--state', 'ours']);
  expect(told).toBe('see `npm run outrigger -- lab status --state theirs`');
});

test('help is the same for every lab', () => {
  const told = mendOf('`outrigger runs approve --help` lists it', 'outrigger', ['--state', 'ours']);
  expect(told).toBe('`outrigger runs approve --help` lists it');
});
