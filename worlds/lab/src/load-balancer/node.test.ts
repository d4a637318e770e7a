import { once } from 'node:events';
import { createServer as createHttpServer, type RequestListener, request } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { type LoadBalancerSettings, settingsDefault, startLoadBalancer } from './node.ts';
import { gatewayRoute, matchesPrefix, type RouteLayout } from './route.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A service whose readiness the test sets; it says when it has been asked for it. */
async function newService(name: string, listener?: RequestListener, port = 0) {
  const state = { ready: true, requests: 0 };
  const asked: (() => void)[] = [];
  const server = createHttpServer((incoming, response) => {
    if (incoming.url === '/readyz') {
      response.writeHead(state.ready ? 200 : 503).end('{}');
      for (const resolve of asked.splice(0)) resolve();
      return;
    }
    state.requests += 1;
    if (listener !== undefined) listener(incoming, response);
    else response.end(name);
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    state,
    server,
    zone: name,
    port: (server.address() as AddressInfo).port,
    /** Resolves when the load balancer has asked again and had time to read the answer. */
    async check() {
      for (let round = 0; round < 2; round++) {
        await new Promise<void>((resolve) => asked.push(resolve));
      }
    },
  };
}

const rarely = {
  ...settingsDefault.check,
  intervalMs: 60_000,
  unhealthyIntervalMs: 60_000,
  timeoutMs: 5_000,
};

async function newLoadBalancer(
  routes: readonly RouteLayout[],
  settings: Partial<LoadBalancerSettings> = {},
) {
  const port = await freePort();
  const balancer = await startLoadBalancer({
    inService: true,
    port,
    routes,
    gateway: gatewayRoute(routes, []),
    token: 'token',
    settings: {
      ...settingsDefault,
      check: { ...settingsDefault.check, intervalMs: 5, unhealthyIntervalMs: 5, timeoutMs: 5_000 },
      ...settings,
    },
  });
  closers.push(() => balancer.close());
  return {
    balancer,
    async ask(path: string, options: { method?: string; body?: Buffer; headers?: object } = {}) {
      const outgoing = request({
        port,
        path,
        agent: false,
        method: options.method ?? 'GET',
        headers: { ...options.headers },
      });
      outgoing.end(options.body);
      const [response] = await once(outgoing, 'response');
      return {
        status: response.statusCode as number,
        headers: response.headers as Record<string, string>,
        body: await text(response),
      };
    },
  };
}

const routeTo = (prefix: string, ...targets: { zone: string; port: number }[]): RouteLayout => ({
  prefix,
  component: 'gateway',
  targets: targets.map(({ zone, port }) => ({ zone, port, readyPath: '/readyz' })),
});

describe('routing', () => {
  test('goes by whole segments of the path', () => {
    expect(matchesPrefix('/api', '/api')).toBe(true);
    expect(matchesPrefix('/api/orders', '/api')).toBe(true);
    expect(matchesPrefix('/api?x', '/api')).toBe(true);
    expect(matchesPrefix('/apiary', '/api')).toBe(false);
    expect(matchesPrefix('/anything', '/')).toBe(true);
  });

  test('the longest prefix wins, its own zone first, else the other zone', async () => {
    const own = await newService('own');
    const other = await newService('other');
    const web = await newService('web');
    const { ask } = await newLoadBalancer([routeTo('/api', own, other), routeTo('/', web)]);
    await Promise.all([own.check(), other.check(), web.check()]);
    expect((await ask('/api/orders')).body).toBe('own');
    expect((await ask('/')).body).toBe('web');
    own.state.ready = false;
    await own.check();
    expect((await ask('/api/orders')).body).toBe('other');
    other.state.ready = false;
    await other.check();
    expect((await ask('/api/orders')).body).toBe('own');
  });
});

describe('health', () => {
  test('the node is ready if, and only if, a gateway is', async () => {
    const own = await newService('own');
    const other = await newService('other');
    const { ask } = await newLoadBalancer([routeTo('/api', own, other)]);
    await Promise.all([own.check(), other.check()]);
    expect((await ask('/readyz')).status).toBe(200);
    own.state.ready = false;
    await own.check();
    expect((await ask('/lb/healthz')).status).toBe(200);
    other.state.ready = false;
    await other.check();
    const answer = await ask('/readyz');
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.body)).toMatchObject({ ready: false });
    other.state.ready = true;
    await other.check();
    expect((await ask('/readyz')).status).toBe(200);
  });
});

describe('news', () => {
  test('a target that ends is known without waiting for the next check', async () => {
    const own = await newService('own');
    const other = await newService('other');
    const { ask, balancer } = await newLoadBalancer([routeTo('/api', own, other)], {
      check: rarely,
    });
    await balancer.checkNow();
    expect((await ask('/api')).body).toBe('own');
    const lost = new Promise((resolve) => own.server.close(resolve));
    own.server.closeAllConnections();
    await lost;
    const healths = async () =>
      JSON.parse((await ask('/lb/healthz')).body).routes[0].targets.map(
        (target: { healthy: boolean }) => target.healthy,
      );
    // The next check is a minute away: only the lost connection can have told.
    while ((await healths())[0]) await new Promise((resolve) => setImmediate(resolve));
    expect(await healths()).toEqual([false, true]);
    expect((await ask('/api')).body).toBe('other');
  });

  test('whoever holds the token may bring the checks forward', async () => {
    const own = await newService('own');
    own.state.ready = false;
    const { ask, balancer } = await newLoadBalancer([routeTo('/api', own)], { check: rarely });
    await balancer.checkNow();
    expect((await ask('/readyz')).status).toBe(503);
    own.state.ready = true;
    expect((await ask('/lb/check', { method: 'POST' })).status).toBe(401);
    expect((await ask('/readyz')).status).toBe(503);
    const headers = { authorization: 'Bearer token' };
    expect((await ask('/lb/check', { method: 'POST', headers })).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(200);
  });
});

describe('a request', () => {
  test('goes to the next target when none was connected, its body whole', async () => {
    const gone = { zone: 'gone', port: await freePort() };
    const other = await newService('other', (incoming, response) => {
      incoming.pipe(response);
    });
    // No check is heard before the requests: the dead target is tried first.
    const { ask } = await newLoadBalancer([routeTo('/api', gone, other)], {
      check: { ...rarely, healthyThreshold: 99 },
    });
    for (const bytes of [10, 1_000_000]) {
      const body = Buffer.alloc(bytes, 'x');
      const answer = await ask('/api', { method: 'POST', body });
      expect(answer.status).toBe(200);
      expect(answer.body.length).toBe(bytes);
    }
    expect(other.state.requests).toBe(2);
  });

  test('is never sent twice once it may have arrived', async () => {
    const breaking = await newService('breaking', (incoming) => incoming.socket.destroy());
    const other = await newService('other');
    const { ask } = await newLoadBalancer([routeTo('/api', breaking, other)]);
    await Promise.all([breaking.check(), other.check()]);
    const answer = await ask('/api', { method: 'POST', body: Buffer.from('{}') });
    expect(answer.status).toBe(502);
    expect(JSON.parse(answer.body).outcome).toBe('unknown');
    expect(breaking.state.requests).toBe(1);
    expect(other.state.requests).toBe(0);
  });

  test('gets 502 without any target that listens, refused for certain', async () => {
    const gone = { zone: 'gone', port: await freePort() };
    const { ask } = await newLoadBalancer([routeTo('/api', gone)]);
    const answer = await ask('/api', { method: 'POST', body: Buffer.from('{}') });
    expect(answer.status).toBe(502);
    expect(JSON.parse(answer.body).outcome).toBe('refused');
    expect((await ask('/elsewhere')).status).toBe(503);
  });

  test('gets 504 from a target that is silent', async () => {
    const silent = await newService('silent', () => {});
    const { ask } = await newLoadBalancer([routeTo('/api', silent)], { answerTimeoutMs: 50 });
    await silent.check();
    const answer = await ask('/api');
    expect(answer.status).toBe(504);
    expect(JSON.parse(answer.body).outcome).toBe('unknown');
  });

  test('tells the target who asks, and keeps the trace', async () => {
    const echo = await newService('echo', (incoming, response) => {
      response.setHeader('x-outrigger-epoch', '7');
      response.end(JSON.stringify(incoming.headers));
    });
    const { ask } = await newLoadBalancer([routeTo('/api', echo)]);
    await echo.check();
    const answer = await ask('/api', {
      headers: { 'x-trace-id': 'trace-1', 'x-forwarded-for': '10.0.0.1', te: 'trailers' },
    });
    const seen = JSON.parse(answer.body);
    expect(seen['x-forwarded-for']).toMatch(/^10\.0\.0\.1, /);
    expect(seen['x-trace-id']).toBe('trace-1');
    expect(seen.te).toBeUndefined();
    expect(answer.headers['x-outrigger-epoch']).toBe('7');
    expect(JSON.parse((await ask('/api')).body)['x-trace-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('streams large bodies both ways', async () => {
    const body = Buffer.alloc(8 * 1024 * 1024, 'picture');
    const echo = await newService('echo', async (incoming, response) => {
      response.end(await buffer(incoming));
    });
    const { ask } = await newLoadBalancer([routeTo('/api', echo)]);
    await echo.check();
    const answer = await ask('/api/pictures', { method: 'POST', body });
    expect(answer.body).toBe(body.toString());
  });

  test('on an old connection is answered, and the connection closed with it', async () => {
    const own = await newService('own');
    const { ask } = await newLoadBalancer([routeTo('/api', own)], { clientKeepAliveMs: -1 });
    await own.check();
    const answer = await ask('/api');
    expect(answer.status).toBe(200);
    expect(answer.headers.connection).toBe('close');
  });
});
