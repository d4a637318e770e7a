import { expect, test } from 'vitest';
import { run } from '../testing.ts';

/** One line, so that no break hides a sentence. */
async function said(...words: readonly string[]): Promise<string> {
  const ran = await run(['simulate', ...words]);
  expect(ran).toMatchObject({ code: 0, stderr: '' });
  return ran.stdout.replaceAll(/\s+/g, ' ');
}

test('behind a name the RTO is not of every client, and says whose it is not', async () => {
  const text = await said('net-diagram', '--failure', 'region-loss:us-east-1', '--runs', '200');
  expect(text).toContain('How long until all clients that ask the name again are served');
  expect(text).toContain(
    'Not in the RTO, nor held against the objective: the 1.0 % old Java clients, until they are ' +
      'restarted.',
  );
  expect(text).not.toMatch(/every client/i);
  const entry = await said('eks-failover', '--failure', 'region-loss:us-east-1', '--runs', '200');
  expect(entry).toContain('How long until every client is served');
  expect(entry).not.toContain('Not in the RTO');
});

test('a run tells the lag that an approval went by, and why it looked', async () => {
  const words = ['eks-failover', '--failure', 'region-loss:us-east-1', '--run', '11'];
  const text = await said(...words);
  expect(text).toMatch(/looks orders-db\/approve how far is the copy behind\?/);
  expect(text).toMatch(
    /done orders-db\/approve [\d.]+ m?s behind, within the RPO: nobody is asked/,
  );
  expect(text).not.toContain('the lag is not known');
});

test('a cut-off region on AWS is waited for by a person; one that is lost is not', async () => {
  const proof = 'orders-db/fence: nothing proves on AWS that who is cut off has stopped';
  const cut = ['eks-failover', '--failure', 'partition:us-east-1', '--runs', '200'];
  const text = await said(...cut);
  expect(text).toContain(proof);
  expect(text).toContain('orders-db/f… answered');
  const lost = await said('eks-failover', '--failure', 'region-loss:us-east-1', '--runs', '200');
  expect(lost).not.toContain(proof);
  // A lease lapses there by itself.
  expect(await said(...cut, '--world', 'lab')).not.toContain('proves');
  // In the simulated world they are asked too.
  const inWorld = await said(...cut.slice(0, 3), '--engine', '--run', '3');
  expect(inWorld).toContain('two may write then: a person has to say yes');
});
