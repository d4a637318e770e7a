import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  freePort,
  type Pair,
  prepareTemplate,
  startPair,
  type Template,
  until,
} from '../../testing/postgres.ts';
import { type Running, startService } from '../../testing/process.ts';
import { sendOrder } from '../../testing/system.ts';

const token = 'a-token-for-tests';
let folder: string;
let template: Template;
let pair: Pair;
/** With a database and a file store; in front of it, with neither; and one that needs nothing. */
let behind: Running;
let front: Running;
let alone: Running;
/** All of it in one process, in a region that is not admitted yet. */
let whole: Running;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'storefront-stand-in-'));
  writeFileSync(join(folder, 'token'), token, { mode: 0o600 });
  template = await prepareTemplate();
  pair = await startPair(template);
  const common = { CONTROL_TOKEN_FILE: join(folder, 'token') };
  const stores = {
    ...common,
    DATABASE_URLS: [pair.writer.url.href, pair.standby.url.href].join(','),
    CONNECTIONS: '2',
  };
  const wayIn = async () => ({ HOLDS_WRITES: 'true', PORT: String(await freePort()) });
  [behind, alone, whole] = await Promise.all([
    startService('stand-in', { ...stores, FILE_STORE_FOLDER: join(folder, 'files') }),
    startService('stand-in', common),
    startService('stand-in', { ...stores, ...(await wayIn()), ADMITTED_AT_START: 'false' }),
  ]);
  front = await startService('stand-in', {
    ...common,
    ...(await wayIn()),
    ADMITTED_AT_START: 'true',
    ORDERS_URLS: behind.base,
    PICTURES_URLS: behind.base,
  });
  await until(async () => (await statusOf(front, '/readyz')) === 200);
});

afterAll(async () => {
  await Promise.all([behind, front, alone, whole].map((service) => service.stop()));
  await pair.stop();
  template.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function statusOf({ base }: Running, path: string): Promise<number> {
  const response = await fetch(`${base}${path}`);
  await response.body?.cancel();
  return response.status;
}

function upload({ base }: Running, key: string): Promise<Response> {
  const headers = { 'idempotency-key': key };
  return fetch(`${base}/api/pictures`, { method: 'POST', headers, body: Buffer.from(key) });
}

test('without a database it passes on what clients ask to the service behind it', async () => {
  const written = await sendOrder(front.base, 1);
  expect(written.status).toBe(201);
  expect(written.headers.get('x-outrigger-epoch')).toBe('1');
  const { id } = (await written.json()) as { readonly id: number };
  expect(await statusOf(behind, `/api/orders/${id}`)).toBe(200);
  expect(await statusOf(front, '/api/catalog/paddle')).toBe(200);
  expect((await upload(front, 'picture')).status).toBe(201);
});

test('a way in is ready only while its region is admitted, and obeys the plan', async () => {
  expect(await statusOf(whole, '/healthz')).toBe(200);
  expect(await statusOf(whole, '/readyz')).toBe(503);
  const admitted = await fetch(`${whole.base}/control/admit`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ epoch: 1, ready: true }),
  });
  expect(admitted.status).toBe(200);
  await until(async () => (await statusOf(whole, '/readyz')) === 200);
  expect((await sendOrder(whole.base, 2)).status).toBe(201);
});

test('pictures are taken only where a file store is', async () => {
  expect((await upload(whole, 'no-store')).status).toBe(404);
  expect((await upload(behind, 'store')).status).toBe(201);
});

test('one that stays behind is ready by its database alone, and nobody commands it', async () => {
  expect(await statusOf(behind, '/readyz')).toBe(200);
  expect(await statusOf(behind, '/control/state')).toBe(404);
});

test('whatever it plays, there is a page', async () => {
  for (const service of [behind, front, alone, whole]) {
    expect(await statusOf(service, '/')).toBe(200);
  }
  expect(await statusOf(alone, '/readyz')).toBe(200);
  expect(await statusOf(alone, '/api/catalog')).toBe(404);
});
