import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../service/log.ts';
import { createMetrics } from '../service/metrics.ts';
import { type ServiceServer, serve } from '../service/server.ts';
import { createUpstreams, type Upstreams } from '../service/upstream.ts';
import { bufferBody, relayRead, relayWrite } from './relay.ts';

const log = createLog({
  service: 'test',
  region: 'us-east-1',
  zone: 'us-east-1a',
  level: 'silent',
});

describe('a relayed request', () => {
  const ends: (() => void)[] = [];
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });

  async function upstream(answer: (response: ServerResponse, body: string) => void): Promise<{
    readonly url: URL;
    readonly bodies: string[];
    readonly server: Server;
  }> {
    const bodies: string[] = [];
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks).toString();
      bodies.push(body);
      answer(response, body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    ends.push(() => {
      server.close();
      server.closeAllConnections();
    });
    const { port } = server.address() as AddressInfo;
    return { url: new URL(`http://127.0.0.1:${port}`), bodies, server };
  }

  /** An address that refuses connections. */
  async function closed(): Promise<URL> {
    const { url, server } = await upstream(() => {});
    server.close();
    await once(server, 'close');
    return url;
  }

  async function relay(urls: readonly URL[]): Promise<ServiceServer & { readonly base: string }> {
    const upstreams: Upstreams = createUpstreams();
    const addresses = urls.map((url) => ({ url, upstreams }));
    const server = await serve({
      host: '127.0.0.1',
      port: 0,
      region: 'us-east-1',
      zone: 'us-east-1a',
      metrics: createMetrics('test'),
      log,
      ready: () => ({ ready: true }),
      epoch: () => 7,
      routes: {
        'GET /thing': async (exchange) => {
          await relayRead({ addresses, exchange, onEpoch: () => {} }, {}, false);
          return undefined;
        },
        'POST /thing': async (exchange) => {
          const body = await bufferBody(exchange);
          await relayWrite({ addresses, exchange, onEpoch: () => {} }, body, {});
          return undefined;
        },
      },
    });
    ends.push(() => {
      upstreams.close();
      void server.close(0);
    });
    return Object.assign(server, { base: `http://127.0.0.1:${server.port}` });
  }

  const post = (base: string, body: string): Promise<Response> =>
    fetch(`${base}/thing`, { method: 'POST', body });

  it.each([
    ['short', 10],
    ['long', 200_000],
  ])(
    'goes to the next address when the first refuses the connection: %s write',
    async (_, length) => {
      const good = await upstream((response) => response.writeHead(201).end('{}'));
      const { base } = await relay([await closed(), good.url]);
      expect((await post(base, 'x'.repeat(length))).status).toBe(201);
      expect(good.bodies.map((body) => body.length)).toEqual([length]);
    },
  );

  it('is refused when no address takes the connection', async () => {
    const { base } = await relay([await closed(), await closed()]);
    const response = await post(base, 'x');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ outcome: 'refused' });
  });

  it('is unknown, and not sent again, when a write got no answer', async () => {
    const bad = await upstream((response) => response.destroy());
    const good = await upstream((response) => response.writeHead(201).end('{}'));
    const { base } = await relay([bad.url, good.url]);
    const response = await post(base, 'x');
    expect(response.status).toBe(504);
    expect(await response.json()).toMatchObject({ outcome: 'unknown' });
    expect(response.headers.get('x-outrigger-epoch')).toBe('7');
    expect([bad.bodies.length, good.bodies.length]).toEqual([1, 0]);
  });

  it('is unknown when the answer to a write breaks off', async () => {
    const bad = await upstream((response) => {
      response.writeHead(201, { 'content-length': 100 }).write('{');
      response.socket?.end();
    });
    const { base } = await relay([bad.url]);
    expect((await post(base, 'x')).status).toBe(504);
  });

  it('is asked again when a read got no answer, or a 503', async () => {
    const silent = await upstream((response) => response.destroy());
    const unwell = await upstream((response) => response.writeHead(503).end('{}'));
    const good = await upstream((response) => response.writeHead(200).end('{}'));
    for (const first of [silent, unwell]) {
      const { base } = await relay([first.url, good.url]);
      expect((await fetch(`${base}/thing`)).status).toBe(200);
    }
  });

  it('keeps no connection for a long answer that nobody wants', async () => {
    const closed: Promise<unknown>[] = [];
    const unwell = await upstream((response) => {
      closed.push(once(response, 'close'));
      // Longer than what is read whole, and than what sockets hold.
      response.writeHead(503).end('x'.repeat(20_000_000));
    });
    const good = await upstream((response) => response.writeHead(200).end('{}'));
    const { base } = await relay([unwell.url, good.url]);
    expect((await fetch(`${base}/thing`)).status).toBe(200);
    await Promise.all(closed);
    expect(closed).toHaveLength(1);
  });

  it('stops when its client goes away in the middle of a body', async () => {
    const good = await upstream((response) => response.writeHead(201).end('{}'));
    const server = await relay([good.url]);
    const client = connect(server.port, '127.0.0.1');
    client.write('POST /thing HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\n\r\nhalf');
    await once(client, 'connect');
    client.destroy();
    await server.close(60_000);
    expect(good.bodies).toEqual([]);
  });
});
