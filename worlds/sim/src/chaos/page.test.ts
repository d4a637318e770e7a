import { describe, expect, test } from 'vitest';
import { type PageInput, reportPage } from './page.ts';
import { emptyTally } from './tally.ts';

const input: PageInput = {
  seed: 9,
  tally: { ...emptyTally(), stories: 1500, sent: { fence: 3 }, met: { 'fence late': 3 } },
  broken: null,
  pieces: [
    { commit: 'abc1234', stories: 1000, wallMs: 2000 },
    { commit: 'def5678+', stories: 500, wallMs: 1500 },
  ],
};

describe('the page of a campaign', () => {
  test('says how much was told, by which code, how fast, and how it is told again', () => {
    const page = reportPage(input);
    expect(page).toContain('Seed 9: 1500 bad days');
    expect(page).toContain('npm run chaos -- --runs 1500 --seed 9');
    expect(page).toContain('| `abc1234` | 1000 | 2 | 500 |');
    expect(page).toContain('| `def5678+` | 500 | 2 | 333 |');
    expect(page).toContain('1 500 runs');
    expect(page).not.toContain('--replay');
  });

  test('says of a campaign that found something that it is not over, and what', () => {
    const replay = "npm run chaos -- --replay 1 --shape 2,1,0,0 --keep 'a|b'";
    const page = reportPage({ ...input, broken: { number: 1501, why: 'one-writer: two', replay } });
    expect(page).toContain('It is not over');
    expect(page).toContain('Bad day 1501: one-writer: two');
    expect(page).toContain(replay);
  });

  test('is Markdown whose code and whose lines end', () => {
    const page = reportPage(input);
    expect(page.split('```')).toHaveLength(5);
    expect(page.endsWith('```\n')).toBe(true);
  });
});
