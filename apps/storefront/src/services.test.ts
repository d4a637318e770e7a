import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  freePort,
  type Pair,
  prepareTemplate,
  startPair,
  type Template,
  until,
} from '../testing/postgres.ts';
import { startService } from '../testing/process.ts';
import { type System, sendOrder, startSystem } from '../testing/system.ts';
import { services } from './index.ts';

let template: Template;
let pair: Pair;
let east: System;
let west: System;

/**
 * Two regions over one database: what is tested is the way that a request takes. The second
 * region's services stand for those behind the other end of the link.
 */
beforeAll(async () => {
  template = await prepareTemplate();
  pair = await startPair(template);
  const [eastPort, westPort] = [await freePort(), await freePort()];
  const databases = [pair.writer.url, pair.standby.url];
  east = await startSystem({
    region: 'us-east-1',
    databases,
    admitted: true,
    port: eastPort,
    remotes: `us-west-2=http://127.0.0.1:${westPort}`,
  });
  west = await startSystem({
    region: 'us-west-2',
    databases,
    admitted: false,
    port: westPort,
    remotes: `us-east-1=http://127.0.0.1:${eastPort}`,
  });
});

afterAll(async () => {
  await Promise.all([east, west].map((system) => system.stop()));
  await pair.stop();
  template.remove();
});

describe('the public API', () => {
  it('writes an order once, and says who did', async () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const first = await sendOrder(east.gateway.base, 1, { traceparent });
    expect(first.status).toBe(201);
    expect(first.headers.get('x-trace-id')).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    expect(first.headers.get('x-outrigger-epoch')).toBe('1');
    expect(first.headers.get('x-outrigger-region')).toBe('us-east-1');
    const body = (await first.json()) as { readonly id: number };
    expect(body).toEqual({ id: body.id, key: 'key-1', epoch: 1, region: 'us-east-1' });
    const repeat = await sendOrder(east.gateway.base, 1);
    expect(repeat.status).toBe(200);
    expect(await repeat.json()).toEqual(body);
    const read = await fetch(`${east.gateway.base}/api/orders/${body.id}`);
    expect(await read.json()).toMatchObject({ ...body, client: 'client', number: 1 });
  });

  it('sells what the catalogue has', async () => {
    const response = await fetch(`${east.gateway.base}/api/catalog`);
    const { items } = (await response.json()) as { readonly items: readonly { sku: string }[] };
    expect(items.map(({ sku }) => sku)).toContain('float');
    expect((await fetch(`${east.gateway.base}/api/catalog/float`)).status).toBe(200);
    expect((await fetch(`${east.gateway.base}/api/catalog/submarine`)).status).toBe(404);
  });

  it('keeps a picture and gives it back, long ones too', async () => {
    for (const [index, bytes] of [200, 300_000].entries()) {
      const picture = Buffer.alloc(bytes, index + 1);
      const upload = (): Promise<Response> =>
        fetch(`${east.gateway.base}/api/pictures`, {
          method: 'POST',
          headers: { 'idempotency-key': `picture-${index}` },
          body: picture,
        });
      const sha256 = createHash('sha256').update(picture).digest('hex');
      const first = await upload();
      expect(first.status).toBe(201);
      expect(await first.json()).toEqual({ sha256, epoch: 1, region: 'us-east-1' });
      expect((await upload()).status).toBe(200);
      const read = await fetch(`${east.gateway.base}/api/pictures/${sha256}`);
      expect(read.headers.get('cache-control')).toContain('immutable');
      expect(Buffer.from(await read.arrayBuffer()).equals(picture)).toBe(true);
      // The row is there, the file is in the other region's store.
      const dangling = await fetch(`${west.gateway.base}/api/pictures/${sha256}`);
      expect(dangling.status).toBe(404);
      expect(await dangling.json()).toMatchObject({
        error: expect.stringContaining('was stored in us-east-1'),
      });
    }
  });

  it.each([
    ['no key', {}, '{}', 400],
    ['no JSON', { 'idempotency-key': 'k' }, 'x', 400],
    ['no client', { 'idempotency-key': 'k' }, '{"number":1,"sku":"a","quantity":1}', 400],
    ['too long', { 'idempotency-key': 'k' }, ' '.repeat(20_000), 413],
  ])('refuses a wrong order: %s', async (_, headers, body, status) => {
    const url = `${east.gateway.base}/api/orders`;
    const response = await fetch(url, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ outcome: 'refused' });
  });

  it('refuses what the catalogue does not have, and writes nothing', async () => {
    const order = (sku: string, headers: { readonly [name: string]: string } = {}) =>
      fetch(`${east.gateway.base}/api/orders`, {
        method: 'POST',
        headers: { 'idempotency-key': 'key-unsold', ...headers },
        body: JSON.stringify({ client: 'unsold', number: 1, sku, quantity: 1 }),
      });
    for (const headers of [{}, { 'x-outrigger-rehearsal': '1' }]) {
      const refused = await order('submarine', headers);
      expect(refused.status).toBe(422);
      expect(await refused.json()).toMatchObject({
        outcome: 'refused',
        error: 'there is no submarine in the catalogue',
      });
    }
    // The key is still free: for an order that can be served.
    expect((await order('paddle')).status).toBe(201);
    const other = await order('submarine');
    expect([other.status, (await other.json()).error]).toEqual([
      422,
      'this idempotency key was used for another order',
    ]);
  });

  it('is measured', async () => {
    for (const { base } of [east.gateway, east.orders, east.pictures, east.catalog]) {
      const text = await (await fetch(`${base}/metrics`)).text();
      expect(text).toMatch(/^build_info\{/m);
      expect(text).toMatch(/^http_request_duration_seconds_bucket\{/m);
    }
    const orders = await (await fetch(`${east.orders.base}/metrics`)).text();
    expect(orders).toMatch(/^database_member_writer\{.*\} 1$/m);
  });
});

describe('a planned handover', () => {
  it('holds, forwards and takes back without an error', async () => {
    const unauthorised = await fetch(`${east.gateway.base}/control/state`);
    expect(unauthorised.status).toBe(401);
    const direct = await sendOrder(west.gateway.base, 90);
    expect(direct.status).toBe(503);
    expect(await direct.json()).toMatchObject({ outcome: 'refused' });

    expect((await east.control('hold', { epoch: 2 })).body).toMatchObject({ inFlight: 0 });
    const held = [101, 102, 103].map((number) => sendOrder(east.gateway.base, number));
    await until(async () => {
      const answer = await east.control('hold', { epoch: 2 });
      return (answer.body as { readonly held: number }).held === 3;
    });
    // Reads go on during a hold.
    expect((await fetch(`${east.gateway.base}/api/catalog`)).status).toBe(200);
    expect((await east.control('release', { epoch: 2, to: 'us-west-2' })).status).toBe(200);
    for (const response of await Promise.all(held)) {
      expect(response.status).toBe(201);
      expect(response.headers.get('x-outrigger-region')).toBe('us-west-2');
    }
    expect(await (await sendOrder(east.gateway.base, 104)).json()).toMatchObject({
      region: 'us-west-2',
    });
    expect((await east.control('admit', { epoch: 1, ready: true })).status).toBe(409);
    expect((await west.control('admit', { epoch: 2, ready: true })).status).toBe(200);
    expect((await fetch(`${west.gateway.base}/readyz`)).status).toBe(200);
    expect((await east.control('admit', { epoch: 2, ready: false })).status).toBe(200);
    expect((await fetch(`${east.gateway.base}/readyz`)).status).toBe(503);
    expect((await sendOrder(west.gateway.base, 105)).status).toBe(201);

    expect((await east.control('admit', { epoch: 3, ready: true })).status).toBe(200);
    const back = await sendOrder(east.gateway.base, 106);
    expect(back.headers.get('x-outrigger-region')).toBe('us-east-1');
  });
});

describe('a scout', () => {
  it('is answered by a writer that is there, before anybody releases what waits', async () => {
    const taking = { epoch: 4, to: 'us-west-2', deadlineMs: 60_000 };
    expect((await west.control('hold', taking)).status).toBe(200);
    expect((await sendOrder(west.gateway.base, 107)).status).toBe(201);
    const state = await west.control('hold', taking);
    expect(state.body).toMatchObject({ mode: { kind: 'holding' }, held: 0 });
    expect((await west.control('release', { epoch: 4, to: 'us-east-1' })).status).toBe(200);
  });

  it('that meets no writer waits, and is written where it is sent at last', async () => {
    const readOnly = await startSystem({
      region: 'us-west-2',
      databases: [pair.standby.url],
      admitted: false,
      remotes: `us-east-1=${east.gateway.base}`,
    });
    try {
      const taking = { epoch: 5, to: 'us-west-2', deadlineMs: 60_000 };
      expect((await readOnly.control('hold', taking)).status).toBe(200);
      const order = sendOrder(readOnly.gateway.base, 108);
      // Only a scout waits for a writer there.
      await until(async () => {
        const metrics = await (await fetch(`${readOnly.orders.base}/metrics`)).text();
        return /^http_requests_total\{.*status="503".*\} [1-9]/m.test(metrics);
      });
      await until(async () => {
        const { body } = await readOnly.control('hold', taking);
        return (body as { readonly held: number }).held === 1;
      });
      expect((await readOnly.control('release', { epoch: 5, to: 'us-east-1' })).status).toBe(200);
      const answer = await order;
      expect(answer.status).toBe(201);
      expect(answer.headers.get('x-outrigger-region')).toBe('us-east-1');
    } finally {
      await readOnly.stop();
    }
  });
});

describe('a graceful stop', () => {
  it('answers what is in flight, and nobody loses an acknowledged write', async () => {
    const orders = await startService('orders', {
      DATABASE_URLS: pair.writer.url.href,
      LOG_LEVEL: 'info',
    });
    await until(async () => (await fetch(`${orders.base}/readyz`)).status === 200);
    const numbers = Array.from({ length: 200 }, (_, index) => 1000 + index);
    const sent = numbers.map(async (number) => {
      const response = await sendOrder(orders.base, number).catch(() => null);
      return response?.ok === true ? number : null;
    });
    await Promise.race(sent);
    expect(await orders.stop()).toBe(0);
    const acked = (await Promise.all(sent)).filter((number) => number !== null);
    expect(acked.length).toBeGreaterThan(0);
    const rows = await pair.writer.query('select number from orders where number >= 1000');
    const present = new Set(rows.map(({ number }) => number));
    expect(acked.filter((number) => !present.has(number))).toEqual([]);
  });

  it('ends on SIGINT too', async () => {
    const web = await startService('web', {});
    const page = await fetch(web.base);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await web.stop('SIGINT')).toBe(0);
  });
});

it('tells the lab what it needs to start each service', () => {
  for (const { main, environment } of services) {
    expect(existsSync(main)).toBe(true);
    expect(environment.map(({ name }) => name)).toContain('PORT');
  }
});
