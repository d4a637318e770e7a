import { expect, test } from 'vitest';
import { expectGolden, run, transcript } from '../testing.ts';

const refused: readonly (readonly string[])[] = [
  ['plan', 'sound.ts'],
  ['plan', 'sound.ts', '--failure', 'flood:us-east-1'],
  ['plan', 'sound.ts', '--failure', 'region-loss:us-east-9'],
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
  const { stdout, code } = await run([
    'plan',
    'sound.ts',
    '--failure',
    'region-loss:us-east-1',
    '--json',
  ]);
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
