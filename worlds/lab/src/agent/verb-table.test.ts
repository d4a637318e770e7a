import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Action, PerformContext } from '@outrigger/recovery';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createVerbTable } from './verb-table.ts';

let folder: string;
let done: number[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-verbs-'));
  done = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const action: Action = { verb: 'promote', component: 'db', arguments: {} };
const under = (epoch: number): PerformContext => ({ run: 'run', step: 'step', attempt: 1, epoch });
const table = () =>
  createVerbTable({
    file: join(folder, 'epoch.json'),
    now: () => 0,
    handler: () => async (_, epoch) => {
      done.push(epoch);
      return { facts: {} };
    },
  });

test('an epoch that is over is refused, also after a restart', async () => {
  expect(await table().perform(action, under(3))).toMatchObject({ kind: 'done' });
  expect(await table().perform(action, under(1))).toMatchObject({ kind: 'refused' });
  expect(done).toEqual([3]);
});

test('nothing is done under an epoch that cannot be kept, nor under an older one', async () => {
  const verbs = table();
  rmSync(folder, { recursive: true });
  for (const _ of [1, 2]) expect(() => verbs.perform(action, under(3))).toThrow('ENOENT');
  expect(await verbs.perform(action, under(1))).toMatchObject({ kind: 'refused' });
  expect(done).toEqual([]);

  mkdirSync(folder);
  expect(await verbs.perform(action, under(3))).toMatchObject({ kind: 'done' });
  expect(await table().perform(action, under(1))).toMatchObject({ kind: 'refused' });
});
