import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { identify, isAlive } from '../processes/identity.ts';
import { readZoneProcesses, recordZoneChild } from '../processes/recorded.ts';
import { endLeftBehind } from './left-behind.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-left-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('ends what the killed agent of the zone had started, and nothing else', async () => {
  const stubborn = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log()";
  const start = async (zone: string, name: string) => {
    const stdio = ['ignore', 'pipe', 'inherit'] as const;
    const child = spawn(process.execPath, ['-e', stubborn], { stdio: [...stdio] });
    if (child.stdout !== null) await once(child.stdout, 'data');
    const identity = child.pid === undefined ? null : identify(child.pid);
    if (identity === null) throw new Error('the child did not start');
    recordZoneChild(folder, zone, name, identity);
    return { child, identity };
  };
  const orders = await start('north-a', 'orders');
  const other = await start('north-b', 'orders');
  try {
    // A pid that was given to another process since: it is not ours.
    recordZoneChild(folder, 'north-a', 'web', { ...other.identity, startTime: 'earlier' });
    await endLeftBehind(folder, 'north-a');
    expect(isAlive(orders.identity)).toBe(false);
    expect(isAlive(other.identity)).toBe(true);
    expect(readZoneProcesses(folder, 'north-a').children).toEqual({});
    await endLeftBehind(folder, 'north-a');
  } finally {
    other.child.kill('SIGKILL');
  }
});
