import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectGolden, run, runInterrupted, testdata, transcript } from '../testing.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-compare-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const prices = (name: string) => join(testdata, 'prices', name);

describe('four strategies as a person reads them', () => {
  test('a lost zone is compared too', async () => {
    const lost = ['--failure', 'zone-loss:us-east-1a', '--runs', '600'];
    const ran = await run(['compare', 'eks-failover', ...lost]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    expectGolden('compare/eks-failover-zone-loss.txt', ran.stdout);
  });

  test('has colours on a terminal, and nothing else changes', async () => {
    const colour = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    const few = ['compare', 'eks-failover', '--runs', '100'];
    const coloured = await run(few, { terminal: true });
    expect(coloured.stdout).toMatch(colour);
    expect(coloured.stdout.replace(colour, '')).toBe((await run(few)).stdout);
  });

  test('--sources says where each price is from, and what is billed by use', async () => {
    const { stdout } = await run(['compare', 'eks-failover', '--runs', '100', '--sources']);
    expectGolden('compare/sources.txt', stdout.slice(stdout.indexOf('Sources of the prices')));
  });
});

describe('as JSON', () => {
  const few = ['compare', 'eks-failover', '--json', '--runs', '1200'];
  const fewer = ['compare', 'eks-failover', '--json', '--runs', '50'];

  test('it has every figure', async () => {
    const { stdout, code } = await run(few);
    expect(code).toBe(0);
    const answer = JSON.parse(stdout);
    expect(answer.strategies.map((each: { strategy: string }) => each.strategy)).toEqual([
      'backup-restore',
      'pilot-light',
      'warm-standby',
      'active-active',
    ]);
    expect(answer.badDay).toEqual({ disturbances: ['nodes', 'capacity', 'quota'], runs: 1000 });
    for (const { rto, rpo, standing, badDay, fullCapacity } of answer.strategies) {
      expect(badDay.rto.runs).toBe(1000);
      expect(fullCapacity.p99Ms).toBeGreaterThanOrEqual(rto.p99Ms);
      expect(rto.p50Ms).toBeLessThanOrEqual(rto.p99Ms);
      expect(rto.limits[0].low).toBeLessThanOrEqual(rto.limits[0].high);
      expect(rpo.runs).toBe(1200);
      expect(standing.isComplete).toBe(true);
    }
  });

  test('what a bad day doesn’t touch differs by no luck', async () => {
    // A net’s way in is a name: nothing of it is an accelerator’s.
    const words = ['compare', 'net-diagram', '--seed', '2', '--bad-day-runs', '200', '--json'];
    const { stdout } = await run([...words, '--disturb', 'accelerator']);
    const answer = JSON.parse(stdout);
    expect(answer.badDay.runs).toBe(200);
    for (const { badDay, rpo, rto } of answer.strategies) {
      const { givenUp, sameRunsUndisturbed, ...bad } = badDay;
      expect(givenUp).toBe(0);
      expect(sameRunsUndisturbed).toEqual(bad);
      expect(bad.rto.runs).toBe(200);
      expect(rto.runs).toBe(20_000);
      // All of the runs tell what is lost, and some of them only how long it takes.
      expect(bad.rpo).toEqual(rpo);
    }
    const days = answer.open.map((each: { day: string; objective: string }) => [
      each.day,
      each.objective,
    ]);
    expect(new Set(days.map(String))).toEqual(new Set(['bad,rto']));
  });

  test('a rebuild waits for control planes until the event is over', async () => {
    const words = ['compare', 'eks-failover', '--runs', '30', '--disturb', 'control-planes'];
    const [rebuilt] = JSON.parse((await run([...words, '--json'])).stdout).strategies;
    expect(rebuilt.badDay.givenUp).toBe(0);
    expect(rebuilt.badDay.rto.p50Ms).toBeGreaterThan(4 * 3_600_000);
    expect(rebuilt.badDay.rto.maxMs).toBeLessThan(48 * 3_600_000);
  });

  test('a rebuilt store is seen to be built, by who looks instead of being told', async () => {
    const words = ['compare', 'eks-failover', '--runs', '4', '--disturb', 'polling,stale-reads'];
    const [rebuilt] = JSON.parse((await run([...words, '--json'])).stdout).strategies;
    expect(rebuilt.badDay.givenUp).toBe(0);
    expect(rebuilt.badDay.rto.maxMs).toBeLessThan(6 * 3_600_000);
  });

  test('what is given up is said, and no quantile passes for how long it took', async () => {
    const file = join(folder, 'long.json');
    const back = { disturbance: 'control-planes', figure: 'back', unit: 'h' };
    const distribution = { kind: 'constant', value: 1_000 };
    const own = { ...back, distribution, basis: 'assumed', source: 'a test' };
    writeFileSync(file, JSON.stringify({ world: 'aws', timings: [], disturbances: [own] }));
    const words = ['compare', 'eks-failover', '--runs', '4', '--disturb', 'control-planes'];
    const { stdout } = await run([...words, '--timings', file]);
    expect(stdout).toMatch(/^B backup-restore +> 7 d +> 7 d/m);
    expect(stdout).toContain('given up after 7 d: 100 % of the runs');
  });

  test('a cold strategy is worse off where there are no machines', async () => {
    // As many on both days: what capacity leaves alone is then the same to the ms.
    const same = ['compare', 'eks-failover', '--json', '--runs', '300'];
    const { stdout } = await run([...same, '--disturb', 'capacity']);
    const answer = JSON.parse(stdout);
    expect(answer.badDay.disturbances).toEqual(['capacity']);
    const [, pilot, warm] = answer.strategies;
    expect(pilot.badDay.rto.p99Ms).toBeGreaterThan(4 * pilot.rto.p99Ms);
    expect(warm.badDay.rto.p99Ms).toBe(warm.rto.p99Ms);
    expect(warm.capacity).toMatchObject({ share: 1 / 3 });
    expect(warm.badDay.fullCapacity.p99Ms).toBeGreaterThan(4 * warm.fullCapacity.p99Ms);
    expect([pilot.dominatedBy, warm.dominatedBy]).toEqual([null, null]);
  });

  test('the same seed gives the same, another draws other luck', async () => {
    const { stdout } = await run(fewer);
    expect((await run(fewer)).stdout).toBe(stdout);
    expect((await run([...fewer, '--seed', '2'])).stdout).not.toBe(stdout);
  });

  test('what has no price is told, and is not counted as 0', async () => {
    const { stdout } = await run([...fewer, '--prices', prices('own.csv')]);
    const [, pilot] = JSON.parse(stdout).strategies;
    expect(pilot.standing.isComplete).toBe(false);
    expect(pilot.standing.unpriced['ebs/gp3 in us-east-1']).toBe(100);
    // Two control planes, and five nodes at the price of the table: nothing else has one.
    expect(pilot.standing.counted).toBeCloseTo(2 * 73 + 5 * 730 * 0.06, 6);
  });
});

describe('durations of somebody’s own', () => {
  function timings(world: string): string {
    const file = join(folder, `${world}.json`);
    const promote = { kind: 'postgres', verb: 'promote', unit: 'h', basis: 'measured' };
    const rows = [{ ...promote, distribution: { kind: 'constant', value: 3 }, source: 'a drill' }];
    writeFileSync(file, JSON.stringify({ world, timings: rows }));
    return file;
  }

  test('stand in for ours, and are named', async () => {
    const words = ['compare', 'eks-failover', '--runs', '100', '--timings', timings('aws')];
    const { stdout, code } = await run([...words, '--json']);
    expect(code).toBe(0);
    const [rebuilt, ...planned] = JSON.parse(stdout).strategies;
    for (const { rto } of planned) expect(rto.minMs).toBeGreaterThan(3 * 3_600_000);
    expect(rebuilt.rto.p50Ms).toBeLessThan(3 * 3_600_000);
    expect((await run(words)).stdout.replaceAll(/\s+/g, ' ')).toContain(
      'aws.json, else from AWS’s',
    );
  });

  test('those of the lab are refused: two worlds share no column', async () => {
    const ran = await run(['compare', 'eks-failover', '--timings', timings('lab')]);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('these are timings of lab, not of aws');
  });
});

test.each(['enterprise', 'peccy', 'ec2-monitored'])('%s fits 80 columns', async (name) => {
  const { code, stdout } = await run(['compare', name, '--runs', '20']);
  expect(code).toBe(0);
  expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
});

test('Ctrl-C prints what is done by then, of every strategy as much', async () => {
  const words = ['compare', 'eks-failover', '--runs', '4000000000'];
  const { code, stdout, bars } = await runInterrupted([...words, '--json']);
  expect(code).toBe(130);
  expect(bars[0]).toMatch(/\d+ % {2}[\d,]+ of 4,000,000,000 runs$/);
  const { runs, interrupted, strategies } = JSON.parse(stdout);
  expect(interrupted).toBe(true);
  expect(runs).toBeGreaterThan(0);
  for (const { rto, rpo } of strategies) expect([rto.runs, rpo.runs]).toEqual([runs, runs]);
  const once = await run(['compare', 'eks-failover', '--runs', String(runs), '--json']);
  expect(JSON.parse(once.stdout).strategies).toEqual(strategies);
  const { stdout: text } = await runInterrupted(words);
  expect(text).toMatch(/each of 4,000,000,000, interrupted/);
});

test('--svg writes the scatter plot', async () => {
  const file = join(folder, 'plot.svg');
  const { code } = await run(['compare', 'eks-failover', '--runs', '100', '--svg', file]);
  expect(code).toBe(0);
  const svg = readFileSync(file, 'utf8');
  expect(svg).toMatch(/^<svg xmlns=/);
  expect(svg.match(/<circle /g)).toHaveLength(4);
  expect(svg.match(/on a bad day/g)).toHaveLength(4);
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
      ['--bad-day-runs', '0'],
      ['--prices', 'nowhere.csv'],
      ['--failure', 'flood:us-east-1'],
      ['--disturb', 'capcity'],
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
