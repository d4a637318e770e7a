import { afterAll, beforeAll, expect, test } from 'vitest';
import { initialiseCluster } from '../postgres/cluster.ts';
import { processesIn } from '../postgres/processes.ts';
import { stopPostgres } from '../postgres/server.ts';
import { passwords, type TestLab, testLab } from '../postgres/test-lab.ts';
import type { PostgresNode } from '../postgres/types.ts';
import { isAlive, type ProcessIdentity } from '../processes/identity.ts';
import { killTree } from '../processes/tree.ts';
import { type KeptPostgres, keepPostgres } from './kept-postgres.ts';

let lab: TestLab;
let node: PostgresNode;
beforeAll(async () => {
  lab = await testLab();
  node = await lab.member('db@east-1');
  await stopPostgres(await lab.writer(node), 'fast');
}, 60_000);
afterAll(() => lab.close());

const member = {
  id: 'db@east-1',
  region: 'east',
  zone: 'east-1',
  proxyPort: 0,
  postgresPort: 0,
  atStart: true,
};

type Told = ProcessIdentity | null;

function keep(onProcess: (told: Told) => void): KeptPostgres {
  return keepPostgres({ member, node, onProcess: (_, identity) => onProcess(identity) }, () => {});
}

test.each(['stop', 'kill', 'close'] as const)(
  'one that has only just been spawned is told of, and %s ends it',
  async (how) => {
    const told: Told[] = [];
    let ending = Promise.resolve();
    const kept = keep((identity) => {
      told.push(identity);
      if (identity === null) return;
      expect(isAlive(identity)).toBe(true);
      expect(kept.running()).toBeNull();
      ending = kept[how]();
    });
    await expect(kept.start()).rejects.toThrow('was ended while it started');
    await ending;
    expect(told).toEqual([expect.objectContaining({ pid: expect.any(Number) }), null]);
    expect(await processesIn(node.dataFolder)).toEqual([]);
    expect(kept.running()).toBeNull();
  },
);

test('one that is about to be spawned never is, once it was ended', async () => {
  const told: Told[] = [];
  const kept = keep((identity) => told.push(identity));
  const starts = [kept.start(), kept.start()].map((start) => expect(start).rejects.toThrow());
  await kept.kill();
  await Promise.all(starts);
  expect(told).toEqual([]);
  expect(await processesIn(node.dataFolder)).toEqual([]);
});

test('what was ended starts again, what was closed does not', async () => {
  const kept = keep(() => {});
  await Promise.all([kept.start(), kept.start()]);
  expect(kept.running()).not.toBeNull();
  await kept.stop();
  await kept.start();
  await kept.close();
  expect(kept.running()).toBeNull();
  await expect(kept.start()).rejects.toThrow('is ending');
  expect(await processesIn(node.dataFolder)).toEqual([]);
});

test('what makes a cluster is told of too, and begun anew when it was ended', async () => {
  const fresh = await lab.member('db@east-2');
  const cluster = { ...fresh, superuserPassword: passwords.superuser };
  const told: Told[] = [];
  let killed: Promise<unknown> = Promise.resolve();
  const making = initialiseCluster(cluster, (identity) => {
    told.push(identity);
    if (identity !== null) killed = killTree([identity]);
  });
  await expect(making).rejects.toThrow('initdb failed');
  await killed;
  expect(told).toEqual([expect.objectContaining({ pid: expect.any(Number) }), null]);
  await initialiseCluster(cluster);
});
