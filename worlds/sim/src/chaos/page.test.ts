import { describe, expect, test } from 'vitest';
import { type PageInput, reportPage } from './page.ts';
import { emptyTally } from './tally.ts';

const input: PageInput = {
  seed: 9,
  day: '2026-11-21',
  hunt: null,
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
    expect(page).toContain('Seed 9, written on 2026-11-21: 1500 bad days');
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

  test('shows which mistakes were found, after how long, and which were not', () => {
    const hunted = [
      { mutant: 'none', wrong: 'nothing', foundAfter: null, rule: '' },
      { mutant: 'fence-removed', wrong: 'two write', foundAfter: 3, rule: 'one-writer' },
    ];
    const page = reportPage({ ...input, hunt: { seed: 5, runs: 800, commit: 'abc1234', hunted } });
    expect(page).toContain('up to 800 bad days (code of `abc1234`, seed 5)');
    expect(page).toContain('| `none` | nothing | not in 800 | – |');
    expect(page).toContain('| `fence-removed` | two write | 3 | `one-writer` |');
    expect(reportPage(input)).not.toContain('Whether it bites');
  });

  test('is Markdown whose code and whose lines end', () => {
    const page = reportPage(input);
    expect(page.split('```')).toHaveLength(5);
    expect(page.endsWith('```\n')).toBe(true);
  });
});
