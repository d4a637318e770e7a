import { verbs } from '@outrigger/recovery';
import { awsTimings } from '@outrigger/sim';
import { describe, expect, test } from 'vitest';
import { expectGolden, run, transcript } from '../testing.ts';

const failover = ['plan', 'sound.ts', '--failure', 'region-loss:us-east-1'];

const refused: readonly (readonly string[])[] = [
  ['plan', 'sound.ts'],
  ['plan', 'sound.ts', '--failure', 'flood:us-east-1'],
  ['plan', 'sound.ts', '--failure', 'region-loss:us-east-9'],
  ['plan', 'sound.ts', '--failure', 'region-loss:constructor'],
  ['plan', 'sound.ts', '--failure', 'zone-loss:us-east-1'],
  ['plan', 'sound.ts', '--failure', 'zone-loss'],
  ['plan', 'sound.ts', '--intent', 'fallover'],
  ['plan', 'sound.ts', '--intent', 'failover'],
  ['plan', 'sound.ts', '--intent', 'switchover', '--failure', 'region-loss:us-east-1'],
  ['plan', 'sound.ts', '--intent', 'switchover', '--to', 'us-west-9'],
  ['plan', 'sound.ts', '--intent', 'switchover', '--to', 'us-east-1'],
];

test('requests that make no plan say why, all in one file', async () => {
  const parts = [];
  for (const parameters of refused) {
    const ran = await run(parameters);
    expect(ran.code, parameters.join(' ')).toBe(2);
    expect(ran.stdout).toBe('');
    parts.push(transcript(parameters, ran));
  }
  expectGolden('plan/refused.txt', parts.join('\n'));
});

test('as JSON a plan is plain data', async () => {
  const { stdout, code } = await run([...failover, '--json']);
  expect(code).toBe(0);
  const { plan } = JSON.parse(stdout);
  expect(plan).toMatchObject({
    platform: 'shop',
    intent: 'failover',
    from: 'us-east-1',
    to: 'us-west-2',
  });
  expect(plan.steps.map((step: { id: string }) => step.id)).toContain('orders-db/promote');
});

describe('a plan as a person reads it', () => {
  test('has its steps, its verdict and how to rehearse it, within 80 columns', async () => {
    const { stdout, code } = await run(failover);
    expect(code).toBe(0);
    for (const part of [
      'Failover of shop, us-east-1 → us-west-2',
      'objective      RTO 30 min, RPO 1 min',
      'orders-db/promote',
      'Rehearse it:  outrigger drill sound.ts --failure region-loss:us-east-1',
    ]) {
      expect(stdout).toContain(part);
    }
    for (const line of stdout.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
  });

  test('names no rehearsal that the lab would refuse', async () => {
    const words = ['plan', 'ec2-monitored', '--failure', 'region-loss:us-east-2'];
    expect((await run(words)).stdout).not.toContain('Rehearse it');
    expect(await run(['drill', 'ec2-monitored'])).toMatchObject({ code: 2 });
  });

  test('has colours on a terminal, and nothing else changes', async () => {
    const colour = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    const coloured = await run(failover, { terminal: true });
    expect(coloured.stdout).toMatch(colour);
    expect(coloured.stdout.replace(colour, '')).toBe((await run(failover)).stdout);
  });

  test('--sources names where each duration comes from', async () => {
    const { stdout } = await run([...failover, '--sources']);
    expect(stdout).toContain(
      'assumed: RDS guide: several minutes or longer; both figures ours\n    orders-db/promote',
    );
    for (const line of stdout.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
  });

  test("a lost zone takes the managed failover's time, not a replica's promotion", async () => {
    const zone = ['plan', 'sound.ts', '--failure', 'zone-loss:us-east-1a', '--sources'];
    const { stdout } = await run(zone);
    expect(stdout).toContain('documented: RDS guide: Multi-AZ, 60 to 120 s\n    orders-db/promote');
    expect(stdout).toContain('✓ meets the objective');
  });

  test("the lab's durations judge no objective", async () => {
    const { stdout } = await run([...failover, '--world', 'lab']);
    expect(stdout).toMatch(/predicted .* in the lab/);
    expect(stdout).not.toContain('meets the objective');
  });

  test('as Markdown and as Mermaid', async () => {
    expect((await run([...failover, '--format', 'markdown'])).stdout).toMatch(/^# /);
    expect((await run([...failover, '--format', 'mermaid'])).stdout).toMatch(
      /^(flowchart|graph) /m,
    );
  });
});

test('in Markdown what belongs to a step stays in its item, also from the tenth on', async () => {
  const example = ['plan', 'eks-failover', '--failure', 'region-loss:us-east-1'];
  const { stdout } = await run([...example, '--format', 'markdown']);
  expect(stdout).toMatch(/^9\. `.*\n {3}- /m);
  expect(stdout).toMatch(/^10\. `.*\n {4}- /m);
});

/** What only some kinds of stores know. */
const special = new Set(['transfer', 'await']);

test.each(verbs.filter((verb) => !special.has(verb)))('AWS has a duration for %s', (verb) => {
  const kinds = awsTimings.timings.filter((timing) => timing.verb === verb);
  const all = kinds.some(({ kind }) => kind === '*');
  const stores = ['aurora', 'postgres'].every((name) => kinds.some(({ kind }) => kind === name));
  const compute = ['kubernetes-cluster', 'service'].every((name) =>
    kinds.some(({ kind }) => kind === name),
  );
  expect(all || stores || compute).toBe(true);
});

test('a plan without a step says so, and promises nothing', async () => {
  const { stdout, code } = await run(['plan', 'sound.ts', '--intent', 'failback']);
  expect(code).toBe(0);
  expect(stdout).toBe(
    'Failback of shop, in us-east-1\n' +
      'What was lost is back; nobody moves.\n\nthere is nothing to do\n',
  );
});

test('what the lab promises for a planned move judges nothing on AWS', async () => {
  const { stdout } = await run(['plan', 'sound.ts', '--intent', 'switchover']);
  expect(stdout).toContain('objective      nothing lost\n');
  expect(stdout).toContain('not judged: no RTO is written for a planned move');
});
