import { expect, test } from 'vitest';
import { questionText } from './approver.ts';

const asked = { step: 'orders-db/fence', component: 'orders-db' };

test('a person is told what a yes may cost', () => {
  const lag = { lagMs: null, rpoMs: 2000 };
  expect(questionText({ ...asked, why: 'may-lose-data', facts: lag })).toBe(
    'orders-db/fence may lose acknowledged writes (lagMs unknown, rpoMs 2000).',
  );
  expect(questionText({ ...asked, why: 'two-writers', facts: { fenced: 'none' } })).toBe(
    'orders-db/fence could not prove that the old writer is stopped: two writers are possible, ' +
      'and what the old one goes on to acknowledge may be lost (fenced none).',
  );
  expect(questionText({ ...asked, why: 'overwrite', facts: {} })).toBe(
    'orders-db/fence overwrites data that was salvaged before.',
  );
});
