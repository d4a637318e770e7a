import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { monotonicMs } from '../control/clock.ts';
import { type DirectedLink, directedLink, systemClock } from './directed-link.ts';
import { manualClock } from './test-clock.ts';
import { openTunnel } from './tunnel.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const calm = { delayMs: 10, bandwidthBytesPerSecond: null, cut: false };

/** A server that keeps its connections, a tunnel to it, and a clock that the test moves. */
async function newTunnel(settings = calm) {
  const clock = manualClock();
  return { clock, ...(await tunnelOver(settings, clock)) };
}

async function tunnelOver(settings: typeof calm, clock: Parameters<typeof directedLink>[3]) {
  const server = createServer({ allowHalfOpen: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted: Socket[] = [];
  server.on('connection', (socket) => {
    accepted.push(socket);
  });
  const sends: (() => void)[] = [];
  const watched = (link: DirectedLink): DirectedLink => ({
    ...link,
    send(bytes, deliver) {
      link.send(bytes, deliver);
      for (const resolve of sends.splice(0)) resolve();
    },
  });
  const forward = watched(directedLink('east', 'west', settings, clock));
  const back = watched(directedLink('west', 'east', settings, clock));
  const dark = { target: false, source: false };
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const listenPort = portOf(free);
  await new Promise((resolve) => free.close(resolve));
  const tunnel = await openTunnel(
    { from: 'east', to: 'west', zone: 'west-1', listenPort, targetPort: portOf(server) },
    forward,
    back,
    { targetDark: () => dark.target, sourceDark: () => dark.source, now: () => clock.now() },
  );
  closers.push(
    () => new Promise((resolve) => server.close(resolve)),
    () => {
      for (const socket of accepted) socket.destroy();
    },
    () => tunnel.close(),
  );
  return {
    server,
    accepted,
    forward,
    back,
    dark,
    tunnel,
    listenPort,
    /** Resolves when something is put on either link. */
    sent: () => new Promise<void>((resolve) => sends.push(resolve)),
    dial(): Socket {
      const socket = connect({ port: listenPort, host: '127.0.0.1', allowHalfOpen: true });
      socket.on('error', () => {});
      closers.push(() => socket.destroy());
      return socket;
    },
  };
}

function portOf(server: ReturnType<typeof createServer>): number {
  return (server.address() as AddressInfo).port;
}

/** A connection whose handshake is done; the clock stands at a round trip. */
async function established(world: Awaited<ReturnType<typeof newTunnel>>) {
  const first = world.sent();
  const client = world.dial();
  await first;
  const accepted = once(world.server, 'connection');
  const answered = world.sent();
  world.clock.advance(10);
  await Promise.all([accepted, answered]);
  world.clock.advance(10);
  const host = world.accepted.at(-1);
  if (host === undefined) throw new Error('no connection');
  return { client, host };
}

/** `events.once` rejects at an error, which is what is expected here. */
function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

describe('a tunnel', () => {
  test('a new connection costs a round trip before its first byte passes', async () => {
    const world = await newTunnel();
    const first = world.sent();
    const client = world.dial();
    await first;
    const accepted = once(world.server, 'connection');
    const answered = world.sent();
    client.write('early');
    world.clock.advance(10);
    await Promise.all([accepted, answered]);
    expect(world.forward.heldBytes()).toBe(0);
    const data = world.sent();
    world.clock.advance(10);
    await data;
    expect(world.forward.heldBytes()).toBe(5);
    const host = world.accepted[0];
    const arrived = once(host ?? client, 'data');
    world.clock.advance(10);
    expect(String((await arrived)[0])).toBe('early');
  });

  test('bytes take the delay each way', async () => {
    const world = await newTunnel();
    const { client, host } = await established(world);
    for (const [from, to, text] of [
      [client, host, 'there'],
      [host, client, 'back'],
    ] as const) {
      const sent = world.sent();
      const arrived = once(to, 'data');
      from.write(text);
      await sent;
      world.clock.advance(9);
      expect(world.forward.heldBytes() + world.back.heldBytes()).toBe(text.length);
      world.clock.advance(1);
      expect(String((await arrived)[0])).toBe(text);
    }
  });

  test('a refused connection is reset, a delay later', async () => {
    const world = await newTunnel();
    await new Promise((resolve) => world.server.close(resolve));
    const first = world.sent();
    const client = world.dial();
    const failed = once(client, 'error').catch((error: unknown) => [error]);
    await first;
    const refused = world.sent();
    world.clock.advance(10);
    await refused;
    world.clock.advance(10);
    expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' });
  });

  test('a cut holds bytes of one direction only, and heals in order', async () => {
    const world = await newTunnel();
    const { client, host } = await established(world);
    world.forward.change({ cut: true });
    const held = world.sent();
    client.write('one ');
    await held;
    world.clock.advance(1_000);
    const backwards = once(client, 'data');
    const sent = world.sent();
    host.write('still passes');
    await sent;
    world.clock.advance(10);
    expect(String((await backwards)[0])).toBe('still passes');
    expect(host.bytesRead).toBe(0);
    const second = world.sent();
    client.end('two');
    await second;
    const all = buffer(host);
    world.forward.change({ cut: false });
    const ticker = setInterval(() => world.clock.advance(10), 5);
    closers.push(() => clearInterval(ticker));
    expect(String(await all)).toBe('one two');
  });

  test('while a direction is cut no connection is made; one that gives up is gone', async () => {
    const world = await newTunnel();
    world.back.change({ cut: true });
    const first = world.sent();
    const client = world.dial();
    await first;
    const accepted = once(world.server, 'connection');
    const answered = world.sent();
    world.clock.advance(10);
    await Promise.all([accepted, answered]);
    client.write('held');
    world.clock.advance(1_000);
    expect(world.accepted[0]?.bytesRead).toBe(0);
    expect(world.tunnel.connections.size).toBe(1);
    const [connection] = world.tunnel.connections;
    const gone = new Promise<void>((resolve) => {
      if (connection === undefined) return;
      const leave = connection.onGone;
      connection.onGone = () => {
        leave();
        resolve();
      };
    });
    client.end();
    await gone;
    expect(world.tunnel.connections.size).toBe(0);
  });

  test('a dead zone is silent, new connections hang; lit again, old ones are reset', async () => {
    const world = await newTunnel();
    const { client, host } = await established(world);
    const ended: string[] = [];
    for (const event of ['end', 'error', 'close', 'data']) {
      client.on(event, () => ended.push(event));
    }
    world.dark.target = true;
    world.tunnel.refresh();
    const hostGone = closed(host);
    host.resetAndDestroy();
    await hostGone;
    const late = world.dial();
    await once(late, 'connect');
    late.write('anyone?');
    client.write('anyone?');
    world.clock.advance(5_000);
    expect(ended).toEqual([]);
    expect(world.accepted.length).toBe(1);
    const resets = Promise.all([closed(client), closed(late)]);
    world.dark.target = false;
    world.tunnel.refresh();
    await resets;
    expect(ended).toEqual(['error', 'close']);
    expect(world.tunnel.connections.size).toBe(0);
  });

  test('a reset passes as a reset, a close as a close', async () => {
    const world = await newTunnel();
    const ticker = setInterval(() => world.clock.advance(10), 5);
    closers.push(() => clearInterval(ticker));
    const one = world.dial();
    await once(world.server, 'connection');
    const host = world.accepted[0];
    if (host === undefined) throw new Error('no connection');
    const failed = once(host, 'error').catch((error: unknown) => [error]);
    one.resetAndDestroy();
    expect((await failed)[0]).toMatchObject({ code: 'ECONNRESET' });
    const two = world.dial();
    await once(world.server, 'connection');
    const other = world.accepted[1];
    const end = once(other ?? two, 'end');
    other?.resume();
    two.end();
    await end;
    const over = closed(two);
    two.resume();
    other?.end('bye');
    await over;
    expect(two.bytesRead).toBe(3);
  });
});

test('bytes stay intact under any delays, cuts, heals and bandwidths', async () => {
  const step = fc.record({
    which: fc.constantFrom('forward' as const, 'back' as const),
    delayMs: fc.integer({ min: 0, max: 3 }),
    cut: fc.boolean(),
    bandwidthBytesPerSecond: fc.option(fc.integer({ min: 50_000_000, max: 500_000_000 })),
    pieceBytes: fc.integer({ min: 1, max: 300_000 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const world = await tunnelOver({ ...calm, delayMs: 1 }, systemClock(monotonicMs));
      world.server.on('connection', (socket) => socket.pipe(socket));
      const client = world.dial();
      const echoed = buffer(client);
      const pieces = steps.map((one, index) => Buffer.alloc(one.pieceBytes, index + 1));
      for (const [index, { which, ...change }] of steps.entries()) {
        world[which].change(change);
        client.write(pieces[index] ?? Buffer.alloc(0));
        await new Promise((resolve) => setImmediate(resolve));
      }
      for (const link of [world.forward, world.back]) link.change({ cut: false });
      client.end();
      expect(Buffer.compare(await echoed, Buffer.concat(pieces))).toBe(0);
      for (const close of closers.splice(0).reverse()) await close();
    }),
    { numRuns: 30 },
  );
});
