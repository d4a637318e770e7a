import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findFreePorts } from './free-ports.ts';
import { isAlive, type ProcessIdentity, signal } from './identity.ts';
import { readZoneProcesses, recordZoneChild } from './recorded.ts';
import { type ChildStatus, type SupervisedChild, supervise } from './supervise.ts';

let folder: string;
let child: SupervisedChild | null = null;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outrigger-supervise-'));
});
afterEach(async () => {
  await child?.stop();
  child = null;
  await rm(folder, { recursive: true, force: true });
});

async function newChild(source: string, options: { graceMs?: number } = {}) {
  const ports = await findFreePorts(1);
  if (!('value' in ports)) throw new Error('no port');
  const script = join(folder, 'service.ts');
  writeFileSync(script, source);
  const port = ports.value.first;
  child = supervise(
    {
      name: 'service',
      run: [script],
      environment: { PORT: String(port) },
      logFile: join(folder, 'logs', 'service.log'),
      readyUrl: `http://127.0.0.1:${port}/readyz`,
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
import { createServer } from 'node:http';
const port: number = Number(process.env.PORT);
createServer((request, response) => {
  response.writeHead(200).end();
}).listen(port, '127.0.0.1', () => console.log('up'));
`;

describe('a supervised child', () => {
  test('starts, becomes ready, is recorded and stops', async () => {
    const one = await newChild(service);
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
    const one = await newChild(service);
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
    const one = await newChild(`process.on('SIGTERM', () => {});${service}`, { graceMs: 50 });
    one.start();
    await one.whenReady(20_000);
    await one.stop();
    expect(one.status()).toMatchObject({ state: 'stopped', lastEnd: 'SIGKILL' });
  });

  test('that cannot run is not ready, and says how it ended', async () => {
    const one = await newChild('process.exit(3)');
    one.start();
    const status = await until(one, (found) => found.restarts >= 2);
    expect(status.lastEnd).toBe('exit 3');
    const waiting = one.whenReady(20_000);
    await one.stop();
    expect(await waiting).toBe(false);
  });
});
