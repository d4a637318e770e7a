import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProcessIdentity } from '../processes/identity.ts';
import { processesIn } from './processes.ts';
import { promote } from './promote.ts';
import { awaitReplay, freshLsn } from './replication.ts';
import { type SalvageRequest, salvage } from './salvage.ts';
import { killPostgres } from './server.ts';
import { followUpstream } from './standby.ts';
import { orderIds, passwords, startLoad, type TestLab, testLab, upstreamOf } from './test-lab.ts';

let lab: TestLab;

beforeAll(async () => {
  lab = await testLab();
});

afterAll(() => lab.close());

interface ListedRow {
  readonly table: string;
  readonly state: string;
  readonly key: { readonly id?: number; readonly [column: string]: unknown };
  readonly row: { readonly [column: string]: unknown } | null;
  readonly winner: { readonly [column: string]: unknown } | null;
}

test('lists exactly what a killed writer had and the winner lacks, and keeps it', async () => {
  const a = await lab.member('orders-db@us-east-1a');
  const b = await lab.member('orders-db@us-west-2a');
  const loser = lab.admin(a);
  const winner = lab.admin(b);
  const running = await lab.writer(a);
  await lab.standby(b, a);
  await loser.query(`
    create schema stock;
    create table stock."Odd ""Name""" (sku text, "Place's" int, quantity numeric(30, 10),
      primary key (sku, "Place's"));
    create table log (line text);
    insert into stock."Odd ""Name""" select 'sku-' || n, n, n from generate_series(1, 1200) n;
    insert into log values ('before')`);
  const load = await startLoad(a);
  await load.more(20);
  // A transaction that is open at the fork and commits after it: its id is older than the fork's.
  const early = await loser.query<{ id: string }>('select pg_current_xact_id()::text as id');
  expect(await awaitReplay(winner, await freshLsn(loser), 10_000)).toBe(true);

  // From here on nothing reaches the standby: it dials a port where nobody listens.
  await followUpstream(b, { ...upstreamOf(b, a), port: 9 });
  await expectNoReceiver();
  await load.more(30);
  await load.stop();
  await loser.query(`
    update stock."Odd ""Name""" set quantity = 12345678901234567890.0123456789 where sku = 'sku-7';
    delete from stock."Odd ""Name""" where sku = 'sku-1100';
    insert into log values ('after')`);
  await killPostgres(running);

  const promotion = await promote(winner);
  if (promotion === false) throw new Error('not promoted');
  expect(BigInt(promotion.oldestActiveTransactionId)).toBeGreaterThan(BigInt(early[0]?.id ?? 0));
  // What the winner writes by itself is no loss.
  await winner.query(`update stock."Odd ""Name""" set quantity = 0 where sku = 'sku-9'`);
  const present = new Set(await orderIds(winner));
  const lostIds = load.acked.filter((id) => !present.has(id));
  expect(lostIds.length).toBeGreaterThanOrEqual(30);
  expect(lostIds).toEqual(load.acked.slice(-lostIds.length));

  const told: (ProcessIdentity | null)[] = [];
  const request: SalvageRequest = {
    installation: lab.installation,
    superuserPassword: passwords.superuser,
    name: 'orders-db@us-east-1a-epoch-1',
    dataFolder: a.dataFolder,
    salvageFolder: join(lab.folder, 'salvage'),
    oldestActiveTransactionId: promotion.oldestActiveTransactionId,
    winner: winner.query,
    onProgram: (identity) => told.push(identity),
  };
  const kept = await salvage(request);
  const { rows } = JSON.parse(await readFile(kept.file, 'utf8')) as { rows: ListedRow[] };
  expect(
    rows.filter(({ table }) => table === 'public.orders').map(({ state, key }) => [state, key.id]),
  ).toEqual(lostIds.map((id) => ['absent', id]));
  const odd = rows.filter(({ table }) => table !== 'public.orders');
  expect(odd.map(({ table, state, key }) => ({ table, state, key }))).toEqual([
    { table: 'stock."Odd ""Name"""', state: 'different', key: { sku: 'sku-7', "Place's": 7 } },
    { table: 'stock."Odd ""Name"""', state: 'deleted', key: { sku: 'sku-1100', "Place's": 1100 } },
  ]);
  // Digits that a JavaScript number would lose.
  expect(await readFile(kept.file, 'utf8')).toContain('12345678901234567890.0123456789');
  expect(kept).toMatchObject({ lost: lostIds.length + 2, tablesWithoutKey: ['public.log'] });

  // Whoever ends the lab meanwhile finds the server on the kept copy.
  expect(told).toEqual([expect.objectContaining({ pid: expect.any(Number) }), null]);
  expect(existsSync(a.dataFolder)).toBe(false);
  expect(existsSync(join(kept.folder, 'data', 'PG_VERSION'))).toBe(true);
  expect(await processesIn(join(kept.folder, 'data'))).toEqual([]);
  // A repeat answers the same, and asks nobody.
  const silent = () => Promise.reject(new Error('asked again'));
  expect(await salvage({ ...request, winner: silent })).toEqual(kept);

  // Without knowing the fork every row is compared: the winner's own update shows as well.
  const all = await salvage({
    ...request,
    name: 'all',
    oldestActiveTransactionId: null,
    dataFolder: join(kept.folder, 'data'),
  });
  expect(all.tables.find(({ table }) => table.startsWith('stock'))).toMatchObject({
    absent: 0,
    different: 2,
    deleted: 0,
  });

  async function expectNoReceiver(): Promise<void> {
    for (;;) {
      const rows = await loser.query('select from pg_stat_replication');
      if (rows.length === 0) return;
    }
  }
});
