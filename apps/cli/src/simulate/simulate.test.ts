import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awsTimings, disturbances } from '@outrigger/sim';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { expectGolden, run, runInterrupted, transcript } from '../testing.ts';
import { disturbanceHelp } from './disturb-words.ts';
import { bar, percentOf, probabilityOf } from './histogram-text.ts';

const region = ['--failure', 'region-loss:us-east-1'];
/** With an RPO that no lag of these runs reaches nobody is asked: the evaluator follows. */
const loss = ['simulate', 'eks-failover', ...region, '--rpo', '6h'];
const few = ['--runs', '600'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-simulate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function json(parameters: readonly string[]) {
  const ran = await run([...parameters, '--json']);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return JSON.parse(ran.stdout);
}

describe('as JSON', () => {
  test('has what the issue of it names, and more', async () => {
    const told = await json([...loss, ...few]);
    expect(told).toMatchObject({
      platform: 'eks-failover',
      world: 'aws',
      unit: 'ms',
      runs: 600,
      seed: 7041,
      interrupted: false,
      method: 'evaluator',
    });
    const { rto, rpo, objectives, criticalPath, fixFirst, worst } = told;
    expect(rto.p50).toBeLessThan(rto.p90);
    expect(rto.p90).toBeLessThan(rto.p99);
    expect(rto.p99).toBeLessThanOrEqual(rto.max);
    expect(Object.keys(rpo)).toContain('orders-db');
    expect(objectives[0]).toMatchObject({ objective: 'rto', store: null });
    expect(
      objectives.every(
        ({ low, share, high }: Record<string, number>) =>
          Number(low) <= Number(share) && Number(share) <= Number(high),
      ),
    ).toBe(true);
    const whole = (of: 'p50' | 'p99') =>
      criticalPath.reduce(
        (sum: number, step: Record<typeof of, { share: number }>) => sum + step[of].share,
        0,
      );
    expect(whole('p50')).toBeCloseTo(1, 3);
    expect(whole('p99')).toBeCloseTo(1, 3);
    for (const { p99Before, p99TwiceAsFast } of fixFirst) {
      expect(p99Before).toBe(rto.p99);
      expect(p99TwiceAsFast).toBeLessThanOrEqual(p99Before);
    }
    expect(worst.ms).toBe(rto.max);
  });

  test('the same seed gives the same answer, another one another', async () => {
    const { wallMs: _, ...first } = await json([...loss, ...few]);
    const { wallMs: __, ...again } = await json([...loss, ...few]);
    expect(again).toEqual(first);
    const other = await json([...loss, ...few, '--seed', '1']);
    expect(other.rto).not.toEqual(first.rto);
  });

  test('the worst run is the one that the engine runs again', async () => {
    const { worst } = await json([...loss, ...few]);
    const again = await json([...loss, '--run', String(worst.run)]);
    expect(again.rto).toBeCloseTo(worst.ms, 2);
    expect(again.evaluator).toBeCloseTo(worst.ms, 2);
  });
});

describe('as a person reads it', () => {
  const asked: readonly (readonly string[])[] = [
    loss,
    [...loss, '--world', 'lab'],
    ['simulate', 'eks-failover', '--intent', 'switchover'],
    ['simulate', 'eks-failover', '--intent', 'failback'],
    ['simulate', 'eks-failover', '--failure', 'zone-loss:us-east-1a'],
    ['simulate', 'peccy', '--failure', 'region-loss:ap-northeast-2', '--rto', '5m', '--rpo', '1s'],
    [...loss, '--run', '7'],
    ['simulate', 'eks-failover', '--intent', 'switchover', '--run', '7'],
  ];

  test.each(asked)('%s %s %s %s %s %s %s fits 80 columns', async (...parameters) => {
    const ran = await run(parameters.includes('--run') ? parameters : [...parameters, ...few]);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    for (const line of ran.stdout.split('\n')) {
      expect([...line].length, line).toBeLessThanOrEqual(80);
    }
    expect(ran.stdout).not.toMatch(/NaN|undefined|unknown|a bug/);
  });

  test('the lab’s durations judge nothing', async () => {
    const { stdout } = await run([...loss, ...few, '--world', 'lab']);
    expect(stdout).toContain('not judged: these durations are the lab’s');
    expect(stdout).not.toContain('met with');
    expect((await json([...loss, ...few, '--world', 'lab'])).objectives).toEqual([]);
  });

  test('where a person is asked the engine runs it, and the text says so', async () => {
    const strict = ['--rto', '30m', '--rpo', '1s', '--runs', '300'];
    const { stdout } = await run([...loss, ...strict]);
    expect(stdout).toContain('300 runs, seed 7041; through the engine');
    expect(stdout).toMatch(/! orders-db\/approve: a person is asked in \d+ runs/);
    const told = await json([...loss, ...strict]);
    expect(told.method).toBe('engine');
    const alone = await json([...loss, ...strict, '--run', String(told.worst.run)]);
    expect(alone.rto).toBeCloseTo(told.worst.ms, 2);
    const waits = told.criticalPath.map(({ step }: { readonly step: string }) => step);
    expect(waits).toContain('orders-db/approve answered');
  });

  test('in the simulated world: undisturbed it is what the evaluator has', async () => {
    const bare = await json([...loss, ...few]);
    const { befell, method, rto } = await json([...loss, ...few, '--engine']);
    expect(method).toBe('engine');
    expect(befell).toEqual({
      disturbances: [],
      wentBack: 0,
      plannedAnew: 0,
      givenUp: 0,
      helped: 0,
      failingShare: null,
    });
    expect(rto).toEqual(bare.rto);
    const { stdout } = await run([...loss, '--runs', '50', '--engine']);
    expect(stdout).toContain('through the engine, in the simulated world');
    expect(stdout).toContain('outrigger simulate eks-failover --engine --failure');
  });

  test('what disturbs it is told, and makes it longer; one run of it step by step', async () => {
    const disturb = ['--disturb', 'throttling,hanging'];
    const bare = await json([...loss, '--runs', '200']);
    const told = await json([...loss, '--runs', '200', ...disturb]);
    expect(told.rto.p90).toBeGreaterThan(bare.rto.p90);
    expect(told.befell.disturbances).toMatchObject([{ name: 'throttling' }, { name: 'hanging' }]);
    const { stdout } = await run([...loss, '--runs', '200', ...disturb]);
    expect(stdout).toMatch(/ of runs {2}throttling: control planes turn calls and reads away/);
    expect(stdout).toContain('--disturb throttling,hanging');
    for (const line of stdout.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
    const alone = await json([...loss, ...disturb, '--run', String(told.worst.run)]);
    expect(alone.rto).toBeCloseTo(told.worst.ms, 2);
    const worst = await run([...loss, ...disturb, '--run', String(told.worst.run)]);
    expect(worst.stdout).toContain('no answer in time');
    expect(worst.stdout).not.toContain('a bug');
  });

  test('what is assumed of a disturbance is said, and what false alarms cost', async () => {
    const asked = [...loss, '--runs', '100', '--disturb', 'false-alarm,grey,polling'];
    const { stdout } = await run(asked);
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain('false-alarm: what was thought lost is back before the recovery begins');
    expect(text).toMatch(/recovery begins; all of it assumed/);
    expect(text).toMatch(
      /[\d.]+ a year, \d+ min [\d ms]+ each: up to [\d mins]+ a year not served/,
    );
    expect(text).toContain('all requests fails; 4 of its 8 figures assumed');
    const { befell, rto } = await json(asked);
    const [grey, alarm] = befell.disturbances;
    expect(alarm).toMatchObject({ name: 'false-alarm', figures: 3, assumed: 3 });
    expect(alarm.perYear).toBeGreaterThan(0);
    expect(rto.mean).toBeGreaterThan(0);
    expect(grey.perYear).toBeNull();
  });

  test('what cannot happen to a plan, or is part of another, is no share of the runs', async () => {
    const asked = [...loss, '--runs', '20', '--disturb', 'checkers,grey,regional,managed'];
    const { stdout } = await run(asked);
    expect(stdout).toContain('    not in this plan  regional, managed\n');
    expect(stdout).toContain('         not counted  checkers: grey has its own\n');
    expect(stdout).not.toContain('   0 % of runs');
    const { befell } = await json(asked);
    const told = befell.disturbances.map(
      ({
        name,
        applies,
        standsIn,
      }: {
        name: string;
        applies: boolean;
        standsIn: string | null;
      }) => [name, applies, standsIn],
    );
    expect(told).toEqual([
      ['checkers', true, 'grey'],
      ['grey', true, null],
      ['regional', false, null],
      ['managed', false, null],
    ]);
  });

  test('behind a name it tells when which share of all clients is served', async () => {
    const peccy = ['simulate', 'peccy', '--failure', 'region-loss:ap-northeast-2', '--runs', '500'];
    const { clients, rto } = await json(peccy);
    const shares = clients.map(({ share }: { readonly share: number }) => share);
    expect(shares).toEqual([0.5, 0.9, 0.99, 0.999]);
    const p50s = clients.map(({ p50 }: { readonly p50: number }) => p50);
    expect([...p50s].sort((one, other) => one - other)).toEqual(p50s);
    // The RTO ends with the last who asks again without being restarted.
    expect(p50s[2]).toBeLessThan(rto.p50);
    expect(p50s[3]).toBeGreaterThan(rto.p50);
    expect((await json([...loss, ...few])).clients).toEqual([]);
    // Through the engine, where a person is asked, it is told as well.
    const engine = await json([...peccy, '--engine']);
    expect(engine.clients[0].p50).toBeGreaterThan(0);
  });

  test('help lists what the simulator can be disturbed by', () => {
    expect(disturbanceHelp).toEqual(disturbances.map(({ name, about }) => [name, about]));
  });

  test('a histogram as SVG, with the objective', async () => {
    const svg = join(folder, 'pause.svg');
    await run([...loss, ...few, '--rto', '10m', '--svg', svg]);
    const text = readFileSync(svg, 'utf8');
    expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    for (const part of ['<title>Failover of eks-failover', '>p99</text>', '>objective</text>']) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/NaN|undefined|Infinity/);
  });
});

test('what cannot be simulated says why, all at once', async () => {
  const timings = join(folder, 'mine.json');
  const promote = { kind: 'postgres', verb: 'promote', unit: 's', basis: 'measured' };
  const rows = [
    { ...promote, source: 'us', distribution: { kind: 'lognormal', median: -4, p99: null } },
  ];
  writeFileSync(timings, JSON.stringify({ world: 'aws', timings: rows }));
  const figures = join(folder, 'figures.json');
  const distribution = { kind: 'constant', value: 40 };
  const writes = { disturbance: 'lag', figure: 'writes', unit: 'MiB/s', distribution };
  const own = [{ ...writes, component: 'order-db', basis: 'measured', source: 'our own' }];
  writeFileSync(figures, JSON.stringify({ world: 'aws', timings: [], disturbances: own }));
  const asked: readonly (readonly string[])[] = [
    ['simulate', 'sound.ts'],
    [...loss, '--disturb', 'lag', '--timings', figures],
    ['simulate', 'sound.ts', '--rto', '10m'],
    [...loss, '--runs', '0', '--seed', 'luck', '--run', '-1', '--rto', '10'],
    ['simulate', 'sound.ts', '--failure', 'flood:us-east-1', '--runs', '1e99', '--seed', ''],
    [...loss, '--timings', timings, '--runs', '2.5'],
    [...loss, '--run', '99999999999', '--rto', '0s'],
    [...loss, '--timings', 'nowhere.json'],
    [...loss, '--disturb', 'throtling', '--runs', '0'],
    [...loss, '--disturb', 'throttling,,grey'],
    [...loss, '--disturb', 'grey', '--world', 'lab'],
    ['simulate', 'sound.ts', '--intent', 'failback', '--failure', 'zone-loss:us-east-1b'],
  ];
  const parts = [];
  for (const parameters of asked) {
    const ran = await run(parameters);
    expect(ran.code, parameters.join(' ')).toBe(2);
    expect(ran.stdout).toBe('');
    parts.push(transcript(parameters, ran).replaceAll(`${folder}/`, ''));
  }
  expectGolden('simulate/refused.txt', parts.join('\n'));
});

test('a user’s own timings count', async () => {
  const timings = join(folder, 'mine.json');
  const distribution = { kind: 'constant', value: 2 };
  const row = { kind: 'postgres', verb: 'promote', unit: 'h', basis: 'measured', source: 'us' };
  writeFileSync(timings, JSON.stringify({ world: 'aws', timings: [{ ...row, distribution }] }));
  const { rto, worst } = await json([...loss, ...few, '--timings', timings]);
  expect(rto.p50).toBeGreaterThan(7_200_000);
  expect(worst.replay).toContain(`--timings ${timings}`);
});

describe('what to fix first', () => {
  interface FixFirst {
    readonly step: string;
    readonly mend: string | null;
    readonly p99Before: number;
    readonly p99Mended: number | null;
  }

  test('names what can be done, and what the p99 of the same runs would be then', async () => {
    const { fixFirst, rto } = await json([...loss, '--runs', '4000']);
    const promote = fixFirst.find((each: FixFirst) => each.step === 'orders-db/promote');
    expect(promote.mend).toContain('Aurora');
    expect(promote.p99Before).toBeCloseTo(rto.p99, 6);
    // The very runs with Aurora's own promotion in the place of a replica's.
    const file = join(folder, 'aurora.json');
    const aurora = awsTimings.timings.find(
      ({ kind, verb }) => kind === 'aurora' && verb === 'promote',
    );
    if (aurora?.distribution.kind !== 'lognormal') throw new Error('it is another one now');
    const { medianMs: median, p99Ms: p99 } = aurora.distribution;
    const row = { kind: 'postgres', verb: 'promote', unit: 'ms', basis: 'documented' };
    const timings = [
      { ...row, distribution: { kind: 'lognormal', median, p99 }, source: 'Aurora' },
    ];
    writeFileSync(file, JSON.stringify({ world: 'aws', timings }));
    const mended = await json([...loss, '--runs', '4000', '--timings', file]);
    expect(promote.p99Mended).toBeCloseTo(mended.rto.p99, 6);
    expect(promote.p99Mended).toBeLessThan(0.8 * rto.p99);
  });

  test('one mend is about all that it changes: two answers, asked side by side', async () => {
    const asked = [
      'simulate',
      'peccy',
      '--failure',
      'region-loss:ap-northeast-2',
      '--runs',
      '1000',
    ];
    const { fixFirst } = await json(asked);
    const answers = fixFirst.filter(({ step }: FixFirst) => step.endsWith(' answered'));
    expect(answers.length).toBeGreaterThan(1);
    for (const { p99Mended, p99Before, mend } of answers as readonly FixFirst[]) {
      expect(mend).toBe('approve it beforehand, within an RPO');
      expect(p99Mended).toBe(answers[0].p99Mended);
      expect(p99Mended).toBeLessThan(p99Before / 2);
    }
    const { stdout } = await run(asked);
    expect(stdout.split('approve it beforehand')).toHaveLength(2);
  });
});

test('the worst run is told: its seed, what it waited for, its transcript', async () => {
  const { worst, seed, rto } = await json([...loss, ...few]);
  expect(worst).toMatchObject({ seed, ms: rto.max });
  const waited = worst.waitedFor.reduce((sum: number, { ms }: { ms: number }) => sum + ms, 0);
  expect(waited).toBeCloseTo(rto.max, 1);
  expect(worst.transcript.at(-1).event).toEqual({ type: 'ended', status: 'done' });
  const { stdout } = await run([...loss, ...few]);
  const [first] = worst.waitedFor;
  expect(stdout).toContain(`Worst: run ${worst.run} of seed ${seed}, `);
  expect(stdout).toContain(first.step);
});

test('Ctrl-C prints what is done by then, after a bar that a terminal sees', async () => {
  const parameters = [...loss, '--runs', '4000000000', '--json'];
  const { code, stdout, bars } = await runInterrupted(parameters);
  expect(code).toBe(130);
  const told = JSON.parse(stdout);
  expect(told.interrupted).toBe(true);
  expect(told.runs).toBeLessThan(4_000_000_000);
  expect(told.rto.p50).toBeGreaterThan(0);
  expect(bars[0]).toMatch(/\d+ % {2}[\d,]+ of 4,000,000,000 runs$/);
});

test('blocks and shares', () => {
  expect([0, 0.5, 1 / 16, 1].map((share) => bar(share, 8))).toEqual(['', '████', '▌', '████████']);
  expect([0, 0.0004, 0.042, 0.42, 1].map(percentOf)).toEqual([
    '0 %',
    '< 0.1 %',
    '4.2 %',
    '42 %',
    '100 %',
  ]);
  expect([0, 0.5, 0.99985, 0.9999999, 1].map(probabilityOf)).toEqual([
    '0 %',
    '50.0 %',
    '99.985 %',
    '> 99.999 %',
    '100 %',
  ]);
});
