import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { controlClient } from '../control/client.ts';
import { monotonicMs } from '../control/clock.ts';
import { readLayout, readSecret } from '../control/environment.ts';
import { serveEntry } from '../entry/serve.ts';
import { down } from '../lab.ts';
import type { LinksState } from '../links/link.ts';
import { serveLinks } from '../links/serve.ts';
import { findFreePorts } from '../processes/free-ports.ts';
import {
  identify,
  isAlive,
  isStopped,
  type ProcessIdentity,
  readRow,
} from '../processes/identity.ts';
import { readProcesses, recordAgent, recordProcess } from '../processes/recorded.ts';
import { prepareStateFolder, statePaths, writeJsonAtomically } from '../processes/state-folder.ts';
import { descendants, killTree } from '../processes/tree.ts';
import { testLayout } from '../test-layout.ts';
import type { Fault } from './fault.ts';
import { heal } from './heal.ts';
import { inject } from './inject.ts';
import { activeFaults } from './record.ts';

/**
 * A zone's agent, played: a child with a session of its own; both tell when, as fast as they can.
 * Told to end, the child says so on its connection, and the agent waits for it. Both end with their
 * connection, so that a run of tests that is killed leaves nothing behind.
 */
const agentSource = `
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { hrtime } from 'node:process';
const [port, marker] = process.argv.slice(2);
const socket = connect(Number(port), '127.0.0.1');
socket.on('error', () => {});
socket.on('close', () => process.exit());
const run = [process.argv[1], port, 'child'];
const own = { detached: true, stdio: 'ignore' };
const child = marker === 'child' ? null : spawn(process.execPath, run, own);
process.on('SIGTERM', () => {
  if (child === null) return socket.end('!');
  child.once('exit', () => process.exit()).kill();
});
const tell = () => socket.writable && socket.write(hrtime.bigint() + ' ');
socket.on('connect', () => setInterval(tell, 1));
`;

/** Breaks the lab, and is killed itself right after its signal of this number. */
const injectorSource = `
const [inject, state, fault, last] = process.argv.slice(1);
const kill = process.kill.bind(process);
let sent = 0;
process.kill = (pid, signal) => {
  kill(pid, signal);
  sent += 1;
  return sent < Number(last) || kill(process.pid, 'SIGKILL');
};
await (await import(inject)).inject(state, JSON.parse(fault));
`;

let folder: string;
let state: string;
let received: Map<Socket, number>;
/** What each connection told last, and perhaps the beginning of what comes next. */
let told: Map<Socket, string>;
let farewells: number;
let listenerPort: number;
let agentFile: string;
const closers: (() => unknown)[] = [];
/** All that a test started: a crashed agent's child has no parent that leads to it. */
const started: ProcessIdentity[] = [];
const zoneNames = ['east-1', 'east-2', 'west-1'];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outrigger-faults-'));
  state = join(folder, 'lab');
  agentFile = join(folder, 'agent.mjs');
  writeFileSync(agentFile, agentSource);
  prepareStateFolder(state, 0);
  received = new Map();
  told = new Map();
  farewells = 0;
  const listener = createServer((socket) => {
    received.set(socket, 0);
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      received.set(socket, (received.get(socket) ?? 0) + bytes.length);
      told.set(socket, `${told.get(socket) ?? ''}${bytes}`.slice(-100));
      if (bytes.includes('!')) farewells += 1;
    });
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  listenerPort = typeof address === 'object' ? (address?.port ?? 0) : 0;
  closers.push(() => {
    for (const socket of received.keys()) socket.destroy();
    listener.close();
  });
  const ports = await findFreePorts(12);
  if (!('value' in ports)) throw new Error('no ports');
  const at = (index: number) => ports.value.first + index;
  const zone = (name: string, index: number) => ({
    name,
    loadBalancerPort: at(index),
    servicePort: at(index + 3),
  });
  const layout = testLayout({
    stateFolder: state,
    regions: { east: [zone('east-1', 0), zone('east-2', 1)], west: [zone('west-1', 2)] },
    entryPort: at(6),
    entryControlPort: at(7),
    linksControlPort: at(8),
    tunnels: [
      { from: 'west', to: 'east', zone: 'east-1', listenPort: at(9), targetPort: listenerPort },
      { from: 'east', to: 'west', zone: 'west-1', listenPort: at(10), targetPort: listenerPort },
    ],
  });
  writeJsonAtomically(statePaths.layout(state), layout);
  const token = readSecret(state, 'control-token');
  const onError = (error: unknown) => {
    throw error;
  };
  const links = await serveLinks(layout, token, monotonicMs, onError);
  const entry = await serveEntry({ layout, token, now: monotonicMs, onError });
  closers.push(
    () => links.close(),
    () => entry.close(),
  );
});

afterEach(async () => {
  const { survivors } = await killTree(started.splice(0));
  for (const close of closers.splice(0).reverse()) await close();
  await rm(folder, { recursive: true, force: true });
  expect(survivors).toEqual([]);
});

/** Starts a zone and waits until both of its processes are heard. */
async function startZone(zone: string, port = listenerPort): Promise<void> {
  const before = received.size;
  const child: ChildProcess = spawn(process.execPath, [agentFile, String(port), 'agent'], {
    detached: true,
    stdio: 'ignore',
  });
  await once(child, 'spawn');
  const identity = identify(child.pid ?? 0);
  if (identity === null) throw new Error('the agent did not start');
  started.push(identity);
  recordAgent(state, zone, identity);
  await until(() => {
    const heard = [...received.values()].filter((bytes) => bytes > 0).length;
    return received.size >= before + 2 && heard === received.size;
  });
  started.push(...descendants(identity).map(({ pid, startTime }) => ({ pid, startTime })));
}

/** Monotonic ms at which a process told something last; the clock is the same in all of them. */
function lastAckMs(socket: Socket): number {
  const whole = (told.get(socket) ?? '').split(' ').slice(0, -1);
  return Number(BigInt(whole.at(-1) ?? '0')) / 1e6;
}

/** Lets the event loop turn until it holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
}

function tunnels() {
  return readLayout(state).links.tunnels;
}

async function linkStates() {
  const client = controlClient({
    port: readLayout(state).links.controlPort,
    token: readSecret(state, 'control-token'),
    now: monotonicMs,
  });
  const answer = await client.call<LinksState>('GET', '/state', undefined, 10_000);
  await client.close();
  if (answer.kind !== 'answered') throw new Error(answer.why);
  return answer.body.links;
}

async function cuts(): Promise<string[]> {
  const links = await linkStates();
  return links
    .filter((link) => link.cut)
    .map((link) => `${link.from} → ${link.to}`)
    .sort();
}

const noCallbacks = {
  startZone: () => Promise.reject(new Error('not to be started')),
  startProcess: () => Promise.reject(new Error('not to be started')),
};

describe('a loss', () => {
  test('of a region: all zones dead when inject returns, not one ack after it', async () => {
    for (const zone of zoneNames) await startZone(zone);
    const report = await inject(state, { kind: 'region-loss', region: 'east' });
    const returnedMs = monotonicMs();
    expect(report.killed.length).toBe(4);
    expect(report.killed.filter(isAlive)).toEqual([]);
    // What was in the kernel's buffers is read first.
    await until(() => [...received.keys()].filter((socket) => socket.destroyed).length === 4);
    const [east, west] = [true, false].map((isGone) =>
      [...received.keys()].filter((socket) => socket.destroyed === isGone),
    );
    await until(() => (west ?? []).every((socket) => lastAckMs(socket) > returnedMs));
    const lastMs = (east ?? []).map(lastAckMs);
    expect(lastMs.filter((atMs) => atMs > returnedMs)).toEqual([]);
    // They were all heard until they were killed, so that silence means something.
    expect(lastMs.length).toBe(4);
    expect(Math.min(...lastMs)).toBeGreaterThan(0);
    expect(west?.length).toBe(2);
    const agent = readProcesses(state).agents['west-1'];
    expect(agent !== undefined && isAlive(agent)).toBe(true);
    expect(activeFaults(state).map((one) => one.fault)).toEqual([
      { kind: 'region-loss', region: 'east' },
    ]);
    const healed: string[] = [];
    const startZoneLater = async (zone: string) => {
      healed.push(zone);
    };
    await heal(state, 'all', { ...noCallbacks, startZone: startZoneLater });
    expect(healed.sort()).toEqual(['east-1', 'east-2']);
    expect(activeFaults(state)).toEqual([]);
  });

  test('of a zone closes none of its connections, until it is healed', async () => {
    const [tunnel] = tunnels();
    const client = connect(tunnel?.listenPort ?? 0, '127.0.0.1');
    closers.push(() => client.destroy());
    client.on('error', () => {});
    client.write('from the west');
    await until(() => [...received.values()].includes('from the west'.length));
    const events: string[] = [];
    for (const event of ['end', 'error', 'close']) client.on(event, () => events.push(event));
    await startZone('east-1', tunnel?.listenPort);
    await inject(state, { kind: 'zone-loss', zone: 'east-1' });
    for (const socket of received.keys()) socket.resetAndDestroy();
    const late = connect(tunnel?.listenPort ?? 0, '127.0.0.1');
    closers.push(() => late.destroy());
    await once(late, 'connect');
    expect(events).toEqual([]);
    const closed = new Promise((resolve) => client.once('close', resolve));
    late.on('error', () => {});
    await heal(state, { kind: 'zone-loss', zone: 'east-1' }, { ...noCallbacks, startZone });
    await closed;
    expect(events).toEqual(['error', 'close']);
  });

  test('of a process kills that one, and of the witness the witness', async () => {
    await startZone('east-1');
    const agent = readProcesses(state).agents['east-1'];
    if (agent === undefined) throw new Error('no agent');
    recordProcess(state, 'witness', agent);
    const report = await inject(state, { kind: 'witness-loss' });
    expect(report.killed.length).toBe(2);
    const processes: string[] = [];
    await heal(state, 'all', {
      ...noCallbacks,
      startProcess: async (name) => {
        processes.push(name);
      },
    });
    expect(processes).toEqual(['witness']);
    await expect(
      inject(state, { kind: 'process-crash', zone: 'east-1', process: 'x' }),
    ).rejects.toThrow('zone east-1 runs no process "x"; it runs agent');
  });
});

test('a crashed agent is started again by healing', async () => {
  await startZone('east-1');
  const crash: Fault = { kind: 'process-crash', zone: 'east-1', process: 'agent' };
  const { killed } = await inject(state, crash);
  expect(killed.length).toBe(1);
  await until(() => !killed.some(isAlive));
  expect(activeFaults(state).map((one) => one.fault)).toEqual([crash]);
  const healed: string[] = [];
  await heal(state, crash, {
    ...noCallbacks,
    startZone: async (zone) => {
      healed.push(zone);
    },
  });
  expect(healed).toEqual(['east-1']);
  expect(activeFaults(state)).toEqual([]);
});

describe('a freeze', () => {
  test('stops a region with its agents, and thaws it', async () => {
    for (const zone of zoneNames) await startZone(zone);
    await inject(state, { kind: 'frozen', region: 'east' });
    const [active] = activeFaults(state);
    expect(active?.frozen.length).toBe(4);
    expect(active?.frozen.map((one) => readRow(one.pid)?.state)).toEqual(['T', 'T', 'T', 'T']);
    await heal(state, 'all', noCallbacks);
    expect(active?.frozen.map((one) => readRow(one.pid)?.state)).not.toContain('T');
    const before = new Map(received);
    await until(() => [...received].every(([socket, bytes]) => bytes > (before.get(socket) ?? 0)));
  });
});

describe('an inject that is killed after its signal', () => {
  /** Of two processes of each zone. */
  const signals = [1, 2, 3, 4];

  async function killedAfter(last: number, fault: Fault): Promise<void> {
    const inject = pathToFileURL(join(import.meta.dirname, 'inject.ts')).href;
    const run = ['--input-type=module', '-e', injectorSource, '--', inject, state];
    const child = spawn(process.execPath, [...run, JSON.stringify(fault), String(last)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  }

  test.each(signals)('number %i of a freeze has left what heal thaws', async (last) => {
    await startZone('east-1');
    await startZone('east-2');
    await killedAfter(last, { kind: 'frozen', region: 'east' });
    expect(started.filter(isStopped).length).toBe(last);
    await heal(state, 'all', noCallbacks);
    expect(started.filter(isStopped)).toEqual([]);
    expect(started.filter(isAlive).length).toBe(4);
    expect(activeFaults(state)).toEqual([]);
  });

  test.each(signals)('number %i of a loss has left what heal starts anew', async (last) => {
    await startZone('east-1');
    const before = [...started];
    const loss: Fault = { kind: 'zone-loss', zone: 'east-1' };
    await killedAfter(last, loss);
    await heal(state, loss, { ...noCallbacks, startZone });
    expect(before.filter(isAlive)).toEqual([]);
    expect(started.filter(isAlive).length).toBe(2);
  });

  test('of a freeze has left what a lab that goes down lets end in good order', async () => {
    for (const zone of zoneNames) await startZone(zone);
    await killedAfter(4, { kind: 'frozen', region: 'east' });
    await down(state);
    expect(started.filter(isAlive)).toEqual([]);
    expect(farewells).toBe(3);
  });
});

describe('a fault of the network', () => {
  test('healing a partition of a region leaves what another fault cuts', async () => {
    const partition: Fault = { kind: 'partition', region: 'east' };
    await inject(state, partition);
    expect(await cuts()).toEqual([
      'east → west',
      'east → witness',
      'west → east',
      'witness → east',
    ]);
    await inject(state, { kind: 'cut', from: 'east', to: 'west', oneWay: true });
    await heal(state, partition, noCallbacks);
    expect(await cuts()).toEqual(['east → west']);
    await heal(state, 'all', noCallbacks);
    expect(await cuts()).toEqual([]);
  });

  test('a slow link goes back to what it was', async () => {
    const before = await linkStates();
    await inject(state, {
      kind: 'slow-link',
      from: 'east',
      to: 'west',
      delayMs: 200,
      bandwidthBytesPerSecond: null,
    });
    const slow = (await linkStates()).filter((link) => link.delayMs === 200);
    expect(slow.map((link) => link.from).sort()).toEqual(['east', 'west']);
    await heal(state, 'all', noCallbacks);
    expect(await linkStates()).toEqual(before);
  });

  test('names that the lab does not hold are told with those that it does', async () => {
    await expect(inject(state, { kind: 'zone-loss', zone: 'north-1' })).rejects.toThrow(
      'no zone "north-1" in this lab; it has east-1, east-2, west-1',
    );
    await expect(
      inject(state, { kind: 'cut', from: 'east', to: 'moon', oneWay: false }),
    ).rejects.toThrow('no site "moon"');
    expect(activeFaults(state)).toEqual([]);
  });
});
