import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { controlClient, notObeyed } from './client.ts';

test('once closed it holds no connection, whatever became of its calls', async () => {
  const open = new Set<Socket>();
  let allEnded = (): void => {};
  let asked = 0;
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => {
      open.delete(socket);
      if (open.size === 0) allEnded();
    });
    socket.on('data', () => {
      asked += 1;
      // In turn: reset, left without an answer, answered, closed at once.
      if (asked % 4 === 0) socket.resetAndDestroy();
      else if (asked % 4 === 2) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
      else if (asked % 4 === 3) socket.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = controlClient({ port, token: 'token', now: () => 0 });
  const call = () => client.call('GET', '/state', undefined, 20);
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(Array.from({ length: 40 }, call));
  }
  const under = Array.from({ length: 20 }, () => client.call('GET', '/state', undefined, 10_000));
  const ended = new Promise<void>((resolve) => {
    allEnded = resolve;
  });
  await client.close();
  const answers = await Promise.all(under);
  expect(answers.map(({ kind }) => kind)).not.toContain('refused');
  if (open.size > 0) await ended;
  expect(await client.call('GET', '/state', undefined, 20)).toMatchObject({ kind: 'unreachable' });
  await new Promise((resolve) => server.close(resolve));
});

test('where nobody listens nobody is reached', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const client = controlClient({ port, token: 'token', now: () => 0 });
  const answer = await client.call('GET', '/state', undefined, 5_000);
  expect(answer).toMatchObject({ kind: 'unreachable', why: expect.stringContaining('REFUSED') });
  await client.close();
});

test.each([
  [409, '{"why":"epoch 3 is over"}', 'api answered 409 to POST /hold: epoch 3 is over'],
  [404, '{"error":"nothing answers"}', 'api answered 404 to POST /hold: nothing answers'],
  [404, '<html>\nNot found', 'api answered 404 to POST /hold: <html>'],
  [500, '', 'api answered 500 to POST /hold: an empty answer'],
  [200, 'OK', 'api answered 200 to POST /hold: OK'],
])('a refusal says who answered what to which request: %i %s', async (status, text, said) => {
  const server = createHttpServer((_, response) => response.writeHead(status).end(text));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = controlClient({ port, token: 'token', now: () => 0 });
  const answer = await client.call('POST', '/hold', {}, 5_000);
  if (answer.kind === 'answered') throw new Error('it was taken for an answer');
  expect(notObeyed('api', 'POST /hold', answer)).toBe(said);
  await client.close();
  await new Promise((resolve) => server.close(resolve));
});
