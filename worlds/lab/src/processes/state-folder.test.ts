import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSecret } from '../control/environment.ts';
import { basePortDefault, findFreePorts, takenPorts } from './free-ports.ts';
import { identify } from './identity.ts';
import { describeProblem } from './problem.ts';
import {
  allRoots,
  readProcesses,
  recordAgent,
  recordProcess,
  recordZoneChild,
} from './recorded.ts';
import {
  lockState,
  prepareStateFolder,
  removeStateFolder,
  statePaths,
  writeJsonAtomically,
} from './state-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outrigger-state-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function problemOf(attempt: ReturnType<typeof lockState> | ReturnType<typeof prepareStateFolder>) {
  if (!('problem' in attempt)) throw new Error('there is no problem');
  return attempt.problem;
}

describe('a state folder', () => {
  test('keeps its secrets to its owner, and keeps them', () => {
    const state = join(folder, 'lab');
    expect(prepareStateFolder(state, 0)).toEqual({ value: { created: state } });
    expect(statSync(state).mode & 0o777).toBe(0o711);
    expect(statSync(statePaths.secrets(state)).mode & 0o777).toBe(0o700);
    const path = join(statePaths.secrets(state), 'control-token');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = readSecret(state, 'control-token');
    expect(before.length).toBe(48);
    expect(prepareStateFolder(state, 0)).toEqual({ value: { created: null } });
    expect(readSecret(state, 'control-token')).toBe(before);
  });

  test('made for nothing is removed, with what was made above it, and nothing else', () => {
    const state = join(folder, 'of', 'a', 'lab');
    expect(problemOf(prepareStateFolder(state, 2 ** 60)).wrong).toContain('the disk is full');
    expect(readdirSync(folder)).toEqual([]);
    const made = prepareStateFolder(state, 0);
    expect(made).toEqual({ value: { created: join(folder, 'of') } });
    writeFileSync(join(folder, 'of', 'mine'), '');
    removeStateFolder(state, join(folder, 'of'));
    expect(readdirSync(join(folder, 'of'))).toEqual(['mine']);
    expect(prepareStateFolder(folder, 2 ** 60)).toHaveProperty('problem');
    expect(readdirSync(join(folder, 'of'))).toEqual(['mine']);
  });

  test('of an older version is refused', () => {
    writeJsonAtomically(statePaths.version(folder), { stateVersion: 0 });
    const problem = problemOf(prepareStateFolder(folder, 0));
    expect(problem).toMatchObject({ path: folder, value: 'state of version 0' });
    expect(problem.wrong).toContain('an older one');
    expect(problem.mend).toContain('lab down');
  });

  test('without a version but with a layout is refused, of a newer one too', () => {
    writeJsonAtomically(statePaths.layout(folder), {});
    expect(problemOf(prepareStateFolder(folder, 0)).value).toBe('state of version unknown');
    writeJsonAtomically(statePaths.version(folder), { stateVersion: 99 });
    expect(problemOf(prepareStateFolder(folder, 0)).wrong).toContain('a newer one');
  });

  test('on a full disk is refused', () => {
    const problem = problemOf(prepareStateFolder(folder, 2 ** 60));
    expect(problem.wrong).toContain('the disk is full');
    expect(describeProblem(problem)).toContain('MiB free');
  });

  test('that cannot be written says so', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(problemOf(prepareStateFolder(join(file, 'lab'), 0))).toMatchObject({
      value: 'not a directory (ENOTDIR)',
    });
  });

  test('is locked by a living process only', async () => {
    const first = lockState(folder);
    expect('value' in first).toBe(true);
    const problem = problemOf(lockState(folder));
    expect(problem.wrong).toContain('already running');
    expect(problem.value).toBe(`process ${process.pid}`);
    if ('value' in first) first.value.release();
    writeFileSync(
      statePaths.lock(folder),
      JSON.stringify({ pid: process.pid, startTime: 'long ago' }),
    );
    const second = lockState(folder);
    expect('value' in second).toBe(true);
    if ('value' in second) second.value.release();

    const left = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      stdio: 'ignore',
    });
    await once(left, 'spawn');
    const identity = identify(left.pid ?? 0);
    expect(problemOf(lockState(folder, identity === null ? [] : [identity])).value).toBe(
      `process ${left.pid}`,
    );
    left.kill('SIGKILL');
  });

  test('records who runs, and forgets nobody whatever is written in between', () => {
    const identity = (pid: number) => ({ pid, startTime: `${pid}` });
    expect(allRoots(folder)).toEqual([]);
    recordAgent(folder, 'east-1', identity(1));
    recordProcess(folder, 'links', identity(2));
    recordZoneChild(folder, 'east-1', 'orders', identity(3));
    recordZoneChild(folder, 'east-1', 'catalog', identity(4));
    recordZoneChild(folder, 'east-1', 'orders', null);
    expect(allRoots(folder)).toEqual([identity(1), identity(4), identity(2)]);
    expect(readProcesses(folder).agents['east-1']).toEqual(identity(1));
    expect(readFileSync(statePaths.processes(folder), 'utf8')).toContain('"schemaVersion": 1');
  });
});

describe('free ports', () => {
  test('taken ones are named, with the mend', async () => {
    const found = await findFreePorts(20);
    if (!('value' in found)) throw new Error(describeProblem(found.problem));
    expect(found.value.first).toBeGreaterThanOrEqual(basePortDefault);
    const taken = found.value.first + 3;
    const server = createServer().listen(taken, '127.0.0.1');
    await once(server, 'listening');
    expect(await takenPorts(found.value.first, 20)).toEqual([taken]);
    const refused = await findFreePorts(20, found.value.first);
    expect('problem' in refused && refused.problem.value).toBe(`${taken} in use`);
    const after = await findFreePorts(20);
    expect('value' in after && after.value.first).toBeGreaterThan(0);
    server.close();
  });

  test('a base above the range is refused', async () => {
    const refused = await findFreePorts(100, 32_700);
    expect('problem' in refused && refused.problem.mend).toContain('32668');
  });
});
