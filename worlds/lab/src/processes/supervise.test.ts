import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ChildStatus } from './child-status.ts';
import { isAlive, type ProcessIdentity, signal } from './identity.ts';
import { readZoneProcesses, recordZoneChild } from './recorded.ts';
import { type SupervisedChild, supervise } from './supervise.ts';

let folder: string;
let child: SupervisedChild | null = null;
let health: Health;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outrigger-supervise-'));
  health = await listenForHealth();
});
afterEach(async () => {
  await child?.stop();
  child = null;
  health.close();
  await rm(folder, { recursive: true, force: true });
});

interface Health {
  readonly port: number;
  readonly close: () => void;
}

/**
 * Speaks for the child, which calls it and stays on the line: ready for as long as it does. So the
 * port is ours from before the child's start until after its end, and nobody takes it in between.
 */
async function listenForHealth(): Promise<Health> {
  let callers = 0;
  const server = createServer((request, response) => {
    if (request.url === '/readyz') {
      if (callers === 0) response.destroy();
      else response.writeHead(200).end();
      return;
    }
    callers += 1;
    response.once('close', () => {
      callers -= 1;
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port, close };
}

function newChild(source: string, options: { graceMs?: number } = {}): SupervisedChild {
  const script = join(folder, 'service.ts');
  writeFileSync(script, source);
  child = supervise(
    {
      name: 'service',
      run: [script],
      environment: { PORT: String(health.port) },
      logFile: join(folder, 'logs', 'service.log'),
      readyUrl: `http://127.0.0.1:${health.port}/readyz`,
      ...options,
    },
    (name, identity) => recordZoneChild(folder, 'zone-1', name, identity),
  );
  return child;
}

/** The first status that `found` accepts, from now on. */
function until(which: SupervisedChild, found: (status: ChildStatus) => boolean) {
  return new Promise<ChildStatus>((resolve) => {
    const look = (status: ChildStatus) => {
      if (!found(status)) return;
      off();
      resolve(status);
    };
    const off = which.onChange(look);
    look(which.status());
  });
}

const service = `
import { get } from 'node:http';
const port: number = Number(process.env.PORT);
console.log('up');
get({ port, host: '127.0.0.1', path: '/here' }).on('error', () => process.exit());
`;

describe('a supervised child', () => {
  test('starts, becomes ready, is recorded and stops', async () => {
    const one = newChild(service);
    one.start();
    expect(one.status().state).toBe('starting');
    expect(await one.whenReady(20_000)).toBe(true);
    expect(one.status().state).toBe('running');
    const recorded = readZoneProcesses(folder, 'zone-1').children.service;
    expect(recorded).toEqual(one.status().identity);
    await one.stop();
    expect(one.status()).toMatchObject({ state: 'stopped', ready: false, restarts: 0 });
    expect(readZoneProcesses(folder, 'zone-1').children).toEqual({});
    expect(recorded !== undefined && isAlive(recorded)).toBe(false);
    expect(readFileSync(join(folder, 'logs', 'service.log'), 'utf8')).toBe('up\n');
  });

  test('is started again when it is killed, as another process', async () => {
    const one = newChild(service);
    one.start();
    await one.whenReady(20_000);
    const before = one.status().identity as ProcessIdentity;
    const crashed = until(one, (status) => status.state === 'crashed');
    signal(before, 'SIGKILL');
    expect((await crashed).lastEnd).toBe('SIGKILL');
    const after = await until(one, (status) => status.ready);
    expect(after.restarts).toBe(1);
    expect(after.identity?.pid).not.toBe(before.pid);
  });

  test('that ignores SIGTERM is killed after the grace', async () => {
    const one = newChild(`process.on('SIGTERM', () => {});${service}`, { graceMs: 50 });
    one.start();
    await one.whenReady(20_000);
    await one.stop();
    expect(one.status()).toMatchObject({ state: 'stopped', lastEnd: 'SIGKILL' });
  });

  test('that cannot run is not ready, and says how it ended', async () => {
    const one = newChild('process.exit(3)');
    one.start();
    const status = await until(one, (found) => found.restarts >= 2);
    expect(status.lastEnd).toBe('exit 3');
    const waiting = one.whenReady(20_000);
    await one.stop();
    expect(await waiting).toBe(false);
  });
});
