import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type ControlClient, controlClient } from '../control/client.ts';
import { disobeyedBy, disobeyedText } from './promised-control.ts';

interface Asked {
  readonly path: string;
  readonly epoch: number;
}

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A service that answers control requests so; null: it never does. */
async function service(
  answer: (asked: Asked) => readonly [status: number, body: string] | null,
): Promise<{ readonly client: ControlClient; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const path = request.url ?? '';
    asked.push(`${path} ${text}`);
    const said = answer({ path, epoch: JSON.parse(text).epoch });
    if (said === null) response.destroy();
    else response.writeHead(said[0]).end(said[1]);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = controlClient({ port, token: 'token', now: () => 0 });
  ends.push(async () => {
    await client.close();
    server.close();
    await once(server, 'close');
  });
  return { client, asked };
}

const given = { epoch: 1, admitted: true };

test('one that keeps its promise is asked for nothing that changes it', async () => {
  const { client, asked } = await service(({ epoch }) =>
    epoch < 1 ? [409, '{"why":"epoch 0 is over"}'] : [200, '{}'],
  );
  expect(await disobeyedBy('api', client, given)).toEqual([]);
  expect(asked).toEqual([
    '/control/admit {"epoch":1,"ready":true}',
    '/control/hold {"epoch":0,"to":null,"deadlineMs":1}',
    '/control/release {"epoch":0,"to":null}',
    '/control/supersede {"epoch":0}',
  ]);
});

test('one that knows no control requests is told with all that it lacks', async () => {
  const { client } = await service(() => [404, 'not found']);
  expect(disobeyedText(await disobeyedBy('api', client, given))).toBe(
    'POST /control/admit → 404, POST /control/hold → 404, POST /control/release → 404, ' +
      'POST /control/supersede → 404',
  );
});

test.each([
  [
    'obeys an epoch that is over',
    [200, '{}'],
    'POST /control/hold → 200, of an epoch that is over',
  ],
  ['answers without JSON', [200, 'ok'], 'POST /control/hold → 200 without a JSON object'],
  ['does not answer', null, 'POST /control/hold → no answer'],
] as const)('one that %s', async (_, said, told) => {
  const { client } = await service(({ path, epoch }) => {
    if (path === '/control/hold') return said;
    return epoch < 1 ? [409, '{}'] : [200, '{}'];
  });
  expect(disobeyedText(await disobeyedBy('api', client, given))).toBe(told);
});

test('zones that say the same are told once, services by their names', () => {
  const of = (name: string) => ({ service: name, asked: 'POST /control/hold', answered: '404' });
  expect(disobeyedText([of('api'), of('api')])).toBe('POST /control/hold → 404');
  expect(disobeyedText([of('api'), of('web')])).toBe(
    'api: POST /control/hold → 404; web: POST /control/hold → 404',
  );
});
