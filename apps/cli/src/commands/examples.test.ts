/** What the commands say of each example, as a person reads it: reviewed as a diff. */
import { describe, expect, test } from 'vitest';
import { exampleNames, examplesFolder } from '../platform/find.ts';
import { expectGolden, run } from '../testing.ts';

/** Where each of them serves at the start: the region that is lost. */
const servesIn: { readonly [example: string]: string } = {
  'ec2-monitored': 'us-east-2',
  'eks-failover': 'us-east-1',
  enterprise: 'us-east-2',
  'net-diagram': 'us-east-1',
  peccy: 'ap-northeast-2',
};

/** As many as it takes to a verdict, or, of net-diagram, to one that more would not bring. */
const comparedRuns: { readonly [example: string]: string } = {
  'ec2-monitored': '1000',
  'eks-failover': '1000',
  enterprise: '600',
  'net-diagram': '300',
  peccy: '300',
};

test('every example is here', () => expect(exampleNames()).toEqual(Object.keys(servesIn)));

describe.each(Object.entries(servesIn))('%s', (example, region) => {
  const runs = comparedRuns[example] ?? '';
  const failure = ['--failure', `region-loss:${region}`];

  test.each([
    ['check', ['check', example, '--explain']],
    ['plan', ['plan', example, ...failure]],
    ['simulate', ['simulate', example, ...failure, '--runs', '1000']],
    ['compare', ['compare', example, '--runs', runs]],
  ])('%s', async (command, parameters) => {
    const ran = await run(parameters);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    // Outside the folder that a user stands in, a path is told in full.
    const told = ran.stdout.replaceAll(examplesFolder, 'examples');
    expectGolden(`examples/${example}-${command}.txt`, told);
    // An address stays whole: someone will copy it.
    for (const line of told.split('\n').filter((each) => !each.includes('https://'))) {
      expect([...line].length, line).toBeLessThanOrEqual(80);
    }
  });
});

test('what the lab cannot play is refused before a lab is started', async () => {
  const ran = await run(['drill', 'ec2-monitored']);
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain('cannot be played in the lab: 1 problem');
  expect(ran.stderr).toContain('the lab plays no virtual machines, so nobody would serve');
});
