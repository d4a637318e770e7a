import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DirectAck, lostWrites, type RequestRecord } from '@outrigger/report';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startProxy } from '../agent/proxy.ts';
import { monotonicMs } from '../control/clock.ts';
import { labTiming } from '../lab-timing.ts';
import type { DatabaseMemberLayout, LabLayout } from '../layout.ts';
import { type AdminClient, socketPath } from '../postgres/client.ts';
import { passwords, type TestLab, testLab } from '../postgres/test-lab.ts';
import type { PostgresNode } from '../postgres/types.ts';
import { findFreePorts } from '../processes/free-ports.ts';
import { auditWrites } from './audit.ts';
import { startDirectClients } from './direct.ts';
import { keptKeys, readSalvaged } from './salvaged.ts';

let lab: TestLab;
let admin: AdminClient;
let layout: LabLayout;
const proxies: Awaited<ReturnType<typeof startProxy>>[] = [];
const members: DatabaseMemberLayout[] = [];

async function serve(
  node: PostgresNode,
  region: string,
  zone: string,
  port: number,
): Promise<void> {
  proxies.push(await startProxy({ port, socketPath: () => socketPath(node), gate: () => 'pass' }));
  members.push({
    id: node.name,
    region,
    zone,
    proxyPort: port,
    postgresPort: node.port,
    atStart: true,
  });
}

beforeAll(async () => {
  lab = await testLab();
  const free = await findFreePorts(3);
  if ('problem' in free) throw new Error(free.problem.wrong);
  const { first } = free.value;
  const writer = await lab.member('orders-db@us-east-1a');
  const standby = await lab.member('orders-db@us-west-2a');
  await lab.writer(writer);
  admin = lab.admin(writer);
  await admin.query(`
    create table orders (id bigserial primary key, key text not null, client text not null,
      number integer not null, sku text not null, quantity integer not null, picture text,
      epoch bigint not null, region text not null, created_at timestamptz not null default now());
    create table pictures (sha256 text, key text not null, bytes integer not null,
      epoch bigint not null, region text not null);
    grant select on orders, pictures to storefront`);
  await lab.standby(standby, writer);
  // The standby comes first, and the last member's port has nobody behind it.
  await serve(standby, 'us-west-2', 'us-west-2a', first);
  await serve(writer, 'us-east-1', 'us-east-1a', first + 1);
  members.push({ ...(members[0] as DatabaseMemberLayout), id: 'dead', proxyPort: first + 2 });
  const stateFolder = join(lab.folder, 'state');
  await mkdir(join(stateFolder, 'secrets'), { recursive: true });
  await writeFile(join(stateFolder, 'secrets', 'postgres-application'), passwords.application);
  layout = {
    schemaVersion: 1,
    platform: 'test',
    platformDigest: '',
    seed: 1,
    folded: [],
    regions: [],
    witness: { port: 0 },
    entry: { port: 0, controlPort: 0 },
    links: { controlPort: 0, tunnels: [] },
    timing: labTiming,
    stateFolder,
    databases: [
      { component: 'orders-db', kind: 'aurora', members, writerAtStart: '', standbyAtStart: null },
    ],
    fileStores: [
      {
        component: 'pictures',
        regions: ['us-east-1', 'us-west-2'].map((region) => ({
          region,
          folder: join(stateFolder, 'regions', region, 'pictures'),
        })),
      },
    ],
  };
});

afterAll(async () => {
  for (const proxy of proxies) await proxy.close();
  await lab.close();
});

beforeEach(async () => {
  await admin.query('truncate orders, pictures restart identity');
});

/** An acknowledged order of client `c<n mod 20>`, one each 5 ms. */
function order(index: number): RequestRecord {
  const client = `c${String((index % 20) + 1).padStart(2, '0')}`;
  const number = Math.floor(index / 20) + 1;
  return {
    dueMs: index * 5,
    endMs: index * 5 + 4,
    operation: 'write',
    client,
    number,
    key: `run.${client}.${number}`,
    outcome: 'acked',
    status: 201,
    epoch: 1,
    region: 'us-east-1',
    picture: null,
  };
}

async function upload(number: number): Promise<RequestRecord> {
  const content = `picture ${number}`;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const folder = join(layout.stateFolder, 'regions', 'us-east-1', 'pictures', sha256.slice(0, 2));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, sha256), content);
  return {
    ...order(number * 20),
    operation: 'upload',
    number,
    key: `run.c01.p${number}`,
    picture: sha256,
  };
}

async function store(requests: readonly RequestRecord[]): Promise<void> {
  const rows = requests.map(({ key, client, number, picture, operation }) => ({
    key,
    client,
    number,
    picture,
    operation,
  }));
  await admin.query(
    `insert into orders (key, client, number, sku, quantity, picture, epoch, region)
     select key, client, number, 'rope', 1, picture, 1, 'us-east-1'
     from jsonb_to_recordset($1)
        as t(key text, client text, number int, picture text, operation text)
     where operation = 'write'`,
    [JSON.stringify(rows)],
  );
  await admin.query(
    `insert into pictures (sha256, key, bytes, epoch, region)
     select picture, key, 9, 1, 'us-east-1'
     from jsonb_to_recordset($1) as t(key text, picture text, operation text)
     where operation = 'upload'`,
    [JSON.stringify(rows)],
  );
}

describe('the audit through the writer’s proxy', () => {
  it('finds every one of 20,000 writes, asking the one member that writes', async () => {
    const requests = Array.from({ length: 20_000 }, (_, index) => order(index));
    await store(requests);
    const result = await auditWrites({ layout, run: 'run', requests });
    expect(result.writers).toEqual([{ member: 'orders-db@us-east-1a', epoch: 1 }]);
    expect(result.region).toBe('us-east-1');
    expect(result.rows).toBe(20_000);
    expect(result.findings.found.size).toBe(20_000);
    expect(result.findings.lost.size).toBe(0);
    expect(result.findings.outOfOrder).toEqual([]);
  });

  it('lists forged losses, duplicates, alterations and disorder, each once', async () => {
    const requests = Array.from({ length: 400 }, (_, index) => order(index));
    const at = (index: number): RequestRecord => requests[index] as RequestRecord;
    const refused = { ...order(400), outcome: 'refused' as const };
    const unknown = { ...order(401), outcome: 'unknown' as const };
    await store([...requests, refused, unknown, { ...order(500), key: 'other.c01.1' }, order(600)]);
    await admin.query('delete from orders where key = any($1)', [[at(7).key, at(39).key]]);
    await admin.query(
      'insert into orders select nextval($2), key, client, number, sku, quantity, picture, ' +
        'epoch, region from orders where key = $1',
      [at(50).key, 'orders_id_seq'],
    );
    await admin.query("update orders set picture = 'another' where key = $1", [at(60).key]);
    await admin.query('update orders set id = -1 where key = $1', [at(300).key]);
    const ledger = [...requests, refused, unknown];
    const { findings } = await auditWrites({ layout, run: 'run', requests: ledger });
    expect([...findings.lost].sort()).toEqual(
      [
        [at(7).key, 'row'],
        [at(39).key, 'row'],
        [at(60).key, 'altered'],
      ].sort(),
    );
    expect(findings.duplicated).toEqual([at(50).key]);
    expect(findings.outOfOrder).toEqual([at(300).key]);
    expect(findings.refusedPresent).toEqual([refused.key]);
    expect(findings.unknownPresent).toEqual([unknown.key]);
    expect(findings.unlisted).toBe(1);
  });

  it('wants the row, and the whole file in the writer’s region', async () => {
    const uploads = [await upload(1), await upload(2), await upload(3), await upload(4)];
    const [, noRow, noFile, torn] = uploads as [
      RequestRecord,
      RequestRecord,
      RequestRecord,
      RequestRecord,
    ];
    const orders = uploads.map(({ picture }, index) => ({ ...order(index), picture }));
    await store([...uploads.filter((each) => each !== noRow), ...orders]);
    const pathOf = ({ picture }: RequestRecord): string =>
      join(
        layout.stateFolder,
        'regions/us-east-1/pictures',
        `${picture}`.slice(0, 2),
        `${picture}`,
      );
    await rm(pathOf(noFile));
    await writeFile(pathOf(torn), 'pict');
    const requests = [...uploads, ...orders];
    const { findings } = await auditWrites({ layout, run: 'run', requests });
    expect(Object.fromEntries(findings.lost)).toEqual({
      [`${noRow.key}`]: 'row',
      [`${noFile.key}`]: 'file',
      [`${torn.key}`]: 'file',
    });
    expect(findings.dangling.map(({ to }) => to).sort()).toEqual(
      [`picture ${noRow.picture}`, `file ${noFile.picture}`, `file ${torn.picture}`].sort(),
    );

    const salvage = join(layout.stateFolder, 'salvage');
    await mkdir(join(salvage, 'orders-db@us-east-1a-2'), { recursive: true });
    await mkdir(join(salvage, 'pictures@us-east-1'), { recursive: true });
    await writeFile(
      join(salvage, 'orders-db@us-east-1a-2', 'lost-writes.json'),
      JSON.stringify({
        rows: [
          { table: 'public.pictures', state: 'absent', key: {}, row: { key: noRow.key } },
          { table: 'public.orders', state: 'deleted', key: {}, row: null },
        ],
      }),
    );
    await writeFile(join(salvage, 'pictures@us-east-1', `${noFile.picture}`), '');
    const kept = keptKeys(requests, findings, await readSalvaged(layout.stateFolder));
    expect([...kept].sort()).toEqual([noRow.key, noFile.key].sort());
    const listed = lostWrites(requests, findings, kept, 1_000);
    expect(listed.map(({ key, salvaged }) => [key, salvaged])).toEqual([
      [noRow.key, true],
      [noFile.key, true],
      [torn.key, false],
    ]);
  });

  it('says so when there is no writer to ask', async () => {
    const databases = layout.databases.map((database) => ({
      ...database,
      members: database.members.filter((member) => member.id !== 'orders-db@us-east-1a'),
    }));
    await expect(
      auditWrites({ layout: { ...layout, databases }, run: 'run', requests: [] }),
    ).rejects.toThrow('orders-db has no writer that answers');
  });
});

describe('direct clients', () => {
  it('make their connection writable, come back after a loss, report each epoch', async () => {
    await admin.query("alter role storefront set default_transaction_read_only = 'on'");
    const acks: DirectAck[] = [];
    let news = (): void => {};
    const clients = startDirectClients({
      targets: members.map(({ id, proxyPort }) => ({ member: id, proxyPort })),
      password: passwords.application,
      intervalMs: 5,
      answeredAtMs: monotonicMs,
      originMs: 0,
      onAck: (ack) => {
        acks.push(ack);
        news();
      },
    });
    const until = async (isSo: () => boolean): Promise<void> => {
      while (!isSo()) {
        await new Promise<void>((resolve) => {
          news = resolve;
        });
      }
    };
    try {
      await until(() => acks.length >= 20);
      const before = acks.length;
      for (const proxy of proxies) proxy.disconnect();
      await until(() => acks.length >= before + 20);
      await admin.query('update outrigger.epoch set epoch = 2');
      await until(() => acks.filter((ack) => ack.epoch === 2).length >= 5);
    } finally {
      clients.stop();
      await admin.query('update outrigger.epoch set epoch = 1');
    }
    expect(new Set(acks.map((ack) => ack.member))).toEqual(new Set(['orders-db@us-east-1a']));
    const [row] = await admin.query<{ count: string }>(
      "select count(distinct number) from outrigger.probe where source = 'direct'",
    );
    expect(Number(row?.count)).toBeGreaterThanOrEqual(acks.length);
  });
});
