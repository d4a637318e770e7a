import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type ClientConnection, serveClient } from './client-connection.ts';
import { targetConnections } from './target-connections.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function listen(onSocket: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    onSocket(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

/** A relay in front of a target that answers with these bytes; what each of them has seen. */
async function newRelay(answer: (request: string, socket: Socket) => string | null) {
  const seen: string[] = [];
  const target = await listen((socket) => {
    let text = '';
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('latin1');
      const given = answer(text, socket);
      if (given === null) return;
      seen.push(text);
      text = '';
      socket.write(given, 'latin1');
    });
  });
  const connections = targetConnections({
    port: target,
    connectTimeoutMs: 5_000,
    answerTimeoutMs: 60_000,
    idleTimeoutMs: 60_000,
  });
  closers.push(() => connections.close());
  let served: ClientConnection | null = null;
  const port = await listen((socket) => {
    served = serveClient(socket, {
      decide: ({ target: path }) =>
        path === '/own' ? { status: 200, body: { own: true } } : { targets: [connections] },
      letsGo: () => false,
    });
  });
  const client = connect({ port, host: '127.0.0.1' });
  let heard = '';
  client.on('error', () => {});
  const ended = new Promise<string>((resolve) => client.once('close', () => resolve(heard)));
  const waits: { readonly text: string; readonly resolve: () => void }[] = [];
  client.on('data', (bytes: Buffer) => {
    heard += bytes.toString('latin1');
    for (const { text, resolve } of waits) if (heard.includes(text)) resolve();
  });
  closers.push(() => client.destroy());
  return {
    seen,
    client,
    ended,
    heard: () => heard,
    hears: (text: string) =>
      new Promise<void>((resolve) => {
        if (heard.includes(text)) resolve();
        else waits.push({ text, resolve });
      }),
    closeServer: () => served?.close(),
  };
}

const whole = (request: string): boolean => request.includes('\r\n\r\n');
const ok = (body: string): string =>
  `HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
const get = (path: string): string => `GET ${path} HTTP/1.1\r\nhost: relay\r\n\r\n`;

test('requests that come at once are answered in their order, one at a time', async () => {
  const relay = await newRelay((request) =>
    whole(request) ? ok(/^GET (\S+)/.exec(request)?.[1] ?? '') : null,
  );
  relay.client.write(get('/one') + get('/two') + get('/three'));
  await relay.hears('/three');
  expect(relay.heard().match(/one|two|three/g)).toEqual(['one', 'two', 'three']);
  expect(relay.seen).toHaveLength(3);
});

test('a chunked answer passes as it came, and the connection goes on', async () => {
  const chunks = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n';
  const relay = await newRelay((request) => (whole(request) ? chunks : null));
  relay.client.write(get('/'));
  await relay.hears('3\r\nabc\r\n0\r\n\r\n');
  relay.client.write(get('/again'));
  await relay.hears('0\r\n\r\nHTTP/1.1 200 OK');
});

test('an answer that ends with its connection ends the client’s too', async () => {
  const relay = await newRelay((request, socket) => {
    if (!whole(request)) return null;
    setImmediate(() => socket.end());
    return 'HTTP/1.1 200 OK\r\n\r\nto the end';
  });
  relay.client.write(get('/'));
  const heard = await relay.ended;
  expect(heard).toContain('to the end');
  expect(heard.toLowerCase()).toContain('connection: close');
});

test('an answer that breaks off within its body is not passed for a whole one', async () => {
  const relay = await newRelay((request, socket) => {
    if (!whole(request)) return null;
    setImmediate(() => socket.destroy());
    return 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf';
  });
  relay.client.write(get('/'));
  const heard = await relay.ended;
  expect(heard).not.toContain('502');
  expect(heard.endsWith('half') || heard === '').toBe(true);
});

test('the answer to HEAD has no body, whatever length it tells', async () => {
  const relay = await newRelay((request) => {
    if (!whole(request)) return null;
    return request.startsWith('HEAD') ? 'HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n' : ok('got');
  });
  relay.client.write(get('/').replace('GET', 'HEAD'));
  await relay.hears('content-length: 5');
  relay.client.write(get('/'));
  await relay.hears('got');
});

test('a hundred-and-something is not the answer', async () => {
  const relay = await newRelay((request) =>
    whole(request) ? `HTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n${ok('late')}` : null,
  );
  relay.client.write(get('/'));
  await relay.hears('late');
  expect(relay.heard()).not.toContain('103');
});

test.each([
  ['two ends of one body', 'content-length: 3\r\ntransfer-encoding: chunked', '400'],
  ['two lengths', 'content-length: 3\r\ncontent-length: 4', '400'],
  ['a length that is none', 'content-length: +3', '400'],
  ['another coding', 'transfer-encoding: gzip', '501'],
  ['a field with a space before its colon', 'x : y', '400'],
  ['a folded line', 'x: y\r\n folded', '400'],
  ['a bare line feed', 'x: y\nz: 1', '400'],
  ['a length for this connection alone', 'connection: content-length\r\ncontent-length: 3', '400'],
  ['a coding for this connection alone', 'connection: transfer-encoding', '400'],
  ['a head without an end', `x: ${'y'.repeat(20_000)}`, '431'],
])('%s is refused, its connection closed, the target never asked', async (_, field, status) => {
  const relay = await newRelay((request) => (whole(request) ? ok('asked') : null));
  relay.client.write(`POST / HTTP/1.1\r\nhost: relay\r\n${field}\r\n\r\nabc`);
  const heard = await relay.ended;
  expect(heard).toContain(`HTTP/1.1 ${status} `);
  expect(heard).toContain('"outcome":"refused"');
  expect(relay.seen).toEqual([]);
});

test('other versions and other protocols are told what is spoken', async () => {
  for (const [line, status] of [
    ['GET / HTTP/1.0', '505'],
    ['hello', '400'],
  ]) {
    const relay = await newRelay(() => null);
    relay.client.write(`${line}\r\n\r\n`);
    expect(await relay.ended).toContain(`HTTP/1.1 ${status} `);
  }
});

test('a target that speaks no HTTP makes a 502, outcome unknown', async () => {
  const relay = await newRelay((request) => (whole(request) ? 'SSH-2.0\r\n\r\n' : null));
  relay.client.write(get('/'));
  await relay.hears('502');
  expect(relay.heard()).toContain('"outcome":"unknown"');
});

test('a target’s connection is not used again after more than the answer came', async () => {
  const relay = await newRelay((request) => (whole(request) ? `${ok('one')}surplus` : null));
  relay.client.write(get('/'));
  await relay.hears('one');
  relay.client.write(get('/'));
  await relay.hears('oneHTTP/1.1 200 OK');
  expect(relay.heard()).not.toContain('surplus');
});

test('a client that leaves takes its request’s connection with it', async () => {
  let closed: () => void = () => {};
  const gone = new Promise<void>((resolve) => {
    closed = resolve;
  });
  const relay = await newRelay((request, socket) => {
    if (!whole(request)) return null;
    socket.once('close', () => closed());
    relay.client.destroy();
    return '';
  });
  relay.client.write(get('/'));
  await gone;
});

test('a node that closes gives the answer that is on its way', async () => {
  const relay = await newRelay((request) => {
    if (!whole(request)) return null;
    relay.closeServer();
    return ok('last');
  });
  relay.client.write(get('/'));
  const heard = await relay.ended;
  expect(heard).toContain('last');
  expect(heard.toLowerCase()).toContain('connection: close');
});

test('thousands of requests in one packet are each answered', async () => {
  const relay = await newRelay((request) => (whole(request) ? ok('last') : null));
  const count = 5_000;
  relay.client.write(get('/own').repeat(count) + get('/'));
  await relay.hears('last');
  expect(relay.heard().split('{"own":true}')).toHaveLength(count + 1);
});

test('who expects a word before its body gets one', async () => {
  const relay = await newRelay((request) => (request.endsWith('body') ? ok('got it') : null));
  relay.client.write(
    'POST / HTTP/1.1\r\nhost: relay\r\nexpect: 100-continue\r\ncontent-length: 4\r\n\r\n',
  );
  await relay.hears('100 Continue');
  relay.client.write('body');
  await relay.hears('got it');
  expect(relay.seen.join()).not.toContain('expect');
});
