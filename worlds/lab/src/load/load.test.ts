import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestRecord } from '@outrigger/report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monotonicMs } from '../control/clock.ts';
import { type Load, type LoadStart, startLoad } from './load-process.ts';

/** How the entry under test answers; changed by a test between two marks. */
type Manner =
  | 'well'
  | 'hang'
  | 'reset'
  | 'reset-body'
  | 'refuse'
  | 'gone'
  | 'old-epoch'
  | 'plain-503';

/** An entry with a shop behind it that misbehaves on cue, and remembers every write it was sent. */
function startShop() {
  const shop = {
    manner: 'well' as Manner,
    epoch: 2,
    received: [] as string[],
    bodies: new Map<string, string>(),
  };
  const answer = (response: ServerResponse, status: number, body: object): void => {
    response.writeHead(status, {
      'content-type': 'application/json',
      'x-outrigger-epoch': String(shop.epoch),
      'x-outrigger-region': 'east',
    });
    response.end(JSON.stringify(body));
  };
  const handle = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
    const isWrite = request.method === 'POST';
    const key = request.headers['idempotency-key'];
    if (isWrite && typeof key === 'string') {
      shop.received.push(key);
      shop.bodies.set(key, body.toString('latin1'));
    }
    if (request.url === '/api/catalog') {
      answer(response, 200, { items: [{ sku: 'tent' }, { sku: 'stove' }] });
    } else if (shop.manner === 'reset') {
      request.socket.resetAndDestroy();
    } else if (shop.manner === 'reset-body') {
      response.writeHead(201, { 'content-length': '100', 'x-outrigger-epoch': '2' });
      response.write('{"id":', () => request.socket.resetAndDestroy());
    } else if (shop.manner === 'refuse') {
      answer(response, 503, { error: 'no writer', outcome: 'refused' });
    } else if (shop.manner === 'plain-503') {
      response.writeHead(503).end('no healthy upstream');
    } else if (shop.manner !== 'hang') {
      const epoch = shop.manner === 'old-epoch' ? shop.epoch - 1 : shop.epoch;
      answer(
        response,
        isWrite ? 201 : 200,
        isWrite ? { id: shop.received.length, key, epoch } : {},
      );
    }
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => handle(request, response, Buffer.concat(chunks)));
    request.on('error', () => {});
  });
  return { shop, server };
}

const folder = mkdtempSync(join(tmpdir(), 'outrigger-load-'));
const { shop, server } = startShop();
let port = 0;

async function listen(wanted: number): Promise<void> {
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  await listen(0);
  mkdirSync(join(folder, 'state'), { recursive: true });
  const layout = {
    stateFolder: join(folder, 'state'),
    entry: { port, controlPort: 0 },
    databases: [],
  };
  writeFileSync(join(folder, 'state', 'layout.json'), JSON.stringify(layout));
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

function load(run: string, options: Partial<LoadStart> = {}): Promise<Load> {
  return startLoad(join(folder, 'state'), {
    run,
    runFolder: join(folder, run),
    directIntervalMs: null,
    timeoutMs: 300,
    statusMs: 50,
    ...options,
  });
}

const since = (running: Load): number => monotonicMs() - running.originMs;
const isWrite = (request: RequestRecord): boolean => request.operation !== 'read';

/** Serves in a manner from now until `answers` requests that were due since have ended in it. */
async function spell(running: Load, manner: Manner, failures: number): Promise<[number, number]> {
  await running.mark(`before ${manner}`);
  shop.manner = manner;
  const fromMs = since(running);
  let failed = 0;
  await new Promise<void>((resolve) => {
    const off = running.onStatus((status) => {
      failed += status.failed;
      if (failed < failures) return;
      off();
      resolve();
    });
  });
  const toMs = since(running);
  shop.manner = 'well';
  await running.reached('served', toMs);
  return [fromMs, toMs];
}

describe('the load process', () => {
  it('keeps its rates, numbers each client without a gap, and the ledger is what was answered', async () => {
    shop.manner = 'well';
    const running = await load('steady', { warmUpMs: 100 });
    const mark = await running.mark('before');
    await running.reached('write', mark.atMs + 1_500);
    const end = await running.mark('end');
    const summary = await running.stop();
    const requests = (await running.requests()).filter((request) => request.dueMs < end.atMs);
    const seconds = end.atMs / 1000;
    const count = (operation: string): number =>
      requests.filter((request) => request.operation === operation).length;
    expect(Math.abs(count('write') + count('upload') - 200 * seconds)).toBeLessThanOrEqual(3);
    expect(Math.abs(count('read') - 200 * seconds)).toBeLessThanOrEqual(2);
    expect(Math.abs(count('upload') - 4 * seconds)).toBeLessThanOrEqual(2);
    expect(requests.every((request) => request.outcome === 'acked')).toBe(true);
    expect(summary.failed).toBe(0);
    for (const client of new Set(requests.map((request) => request.client))) {
      const own = requests.filter((r) => r.client === client && r.operation === 'write');
      const numbers = own.map((request) => request.number).sort((a, b) => a - b);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
    const written = requests.filter(isWrite).map((request) => request.key as string);
    expect(new Set(written).size).toBe(written.length);
    expect(shop.received).toEqual(expect.arrayContaining(written));
    // The warm-up wrote too, under names of its own, and is in no ledger.
    expect(shop.received.some((key) => key.startsWith('steady.w'))).toBe(true);
    expect(requests.some((request) => request.client.startsWith('w'))).toBe(false);
  });

  it('refers to pictures that the same client had uploaded before', async () => {
    const running = await load('pictures', { uploadsPerSecond: 40, clients: 4 });
    await running.reached('write', 1_000);
    await running.stop();
    const requests = await running.requests();
    const referring = requests.filter((r) => r.operation === 'write' && r.picture !== null);
    expect(referring.length).toBeGreaterThan(0);
    for (const order of referring) {
      const upload = requests.find((r) => r.operation === 'upload' && r.picture === order.picture);
      expect(upload?.client).toBe(order.client);
      expect(upload?.endMs).toBeLessThanOrEqual(order.endMs);
      expect(shop.bodies.get(order.key as string)).toContain(order.picture);
    }
  });

  it('tells what it knows of a request that fails, and never sends one twice', async () => {
    shop.received.length = 0;
    const running = await load('faults');
    const spells = new Map<Manner, [number, number]>();
    for (const manner of [
      'hang',
      'reset',
      'reset-body',
      'refuse',
      'plain-503',
      'old-epoch',
    ] as const) {
      spells.set(manner, await spell(running, manner, 30));
    }
    await running.stop();
    const requests = await running.requests();
    const during = (manner: Manner): readonly RequestRecord[] => {
      const [fromMs, toMs] = spells.get(manner) as [number, number];
      return requests.filter((r) => r.dueMs > fromMs && r.endMs < toMs && r.outcome !== 'acked');
    };
    for (const manner of ['hang', 'reset', 'reset-body', 'plain-503'] as const) {
      expect(during(manner).length).toBeGreaterThan(10);
      expect(new Set(during(manner).map((request) => request.outcome))).toEqual(
        new Set(['unknown']),
      );
    }
    for (const request of during('hang')) {
      expect(request.endMs - request.dueMs).toBeGreaterThanOrEqual(300);
      expect(request.status).toBe(null);
    }
    expect(new Set(during('refuse').map((request) => request.outcome))).toEqual(
      new Set(['refused']),
    );
    expect(new Set(during('old-epoch').map((request) => request.operation))).not.toContain('read');
    expect(during('old-epoch').every((r) => r.status === 201 && r.outcome === 'unknown')).toBe(
      true,
    );
    expect(new Set(shop.received).size).toBe(shop.received.length);
    const sent = requests.filter(isWrite).map((request) => request.key as string);
    expect(new Set(sent)).toEqual(new Set(shop.received));
  });

  it('goes on sending at its rate while everything hangs', async () => {
    const running = await load('open-loop', { timeoutMs: 1_000 });
    await running.reached('served', 0);
    const [fromMs, toMs] = await spell(running, 'hang', 200);
    await running.stop();
    const due = (await running.requests()).filter((r) => r.dueMs > fromMs && r.dueMs < toMs);
    expect(due.length / ((toMs - fromMs) / 1000)).toBeGreaterThan(380);
    expect(due.filter(isWrite).every((r) => r.key !== null && shop.received.includes(r.key))).toBe(
      true,
    );
  });

  it('counts what could not be sent as refused: nobody listens', async () => {
    const running = await load('refused');
    await running.reached('served', 0);
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    const fromMs = since(running);
    await new Promise<void>((resolve) => {
      const off = running.onStatus((status) => {
        if ((status.errors.connect ?? 0) < 10) return;
        off();
        resolve();
      });
    });
    const toMs = since(running);
    await listen(port);
    const servedMs = await running.reached('served', toMs);
    expect(servedMs).toBeGreaterThan(toMs);
    await running.stop();
    const failed = (await running.requests()).filter((r) => r.dueMs > fromMs && r.dueMs < toMs);
    expect(failed.length).toBeGreaterThan(10);
    expect(new Set(failed.map((request) => request.outcome))).toEqual(new Set(['refused']));
    expect(failed.some((r) => r.key !== null && shop.received.includes(r.key))).toBe(false);
  });

  it('ends with the one who started it, and says why it could not start', async () => {
    await expect(load('bad', { uploadsPerSecond: 500 })).rejects.toThrow('uploadsPerSecond: 500');
    await expect(
      startLoad(join(folder, 'nowhere'), { run: 'x', runFolder: join(folder, 'x') }),
    ).rejects.toThrow('layout.json');
  });
});
