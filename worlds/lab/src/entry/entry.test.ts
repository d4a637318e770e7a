import { once } from 'node:events';
import { Agent, createServer as createHttpServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { controlClient } from '../control/client.ts';
import { monotonicMs } from '../control/clock.ts';
import { findFreePorts } from '../processes/free-ports.ts';
import { testLayout } from '../test-layout.ts';
import type { EntryState } from './entry.ts';
import { serveEntry } from './serve.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A load-balancer node, played: answers its zone's name. */
async function newNode(zone: string) {
  const state = { ready: true, requests: 0, hang: false };
  const server = createHttpServer((incoming, response) => {
    if (incoming.url === '/readyz') return response.writeHead(state.ready ? 200 : 503).end('{}');
    state.requests += 1;
    return state.hang ? undefined : response.end(zone);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  closers.push(close);
  return { zone, state, server, close, port: (server.address() as AddressInfo).port };
}

async function newEntry(dials: { east: number; west: number }) {
  const [eastOne, eastTwo, west] = await Promise.all(['east-1', 'east-2', 'west-1'].map(newNode));
  if (eastOne === undefined || eastTwo === undefined || west === undefined) throw new Error();
  const ports = await findFreePorts(2);
  if (!('value' in ports)) throw new Error('no ports');
  const zone = (node: typeof west) => ({
    name: node.zone,
    loadBalancerPort: node.port,
    servicePort: 0,
  });
  const layout = testLayout({
    stateFolder: '/nowhere',
    regions: { east: [zone(eastOne), zone(eastTwo)], west: [zone(west)] },
    entryPort: ports.value.first,
    entryControlPort: ports.value.first + 1,
    linksControlPort: 0,
    // Long enough for a busy machine, short enough for the test of silence.
    timing: { entryCheckTimeoutMs: 500 },
  });
  const server = await serveEntry({
    layout,
    token: 'token',
    now: monotonicMs,
    onError: (error) => {
      throw error;
    },
    dials: new Map(Object.entries(dials)),
  });
  closers.push(() => server.close());
  const control = controlClient({
    port: layout.entry.controlPort,
    token: 'token',
    now: monotonicMs,
  });
  closers.push(() => control.close());
  /** Watches until the state is as `found` says: what the controller does. */
  async function until(found: (state: EntryState) => boolean): Promise<EntryState> {
    for (let after = -1; ; ) {
      const answer = await control.call<EntryState>(
        'GET',
        `/watch?after=${after}`,
        undefined,
        20_000,
      );
      if (answer.kind !== 'answered') throw new Error(answer.why);
      if (found(answer.body)) return answer.body;
      after = answer.body.version;
    }
  }
  const healthy = (state: EntryState, region: string) =>
    state.regions.find((one) => one.region === region)?.healthy === true;
  const nodesHealthy = (state: EntryState) =>
    state.regions.flatMap((one) => one.nodes).every((node) => node.healthy);
  await until(nodesHealthy);
  /** The zone that answers, on a new connection unless an agent keeps one. */
  async function ask(agent: Agent | false = false): Promise<string> {
    const outgoing = request({ port: layout.entry.port, path: '/', agent });
    outgoing.end();
    const [response] = await once(outgoing, 'response');
    return text(response);
  }
  return { eastOne, eastTwo, west, control, until, healthy, nodesHealthy, ask };
}

describe('the entry', () => {
  test('sends new connections to the dialled region, its nodes in turn', async () => {
    const { ask } = await newEntry({ east: 100, west: 0 });
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask()));
    expect(answers.filter((zone) => zone === 'east-1').length).toBe(3);
    expect(answers.filter((zone) => zone === 'east-2').length).toBe(3);
  });

  test('fails over to dial 0, node by node, and back', async () => {
    const { ask, until, healthy, nodesHealthy, eastOne, eastTwo } = await newEntry({
      east: 100,
      west: 0,
    });
    eastOne.state.ready = false;
    await until((state) => !nodesHealthy(state));
    expect(await ask()).toBe('east-2');
    expect(await ask()).toBe('east-2');
    eastTwo.state.ready = false;
    await until((state) => !healthy(state, 'east'));
    expect(await ask()).toBe('west-1');
    eastTwo.state.ready = true;
    await until((state) => healthy(state, 'east'));
    expect(await ask()).toBe('east-2');
  });

  test('fails open to the dialled region when none is healthy', async () => {
    const { ask, until, healthy, eastOne, eastTwo, west } = await newEntry({ east: 100, west: 0 });
    for (const node of [eastOne, eastTwo, west]) node.state.ready = false;
    await until((state) => !healthy(state, 'east') && !healthy(state, 'west'));
    expect(await ask()).toMatch(/^east-/);
  });

  test('moves new connections only, without an error on any', async () => {
    const { ask, control, until } = await newEntry({ east: 100, west: 0 });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    closers.push(() => agent.destroy());
    const before = await ask(agent);
    const traffic = Array.from({ length: 100 }, async (_, index) => {
      if (index === 50) {
        const answer = await control.call('PUT', '/dials', { east: 0, west: 100 }, 10_000);
        expect(answer.kind).toBe('answered');
      }
      return ask();
    });
    const answers = await Promise.all(traffic);
    expect(answers.every((zone) => /^(east|west)-/.test(zone))).toBe(true);
    expect(await ask()).toBe('west-1');
    expect(await ask(agent)).toBe(before);
    const state = await until(() => true);
    expect(state.regions.map((region) => region.dial)).toEqual([0, 100]);
  });

  test('splits by dial', async () => {
    const { ask } = await newEntry({ east: 75, west: 25 });
    const answers: string[] = [];
    for (let index = 0; index < 8; index++) answers.push(await ask());
    expect(answers.filter((zone) => zone === 'west-1').length).toBe(2);
  });

  test('hears nothing of a dark zone: no reset, until it is lit again', async () => {
    const { control, ask, until, healthy, eastOne, eastTwo } = await newEntry({
      east: 100,
      west: 0,
    });
    for (const node of [eastOne, eastTwo]) node.state.hang = true;
    const arrived = once(eastOne.server, 'request');
    const hanging = [ask(), ask()].map((asked) => asked.catch((error: Error) => error));
    await arrived;
    await control.call('PUT', '/zones', { zones: ['east-1', 'east-2'], dark: true }, 10_000);
    await Promise.all([eastOne.close(), eastTwo.close()]);
    const late = ask().catch((error: Error) => error);
    const dark = await until((state) => !healthy(state, 'east'));
    expect(dark.regions[0]?.nodes.map((node) => node.lastAnswer)).toEqual(['timeout', 'timeout']);
    expect(dark.regions[0]?.connections).toBe(3);
    expect(await ask()).toBe('west-1');
    await control.call('PUT', '/zones', { zones: ['east-1', 'east-2'], dark: false }, 10_000);
    for (const error of await Promise.all([...hanging, late])) {
      expect(error).toMatchObject({ code: 'ECONNRESET' });
    }
  });

  test('refuses wrong dials, and strangers', async () => {
    const { control } = await newEntry({ east: 100, west: 0 });
    for (const body of [{ east: 101 }, { north: 5 }, { east: '5' }, []]) {
      const answer = await control.call('PUT', '/dials', body, 10_000);
      expect(answer.kind).toBe('refused');
    }
  });
});
