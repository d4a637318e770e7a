import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type Pair,
  prepareTemplate,
  startPair,
  type Template,
  until,
} from '../../testing/postgres.ts';
import { type Wire, wireTo } from '../../testing/wire.ts';
import { type NewOrder, placeOrder } from '../orders/orders.ts';
import { createDatabase, type Database, type databaseLimits } from './database.ts';
import { createLog } from './log.ts';
import { loadMigrations, migrate } from './migrations.ts';

const log = createLog({
  service: 'test',
  region: 'us-east-1',
  zone: 'us-east-1a',
  level: 'silent',
});
const migrations = loadMigrations(new URL('../../migrations/', import.meta.url));

function order(number: number): NewOrder {
  return {
    key: `key-${number}`,
    client: 'client',
    number,
    sku: 'paddle',
    quantity: 1,
    picture: null,
  };
}

/** A writer's successor is there when it is there: how busy the machine is decides no test. */
const patient = { writerWaitMs: 30_000, writeBudgetMs: 40_000, statementMs: 40_000 };

function open(
  urls: readonly URL[],
  connections: number,
  limits: Partial<typeof databaseLimits> = patient,
): Database {
  return createDatabase({
    urls,
    password: null,
    applicationName: 'test',
    connections,
    log,
    limits,
  });
}

describe('a database whose writer changes', () => {
  let template: Template;
  let pair: Pair;
  let wires: readonly [Wire, Wire];
  let database: Database;

  const openAll = (limits: Partial<typeof databaseLimits>): Database =>
    open(
      wires.map((wire) => wire.url),
      4,
      limits,
    );

  beforeAll(async () => {
    template = await prepareTemplate();
  });
  afterAll(() => template.remove());

  beforeEach(async () => {
    pair = await startPair(template);
    wires = [await wireTo(pair.writer.url), await wireTo(pair.standby.url)];
    database = openAll(patient);
    const signal = new AbortController().signal;
    expect(await migrate({ database, migrations, password: null, log, signal })).toBe(null);
    // The writer's are all there; to the standby, half of them.
    await until(() => wires[0].connections >= 4 && wires[1].connections >= 2);
    await until(async () => {
      const rows = await pair.standby.query("select to_regclass('orders') is not null as there");
      return rows[0]?.there === true;
    });
  });

  afterEach(async () => {
    database.close();
    await Promise.all(wires.map((wire) => wire.close()));
    await pair.stop();
  });

  /** With the limits of a service, which end what waits for ever here. */
  const reopen = async (): Promise<void> => {
    database.close();
    database = openAll({});
    await until(() => database.status().writer !== null);
  };

  const countOf = async (server: 'writer' | 'standby', key: string): Promise<number> => {
    const rows = await pair[server].query(
      `select count(*)::int as count from orders where key = '${key}'`,
    );
    return Number(rows[0]?.count);
  };

  it('knows the writer, and writes through it once a key', async () => {
    expect(database.status().writer).toBe(wires[0].url.host);
    const first = await placeOrder(database, 'us-east-1', order(1));
    const repeat = await placeOrder(database, 'us-east-1', order(1));
    expect(first.created).toBe(true);
    expect(repeat).toEqual({ ...first, created: false });
    expect(first.order.epoch).toBe(1);
    await expect(
      placeOrder(database, 'us-east-1', { ...order(1), quantity: 2 }),
    ).rejects.toMatchObject({ status: 422, outcome: 'refused' });
  });

  it('gives every one of many repeats at once the same row', async () => {
    const placed = await Promise.all(
      Array.from({ length: 20 }, () => placeOrder(database, 'us-east-1', order(1))),
    );
    expect(new Set(placed.map(({ order: { id } }) => id)).size).toBe(1);
    expect(placed.filter(({ created }) => created)).toHaveLength(1);
  });

  it('goes on over the warm connections when a dead writer has a successor', async () => {
    await placeOrder(database, 'us-east-1', order(1));
    const before = wires[1].accepted;
    await pair.writer.kill();
    await until(() => database.status().writer === null);
    const waiting = placeOrder(database, 'us-east-1', order(2));
    await pair.standby.promote(2);
    const placed = await waiting;
    // Promoted, but the agent may not have written the new epoch yet.
    expect([1, 2]).toContain(placed.answeredInEpoch);
    expect(database.status().writer).toBe(wires[1].url.host);
    // None of those that were there was made anew; the rest come one by one.
    expect(wires[1].accepted - before).toBeLessThanOrEqual(2);
    expect(await countOf('standby', 'key-1')).toBe(1);
    expect(await countOf('standby', 'key-2')).toBe(1);
  });

  it('finds the promoted writer for the first write in a region that was at rest', async () => {
    const standbyRegion = open([wires[1].url], 2);
    await until(() => standbyRegion.epoch === 1);
    expect(standbyRegion.status().writer).toBe(null);
    await pair.writer.kill();
    await pair.standby.promote(2);
    const placed = await placeOrder(standbyRegion, 'us-west-2', order(1));
    expect(placed.order).toMatchObject({ epoch: 2, region: 'us-west-2' });
    standbyRegion.close();
  });

  it('resolves an unknown outcome by the key, on the writer that follows', async () => {
    wires[0].mode = 'swallow';
    const placing = placeOrder(database, 'us-east-1', order(1));
    // Written, replicated, and its acknowledgement lost.
    await until(async () => (await countOf('standby', 'key-1')) === 1);
    await pair.writer.kill();
    await pair.standby.promote(2);
    const placed = await placing;
    expect(placed.created).toBe(false);
    expect(await countOf('standby', 'key-1')).toBe(1);
  });

  it('says unknown, not refused, when the writer dies in the middle and none follows', async () => {
    await reopen();
    wires[0].mode = 'swallow';
    const placing = placeOrder(database, 'us-east-1', order(1));
    const settled = expect(placing).rejects.toMatchObject({ status: 504, outcome: 'unknown' });
    await until(async () => (await countOf('standby', 'key-1')) === 1);
    await pair.writer.kill();
    await settled;
  });

  it('refuses when no writer appears, and says so', async () => {
    await reopen();
    await pair.writer.kill();
    await until(() => database.status().writer === null);
    await expect(placeOrder(database, 'us-east-1', order(1))).rejects.toMatchObject({
      status: 503,
      outcome: 'refused',
    });
    expect(await countOf('standby', 'key-1')).toBe(0);
  });

  it('leaves a frozen writer as soon as a newer one exists', async () => {
    await placeOrder(database, 'us-east-1', order(1));
    for (const wire of wires.slice(0, 1)) wire.mode = 'mute';
    const placing = placeOrder(database, 'us-east-1', order(2));
    await pair.standby.promote(2);
    const placed = await placing;
    expect(placed.order.key).toBe('key-2');
    expect(await countOf('standby', 'key-2')).toBe(1);
  });

  it('takes an acknowledgement of an old epoch for none', async () => {
    await pair.standby.promote(2);
    await until(() => database.epoch === 2);
    const placed = await placeOrder(database, 'us-east-1', order(1));
    expect(placed.order.epoch).toBe(2);
    // The old writer still takes writes, and is not asked.
    expect(database.status().writer).toBe(wires[1].url.host);
  });

  it('reads from another member when the first does not answer', async () => {
    wires[0].mode = 'mute';
    const rows = await database.read({
      text: 'select count(*)::int as count from catalog',
      values: [],
    });
    expect(rows[0]?.count).toBe(8);
  });
});
