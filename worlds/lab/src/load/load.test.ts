import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RequestRecord } from '@outrigger/report';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { monotonicMs } from '../control/clock.ts';
import { type Attempt, describeProblem } from '../processes/problem.ts';
import { readRequests } from './ledger.ts';
import { type Load, type LoadStart, startLoad } from './load-process.ts';
import type { LoadStatus } from './messages.ts';

/** How the entry under test answers; changed by a test between two marks. */
type Manner =
  | 'well'
  | 'hang'
  | 'reset'
  | 'reset-body'
  | 'refuse'
  | 'gone'
  | 'old-epoch'
  | 'plain-503'
  | 'no-shop'
  | 'no-epoch'
  | 'no-pictures';

/** An entry with a shop behind it that misbehaves on cue, and remembers every write it was sent. */
function startShop() {
  const shop = {
    manner: 'well' as Manner,
    epoch: 2,
    received: [] as string[],
    /** In which manner each write was answered. */
    answeredIn: new Map<string, Manner>(),
    hanging: 0,
    /** Called after each request. */
    news: () => {},
    bodies: new Map<string, string>(),
  };
  const answer = (response: ServerResponse, status: number, body: object): void => {
    response.writeHead(status, {
      'content-type': 'application/json',
      'x-outrigger-epoch': String(shop.manner === 'old-epoch' ? shop.epoch - 1 : shop.epoch),
      'x-outrigger-region': 'east',
    });
    response.end(JSON.stringify(body));
  };
  const handle = (request: IncomingMessage, response: ServerResponse, body: Buffer): void => {
    const isWrite = request.method === 'POST';
    const key = request.headers['idempotency-key'];
    if (isWrite && typeof key === 'string') {
      shop.received.push(key);
      shop.answeredIn.set(key, shop.manner);
      shop.bodies.set(key, body.toString('latin1'));
    }
    if (shop.manner === 'no-shop') {
      answer(response, 404, { error: `nothing answers ${request.method} ${request.url}` });
    } else if (shop.manner === 'no-epoch' && isWrite) {
      response.writeHead(201).end('{}');
    } else if (shop.manner === 'no-pictures' && request.url === '/api/pictures') {
      answer(response, 404, {});
    } else if (request.url === '/api/catalog') {
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
      answer(response, isWrite ? 201 : 200, isWrite ? { id: shop.received.length, key } : {});
    }
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (shop.manner === 'hang') shop.hanging += 1;
      handle(request, response, Buffer.concat(chunks));
      shop.news();
    });
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

/** A gentle load: what is tested is what it concludes, on a machine that may be busy. */
async function load(run: string, options: Partial<LoadStart> = {}): Promise<Load> {
  const started = await begin(run, options);
  if ('problem' in started) throw new Error(describeProblem(started.problem));
  return started.value;
}

function begin(run: string, options: Partial<LoadStart> = {}): Promise<Attempt<Load>> {
  return startLoad(join(folder, 'state'), {
    run,
    runFolder: join(folder, run),
    directIntervalMs: null,
    statusMs: 50,
    writesPerSecond: 60,
    readsPerSecond: 30,
    clients: 4,
    ...options,
  });
}

const since = (running: Load): number => monotonicMs() - running.originMs;
const isWrite = (request: RequestRecord): boolean => request.operation !== 'read';

/** Resolves when the shop says so, asked after each request. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await new Promise<void>((resolve) => {
      shop.news = resolve;
    });
  }
}

/** Resolves when a status line says so. */
function untilStatus(running: Load, isSo: (status: LoadStatus) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const off = running.onStatus((status) => {
      if (!isSo(status)) return;
      off();
      resolve();
    });
  });
}

describe('the load process', () => {
  it('keeps its rates and numbers each client without a gap; its ledger is true', async () => {
    shop.manner = 'well';
    const rates = { writesPerSecond: 200, readsPerSecond: 200, clients: 20 };
    const running = await load('steady', { warmUpMs: 100, ...rates });
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
    const all = await running.requests();
    expect(all).toHaveLength(summary.answered + summary.failed);
    expect(requests.some((request) => request.outcome === 'acked')).toBe(true);
    for (const client of new Set(requests.map((request) => request.client))) {
      const own = requests.filter((r) => r.client === client && r.operation === 'write');
      const numbers = own.map((request) => request.number).sort((a, b) => a - b);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
    const written = requests.filter(isWrite).map((request) => request.key as string);
    expect(new Set(written).size).toBe(written.length);
    const acked = requests.filter((request) => isWrite(request) && request.outcome === 'acked');
    const received = new Set(shop.received);
    expect(acked.every((request) => received.has(request.key as string))).toBe(true);
    // The warm-up wrote too, under names of its own, and is in no ledger.
    expect(shop.received.some((key) => key.startsWith('steady.w'))).toBe(true);
    expect(requests.some((request) => request.client.startsWith('w'))).toBe(false);
  });

  it('refers to pictures that the same client had uploaded before', async () => {
    const running = await load('pictures', { uploadsPerSecond: 20 });
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

  it('concludes from each failure what can be known, and never sends a write twice', async () => {
    shop.received.length = 0;
    const running = await load('faults');
    const manners = ['hang', 'reset', 'reset-body', 'refuse', 'plain-503', 'old-epoch'] as const;
    for (const manner of ['well', ...manners] as const) {
      shop.manner = manner;
      const inManner = (): number =>
        [...shop.answeredIn.entries()].filter(
          ([key, which]) => key.startsWith('faults.c') && which === manner,
        ).length;
      await until(() => inManner() >= 12);
    }
    shop.manner = 'well';
    await running.reached('served', since(running));
    await running.stop();
    const writes = (await running.requests()).filter(isWrite);
    expect(new Set(shop.received).size).toBe(shop.received.length);
    const status = { hang: null, reset: null, 'reset-body': null, refuse: 503, 'plain-503': 503 };
    for (const write of writes) {
      const manner = shop.answeredIn.get(write.key as string);
      if (manner === undefined) expect(write.outcome).toBe('refused');
      else if (write.status === null) expect(write.outcome).toBe('unknown');
      else if (manner === 'refuse') expect(write.outcome).toBe('refused');
      else if (manner === 'well') expect(write.outcome).toBe('acked');
      else expect(write.outcome).toBe('unknown');
      if (manner !== undefined && manner in status && write.status !== null) {
        expect(write.status).toBe(Reflect.get(status, manner));
      }
      if (manner === 'old-epoch' && write.status !== null) expect(write.status).toBe(201);
      if (manner === 'hang') expect(write.endMs - write.dueMs).toBeGreaterThanOrEqual(2_000);
    }
    const outcomes = (manner: Manner): ReadonlySet<string> =>
      new Set(
        writes
          .filter((write) => shop.answeredIn.get(write.key as string) === manner)
          .map((write) => write.outcome),
      );
    for (const manner of manners) {
      expect(outcomes(manner)).toContain(manner === 'refuse' ? 'refused' : 'unknown');
    }
  });

  it('goes on sending while everything hangs: more hang than there are clients', async () => {
    const running = await load('open-loop');
    await running.reached('served', 0);
    shop.hanging = 0;
    shop.manner = 'hang';
    await until(() => shop.hanging >= 60);
    shop.manner = 'well';
    const servedMs = since(running);
    await running.reached('served', servedMs);
    await running.stop();
    const unanswered = (await running.requests()).filter(
      (request) => request.outcome === 'unknown',
    );
    expect(unanswered.length).toBeGreaterThanOrEqual(60);
    expect(new Set(unanswered.map((request) => request.client)).size).toBe(4);
  });

  it('counts what could not be sent as refused: nobody listens', async () => {
    const running = await load('refused');
    await running.reached('served', 0);
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await untilStatus(running, (status) => (status.errors.connect ?? 0) > 0);
    const fromMs = since(running);
    let failed = 0;
    await untilStatus(running, (status) => {
      failed += status.errors.connect ?? 0;
      return failed >= 10;
    });
    const toMs = since(running);
    await listen(port);
    expect(await running.reached('served', toMs)).toBeGreaterThan(toMs);
    await running.stop();
    const unsent = (await running.requests()).filter(
      (request) => request.dueMs > fromMs && request.endMs < toMs,
    );
    expect(unsent.length).toBeGreaterThan(0);
    expect(new Set(unsent.map((request) => request.outcome))).toEqual(new Set(['refused']));
    expect(unsent.some(({ key }) => key !== null && shop.received.includes(key))).toBe(false);
  });

  it('ends with the one who started it, and leaves a whole ledger', async () => {
    const runFolder = join(folder, 'orphan');
    const options = { run: 'orphan', runFolder, directIntervalMs: null };
    const main = fileURLToPath(new URL('./main.ts', import.meta.url));
    const child = spawn(process.execPath, [main, join(folder, 'state'), JSON.stringify(options)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let said = '';
    const ended = new Promise((resolve) => child.once('close', resolve));
    await new Promise<void>((resolve) => {
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('"type":"status"')) resolve();
      });
    });
    child.stdin?.end();
    expect(await ended).toBe(0);
    const last = JSON.parse(said.trimEnd().split('\n').at(-1) ?? '') as {
      answered: number;
      failed: number;
    };
    const requests = await readRequests(join(runFolder, 'requests.ndjson'));
    expect(last).toMatchObject({ type: 'stopped' });
    expect(requests).toHaveLength(last.answered + last.failed);
  });

  it.each([
    ['no-shop', 'GET /api/catalog: status 404: {"error":"nothing answers GET /api/catalog"}'],
    ['no-epoch', 'POST /api/orders: status 201: {}: it names no epoch'],
  ] as const)('does not begin where clients are not served: %s', async (manner, said) => {
    shop.manner = manner;
    const started = await begin(manner);
    shop.manner = 'well';
    if (!('problem' in started)) throw new Error('it began');
    expect(describeProblem(started.problem)).toContain(said);
    expect(started.problem.mend).toContain('docs/your-own-service.md');
  });

  it('uploads nothing where nobody takes pictures, and says so', async () => {
    shop.manner = 'no-pictures';
    const running = await load('no-pictures', { uploadsPerSecond: 20 });
    expect(running.withoutUploads).toBe('POST /api/pictures was answered with 404');
    await running.reached('write', 500);
    await running.stop();
    shop.manner = 'well';
    const operations = (await running.requests()).map(({ operation }) => operation);
    expect(operations).toContain('write');
    expect(operations).not.toContain('upload');
  });

  it('says why it could not start', async () => {
    await expect(load('bad', { uploadsPerSecond: 500 })).rejects.toThrow('uploadsPerSecond: 500');
    await expect(
      startLoad(join(folder, 'nowhere'), { run: 'x', runFolder: join(folder, 'x') }),
    ).rejects.toThrow('layout.json');
  });
});
