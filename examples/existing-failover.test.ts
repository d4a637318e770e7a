/** A database that stands already, after a failover: nobody is sent to what was left behind. */
import { resolve } from '@outrigger/model';
import { expect, test } from 'vitest';
import { stateAfter } from './testing/failover-state.ts';
import { phases } from './testing/failover-table.ts';
import { build, parseBuild, writtenExample } from './testing/hcl.ts';

const [from, to] = ['us-east-1', 'eu-west-1'];

async function readAfter(existing: object) {
  const written = structuredClone(await writtenExample('net-diagram'));
  Object.assign(written.components?.['orders-db'] ?? {}, { existing });
  const resolution = resolve(written);
  if (!resolution.ok) throw new Error(JSON.stringify(resolution.problems));
  const { platform } = resolution;
  const read = phases.map(async (phase) => {
    const modules = await parseBuild(build(platform, stateAfter(platform, { from, to }, phase)));
    const standing = modules.get(`${from}/data`)?.blocks.get('data.aws_db_instance.orders_db');
    const follower = modules.get(`${to}/data`)?.blocks;
    const source =
      follower?.get('aws_db_instance.orders_db_2') ?? follower?.get('aws_db_instance.orders_db');
    return [
      standing?.db_instance_identifier ?? standing?.tags,
      String(source?.replicate_source_db).replace(/^.*:db:/, ''),
    ];
  });
  return Promise.all(read);
}

const made = 'net-diagram-orders-db-us-east-1-2';

test('what a recovery has made is read in place of the instance with the id', async () => {
  expect(await readAfter({ id: { [from]: 'orders-prod' } })).toEqual([
    ['orders-prod', 'orders-prod'],
    [made, 'orders-prod'],
    [made, made],
  ]);
});

test('and in place of the one with the tags, which both may have', async () => {
  const tags = { Name: 'orders' };
  const read = (await readAfter({ tags })).map(([standing]) => standing);
  expect(read).toEqual([tags, made, made]);
});
