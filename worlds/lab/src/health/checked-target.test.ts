import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { checkTarget } from './checked-target.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

test('a target that falls silent and speaks again turns, and turns back', async () => {
  let silent = false;
  let asked = 0;
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.on('data', () => {
      asked += 1;
      if (!silent) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  let turned: (healthy: boolean) => void = () => {};
  const next = () =>
    new Promise<boolean>((resolve) => {
      turned = resolve;
    });
  const first = next();
  const target = checkTarget({
    port: (server.address() as AddressInfo).port,
    path: '/readyz',
    settings: {
      intervalMs: 5,
      unhealthyIntervalMs: 5,
      timeoutMs: 1_000,
      unhealthyThreshold: 3,
      healthyThreshold: 1,
      answersCountAtOnce: false,
    },
    onChange: () => turned(target.healthy()),
  });
  closers.push(
    () => new Promise((resolve) => server.close(resolve)),
    () => {
      for (const socket of sockets) socket.destroy();
    },
    () => target.close(),
  );
  expect(await first).toBe(true);
  const lost = next();
  silent = true;
  const before = asked;
  expect(await lost).toBe(false);
  expect(target.lastAnswer()).toBe('timeout');
  // One question, or two when one was under way: the others were not sent, only waited for.
  expect(asked - before).toBeLessThanOrEqual(2);
  const back = next();
  silent = false;
  expect(await back).toBe(true);
});
