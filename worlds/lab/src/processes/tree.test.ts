import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import {
  identify,
  isAlive,
  isSame,
  ownIdentity,
  type ProcessIdentity,
  parsePsRows,
  readRow,
  signal,
} from './identity.ts';
import { sampleMemory } from './memory.ts';
import { descendants, freezeTree, killTree, thawTree } from './tree.ts';

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

/** A child that says a line when it is up; all that it starts carries the marker as an argument. */
async function start(script: string, marker: string) {
  const child = spawn(process.execPath, ['-e', script, marker], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  await once(child.stdout, 'data');
  const identity = child.pid === undefined ? null : identify(child.pid);
  if (identity === null) throw new Error('the child did not start');
  return { child, identity };
}

function withMarker(marker: string): number {
  const table = execFileSync('ps', ['-axo', 'stat=,args='], { encoding: 'utf8' });
  return table.split('\n').filter((line) => line.includes(marker) && !line.startsWith('Z')).length;
}

/**
 * Like PostgreSQL: a supervisor, a child in its own session that ignores SIGTERM, and its children.
 */
const family = `
const { spawn } = require('node:child_process');
const marker = process.argv[1];
const leaf = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); console.log('up')";
const middle = \`
const { spawn } = require('node:child_process');
process.on('SIGTERM', () => {});
let up = 0;
for (let index = 0; index < 3; index++) {
  const stdio = ['ignore', 'pipe', 'ignore'];
  const run = ['-e', \${JSON.stringify(leaf)}, process.argv[1]];
  const child = spawn(process.execPath, run, { detached: true, stdio });
  child.stdout.once('data', () => { if (++up === 3) console.log('up'); });
}\`;
const stdio = ['ignore', 'pipe', 'ignore'];
const child = spawn(process.execPath, ['-e', middle, marker], { detached: true, stdio });
child.stdout.once('data', () => console.log('up'));
`;

/** Restarts whatever dies, and forks without end. */
const forker = `
const { spawn } = require('node:child_process');
const marker = process.argv[1];
function again() {
  const run = ['-c', 'sleep 0.01; exit 0', marker];
  const child = spawn('/bin/sh', run, { detached: true, stdio: 'ignore' });
  child.once('exit', again);
}
for (let index = 0; index < 4; index++) again();
console.log('up');
`;

describe('a process', () => {
  test('is the same only with its start time', () => {
    const own = ownIdentity();
    expect(isSame(own)).toBe(true);
    expect(isAlive(own)).toBe(true);
    const earlier = { ...own, startTime: `${own.startTime}-before` };
    expect(isSame(earlier)).toBe(false);
    expect(signal(earlier, 'SIGKILL')).toBe(false);
    expect(identify(2 ** 22 + 1)).toBe(null);
  });

  test('rows of ps are read, names with spaces too', () => {
    expect(parsePsRows('  412   1 Ss   Sat Nov 21 08:51:33 2026 /Applications/Some App\n')).toEqual(
      [
        {
          pid: 412,
          parent: 1,
          state: 'S',
          startTime: 'Sat Nov 21 08:51:33 2026',
          command: '/Applications/Some App',
        },
      ],
    );
  });
});

describe('a tree', () => {
  test('is killed as a whole, whatever left its session and ignores SIGTERM', async () => {
    const marker = `outrigger-test-family-${process.pid}`;
    const { child, identity } = await start(family, marker);
    expect(descendants(identity).length).toBe(4);
    expect(withMarker(marker)).toBe(5);
    const exited = once(child, 'exit');
    const report = await killTree([identity]);
    expect(report.survivors).toEqual([]);
    expect(report.killed.length).toBe(5);
    await exited;
    expect(withMarker(marker)).toBe(0);
  });

  test('that forks without end leaves nobody', async () => {
    for (let round = 0; round < 5; round++) {
      const marker = `outrigger-test-forker-${process.pid}-${round}`;
      const { child, identity } = await start(forker, marker);
      const exited = once(child, 'exit');
      const report = await killTree([identity]);
      expect(report.survivors).toEqual([]);
      await exited;
      expect(withMarker(marker)).toBe(0);
    }
  });

  test('whose root is another process by now is left alone', async () => {
    const marker = `outrigger-test-stranger-${process.pid}`;
    const { identity } = await start(family, marker);
    const report = await killTree([{ pid: identity.pid, startTime: 'another' }]);
    expect(report.killed).toEqual([]);
    expect(withMarker(marker)).toBe(5);
    await killTree([identity]);
  });

  test('is frozen and thawed as a whole', async () => {
    const marker = `outrigger-test-frozen-${process.pid}`;
    const { identity } = await start(family, marker);
    const states = (identities: readonly ProcessIdentity[]) =>
      identities.map((one) => readRow(one.pid)?.state);
    const told: ProcessIdentity[][] = [];
    const report = await freezeTree([identity], (frozen) => {
      // The newest of them run still: whoever is killed now has told of all that it has stopped.
      const before = told.at(-1)?.length ?? 0;
      expect(states(frozen.slice(before))).not.toContain('T');
      told.push([...frozen]);
    });
    expect(report.frozen.length).toBe(5);
    expect(told.at(-1)).toEqual(report.frozen);
    expect(states(report.frozen)).toEqual(Array(5).fill('T'));
    thawTree(report.frozen);
    expect(states(report.frozen)).not.toContain('T');
    const killed = await killTree([identity]);
    expect(killed.survivors).toEqual([]);
  });

  test('has a size in memory', async () => {
    const { identity } = await start(family, `outrigger-test-memory-${process.pid}`);
    const sample = sampleMemory([identity, identity]);
    expect(sample.processes).toBe(5);
    expect(sample.bytes).toBeGreaterThan(5 * 1024 * 1024);
    await killTree([identity]);
  });
});
