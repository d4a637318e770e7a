import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { countCheck } from './checked-target.ts';
import { createProbe } from './probe.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function newServer(onQuestion: (socket: Socket) => void) {
  let connections = 0;
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    connections += 1;
    sockets.push(socket);
    socket.on('error', () => {});
    socket.on('data', () => onQuestion(socket));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return { port, connections: () => connections };
}

function newProbe(port: number) {
  const probe = createProbe({ port, path: '/readyz' });
  closers.push(() => probe.close());
  return { ...probe, check: (limitMs = 10_000) => probe.check(limitMs) };
}

describe('a probe', () => {
  test('asks over one connection', async () => {
    let status = 200;
    const server = await newServer((socket) =>
      socket.write(`HTTP/1.1 ${status} Some\r\ncontent-length: 2\r\n\r\n{}`),
    );
    const probe = newProbe(server.port);
    expect(await probe.check()).toBe(200);
    status = 503;
    expect(await probe.check()).toBe(503);
    expect(server.connections()).toBe(1);
  });

  test('a kept connection that was closed says nothing; a new one decides', async () => {
    let answers = 0;
    const server = await newServer((socket) => {
      answers += 1;
      if (answers === 2) socket.destroy();
      else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
    });
    const probe = newProbe(server.port);
    expect(await probe.check()).toBe(200);
    expect(await probe.check()).toBe(200);
    expect(server.connections()).toBe(2);
  });

  test('silence is a time-out, nobody there is refused, nonsense is broken', async () => {
    const silent = await newServer(() => {});
    expect(await newProbe(silent.port).check(20)).toBe('timeout');
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    expect(await newProbe(port).check()).toBe('refused');
    const breaking = await newServer((socket) => socket.destroy());
    expect(await newProbe(breaking.port).check()).toBe('broken');
  });

  test('what is unanswered is waited for, not asked again, until it is forgotten', async () => {
    const asking: Socket[] = [];
    const server = await newServer((socket) => {
      asking.push(socket);
      if (asking.length > 1) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
    });
    const probe = newProbe(server.port);
    expect(await probe.check(20)).toBe('timeout');
    const later = probe.check();
    while (asking.length === 0) await new Promise((resolve) => setImmediate(resolve));
    asking[0]?.write('HTTP/1.1 503 No\r\ncontent-length: 0\r\n\r\n');
    expect(await later).toBe(503);
    expect(asking.length).toBe(1);
    expect(await probe.check()).toBe(200);
    probe.forget();
    expect(await probe.check()).toBe(200);
    expect(server.connections()).toBe(2);
  });

  test('what is no HTTP is broken, and asked again over a new connection', async () => {
    const server = await newServer((socket) => socket.write('SSH-2.0-OpenSSH\r\n\r\n'));
    const probe = newProbe(server.port);
    expect(await probe.check()).toBe('broken');
    expect(await probe.check()).toBe('broken');
    expect(server.connections()).toBe(2);
  });
});

describe('counting checks', () => {
  const slow = { unhealthyThreshold: 3, healthyThreshold: 2, answersCountAtOnce: false };

  test('the state turns when enough in a row speak against it', () => {
    let count = { healthy: true, against: 0 };
    const seen = ([503, 'timeout', 200, 503, 503, 'refused', 200, 200] as const).map((answer) => {
      count = countCheck(count, answer, slow);
      return count.healthy;
    });
    expect(seen).toEqual([true, true, true, true, true, false, false, true]);
  });

  test('an answer may count at once, silence has to repeat', () => {
    const quick = { unhealthyThreshold: 2, healthyThreshold: 1, answersCountAtOnce: true };
    const healthy = { healthy: true, against: 0 };
    expect(countCheck(healthy, 503, quick).healthy).toBe(false);
    expect(countCheck(healthy, 'refused', quick).healthy).toBe(false);
    const once = countCheck(healthy, 'timeout', quick);
    expect(once.healthy).toBe(true);
    expect(countCheck(once, 'timeout', quick).healthy).toBe(false);
  });
});
