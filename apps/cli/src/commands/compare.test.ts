import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectGolden, run, testdata, transcript } from '../testing.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-compare-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const prices = (name: string) => join(testdata, 'prices', name);

describe('four strategies as a person reads them', () => {
  test.each(['eks-failover', 'peccy'])('%s, within 80 columns', async (example) => {
    const ran = await run(['compare', example]);
    expect(ran.stderr).toBe('');
    expectGolden(`compare/${example}.txt`, ran.stdout);
    // An address stays whole: someone will copy it.
    for (const line of ran.stdout.split('\n').filter((each) => !each.includes('https://'))) {
      expect([...line].length, line).toBeLessThanOrEqual(80);
    }
  });

  test('a lost zone is compared too', async () => {
    const ran = await run(['compare', 'eks-failover', '--failure', 'zone-loss:us-east-1a']);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expectGolden('compare/eks-failover-zone-loss.txt', ran.stdout);
  });

  test('has colours on a terminal, and nothing else changes', async () => {
    const colour = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    const few = ['compare', 'eks-failover', '--runs', '500'];
    const coloured = await run(few, { terminal: true });
    expect(coloured.stdout).toMatch(colour);
    expect(coloured.stdout.replace(colour, '')).toBe((await run(few)).stdout);
  });

  test('--sources says where each price is from, and what is billed by use', async () => {
    const { stdout } = await run(['compare', 'eks-failover', '--runs', '500', '--sources']);
    expectGolden('compare/sources.txt', stdout.slice(stdout.indexOf('Sources of the prices')));
  });
});

describe('as JSON', () => {
  const few = ['compare', 'eks-failover', '--json', '--runs', '2000'];

  test('it has every figure, and the same seed gives the same', async () => {
    const { stdout, code } = await run(few);
    expect(code).toBe(0);
    expect((await run(few)).stdout).toBe(stdout);
    const answer = JSON.parse(stdout);
    expect(answer.strategies.map((each: { strategy: string }) => each.strategy)).toEqual([
      'backup-restore',
      'pilot-light',
      'warm-standby',
      'active-active',
    ]);
    for (const { rto, rpo, standing } of answer.strategies) {
      expect(rto.p50Ms).toBeLessThanOrEqual(rto.p99Ms);
      expect(rto.limits[0].low).toBeLessThanOrEqual(rto.limits[0].high);
      expect(rpo.runs).toBe(2000);
      expect(standing.isComplete).toBe(true);
    }
  });

  test('another seed draws other luck', async () => {
    const other = await run([...few, '--seed', '2']);
    expect(other.stdout).not.toBe((await run(few)).stdout);
  });

  test('what has no price is told, and is not counted as 0', async () => {
    const { stdout } = await run([...few, '--prices', prices('own.csv')]);
    const [, pilot] = JSON.parse(stdout).strategies;
    expect(pilot.standing.isComplete).toBe(false);
    expect(pilot.standing.unpriced['ebs/gp3 in us-east-1']).toBe(100);
    // Two control planes, and five nodes at the price of the table: nothing else has one.
    expect(pilot.standing.counted).toBeCloseTo(2 * 73 + 5 * 730 * 0.06, 6);
  });
});

test('--svg writes the scatter plot', async () => {
  const file = join(folder, 'plot.svg');
  const { code } = await run(['compare', 'eks-failover', '--runs', '500', '--svg', file]);
  expect(code).toBe(0);
  const svg = readFileSync(file, 'utf8');
  expect(svg).toMatch(/^<svg xmlns=/);
  expect(svg.match(/<circle /g)).toHaveLength(4);
  expect(svg).not.toMatch(/NaN|undefined|<script|href=/);
});

describe('bad input says all that is wrong, with its mend', () => {
  test.each([
    'many-faults.json',
    'many-faults.csv',
    'another-unit.json',
    'empty.json',
    'no-list.json',
    'broken.json',
  ])('%s', async (name) => {
    const words = ['compare', 'platforms/sound.ts', '--prices', join('prices', name)];
    const ran = await run(words, { folder: testdata });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expectGolden(`compare/refused-${name}.txt`, transcript(words, ran));
  });

  test('on the command line', async () => {
    const parts = [];
    for (const more of [
      ['--runs', '0', '--seed', 'luck'],
      ['--runs', '1e3'],
      ['--prices', 'nowhere.csv'],
      ['--failure', 'flood:us-east-1'],
      ['--svg', join('nowhere', 'plot.svg'), '--runs', '10'],
    ]) {
      const words = ['compare', 'sound.ts', ...more];
      const ran = await run(words);
      expect(ran, more.join(' ')).toMatchObject({ code: 2, stdout: '' });
      parts.push(transcript(words, ran));
    }
    expectGolden('compare/refused.txt', parts.join('\n'));
  });
});
