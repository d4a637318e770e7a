import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/**
 * The bootstrap against a repository of a few files and an npm of ours, handed over by npm's own
 * variable: what it does is counted in `installs`, how it fails is in `npm-fault`.
 */
const npmStandIn = `
const fs = require('node:fs');
const fault = fs.existsSync('npm-fault') ? fs.readFileSync('npm-fault', 'utf8') : '';
fs.appendFileSync('installs', process.argv[2] + '\\n');
if (fault.startsWith('network')) {
  console.error('npm error code ENOTFOUND');
  process.exit(1);
}
if (fault.startsWith('incomplete') && process.argv[2] === 'ci') {
  console.error('npm error code EUSAGE');
  process.exit(1);
}
fs.mkdirSync('node_modules/.bin', { recursive: true });
if (fault.startsWith('half')) process.exit(1);
const finish = () => {
  fs.rmSync('node_modules/.bin/node', { force: true });
  if (!fault.startsWith('scripts')) fs.symlinkSync(process.execPath, 'node_modules/.bin/node');
};
setTimeout(finish, fault.startsWith('slow') ? 500 : 0);
`;
const commandStandIn = `
console.log(JSON.stringify({ version: process.version, arguments: process.argv.slice(2) }));
if (process.argv.includes('wait')) {
  process.on('SIGTERM', () => process.exit(7));
  console.log('waiting');
  setInterval(() => {}, 1000);
} else process.exitCode = Number(process.env.EXIT_CODE ?? 0);
`;

let root: string;
const running = new Set<ChildProcess>();

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'outrigger-bootstrap-'));
  mkdirSync(join(root, 'apps/cli/bin'), { recursive: true });
  cpSync(import.meta.dirname, join(root, 'scripts'), { recursive: true });
  write('package.json', '{ "name": "stand-in" }');
  write('package-lock.json', '{ "packages": {} }');
  write('npm-cli.cjs', npmStandIn);
  write('apps/cli/bin/outrigger.mjs', commandStandIn);
});

afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  rmSync(root, { recursive: true });
});

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text);
}

function start(parameters: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', ...parameters], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, npm_execpath: join(root, 'npm-cli.cjs'), ...environment },
  });
  running.add(child);
  const result = { child, stdout: '', stderr: '', code: null as number | null };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    result.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    result.stderr += text;
  });
  return result;
}

async function run(parameters: readonly string[], environment: Record<string, string> = {}) {
  const result = start(parameters, environment);
  [result.code] = (await once(result.child, 'close')) as [number | null];
  return result;
}

/** Somebody holds the lock already. */
function hold(lock: string): void {
  mkdirSync(join(root, '.outrigger'));
  write('.outrigger/install.lock', lock);
}

interface RowOfPs {
  rowOfPs(pid?: number): { readonly state: string; readonly startTime: string } | null;
}

const onlyInstalling = 'Installing what Outrigger needs (npm ci, once)…\n';
const ofAnother = JSON.stringify({ pid: process.pid, startTime: 'earlier' });

const installs = () =>
  existsSync(join(root, 'installs'))
    ? readFileSync(join(root, 'installs'), 'utf8').trim().split('\n')
    : [];

describe('npm start', () => {
  test('installs once, in one line on stderr, and passes arguments and exit code on', async () => {
    const first = await run(['start', '--seed', '1'], { EXIT_CODE: '3' });
    expect(first.stderr).toBe(onlyInstalling);
    expect(JSON.parse(first.stdout)).toEqual({
      version: process.version,
      arguments: ['drill', 'examples/eks-failover', '--seed', '1'],
    });
    expect(first.code).toBe(3);
    const second = await run(['start']);
    expect(second.stderr).toBe('');
    expect(second.code).toBe(0);
    expect(installs()).toEqual(['ci']);
    expect(readdirSync(join(root, '.outrigger'))).toEqual([]);
  });

  test('installs again when the lock file has changed', async () => {
    await run(['start']);
    write('package-lock.json', '{ "packages": {}, "changed": true }');
    rmSync(join(root, 'node_modules/.package-lock.json'), { force: true });
    await run(['start']);
    expect(installs()).toEqual(['ci', 'ci']);
  });

  test('uses npm install where there is no lock file', async () => {
    rmSync(join(root, 'package-lock.json'));
    await run(['start']);
    await run(['start']);
    expect(installs()).toEqual(['install']);
  });

  test('completes a lock file that npm ci refuses', async () => {
    write('npm-fault', 'incomplete');
    expect((await run(['start'])).code).toBe(0);
    expect(installs()).toEqual(['ci', 'install']);
  });

  test('does not repeat an install that a person did by hand', async () => {
    await run(['start']);
    rmSync(join(root, 'node_modules/.outrigger-install.json'));
    write('node_modules/.package-lock.json', '{ "packages": {} }');
    await run(['start']);
    expect(installs()).toEqual(['ci']);
  });

  test('does a half-finished install again', async () => {
    write('npm-fault', 'half');
    const half = await run(['start']);
    expect(half.stderr).toContain('npm ci did not finish.');
    expect(half.code).toBe(2);
    rmSync(join(root, 'npm-fault'));
    expect((await run(['start'])).code).toBe(0);
    expect(installs()).toEqual(['ci', 'ci']);
  });

  test('lets one of two runs install and the other wait', async () => {
    write('npm-fault', 'slow');
    const both = await Promise.all([run(['start']), run(['start'])]);
    expect(both.map((result) => result.code)).toEqual([0, 0]);
    expect(installs()).toEqual(['ci']);
  });

  test.each<[who: string, lock: (gone: number) => string]>([
    ['a run that was killed', (pid) => JSON.stringify({ pid, startTime: 'then' })],
    ['one of before start times were written', String],
    ['one whose pid another process got', () => ofAnother],
    ['nobody', () => ''],
  ])('takes over the lock of %s', async (_, lock) => {
    const gone = spawn(process.execPath, ['-e', '']);
    await once(gone, 'close');
    hold(lock(gone.pid ?? 0));
    expect(await run(['start'])).toMatchObject({ code: 0, stderr: onlyInstalling });
    expect(installs()).toEqual(['ci']);
  });

  test('takes over the lock of a run that ended and that nobody reaps', async () => {
    // The shell becomes a program that never asks how its child ended.
    const script = 'sleep 1 & echo $!; exec sleep 600';
    const parent = spawn('sh', ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    running.add(parent);
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    hold(String(line).trim());
    expect((await run(['start'])).code).toBe(0);
    expect(installs()).toEqual(['ci']);
  });

  test('waits for who holds the lock, and reads one without a start time', async () => {
    const owner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)']);
    running.add(owner);
    hold(String(owner.pid));
    const result = start(['start']);
    const closed = once(result.child, 'close');
    while (!result.stderr.includes('\n')) await once(result.child.stderr, 'data');
    expect(result.stderr).toContain(`Waiting for another install (process ${owner.pid}; `);
    expect(installs()).toEqual([]);
    owner.kill('SIGKILL');
    expect(await closed).toEqual([0, null]);
    expect(installs()).toEqual(['ci']);
  });

  test('knows a process by ps too, where there is no /proc', async () => {
    const { rowOfPs }: RowOfPs = await import(join(import.meta.dirname, 'process-identity.mjs'));
    const row = rowOfPs(process.pid);
    expect(row?.state).toMatch(/^[RSD]$/);
    const startedAt = Date.parse(row?.startTime ?? '');
    // Whole seconds, and Linux counts them from a boot that is itself rounded.
    expect(Math.abs(startedAt - performance.timeOrigin)).toBeLessThan(5_000);
    const gone = spawn(process.execPath, ['-e', '']);
    await once(gone, 'close');
    expect(rowOfPs(gone.pid)).toBeNull();
  });
});

describe('what can be wrong', () => {
  test('no network', async () => {
    write('npm-fault', 'network');
    const result = await run(['start']);
    expect(result.stderr).toContain("needs the package registry, and it can't be reached");
    expect(result.stderr).toContain('mend: connect to the network');
    expect(result.code).toBe(2);
  });

  test('install scripts are blocked', async () => {
    write('npm-fault', 'scripts');
    const result = await run(['start']);
    expect(result.stderr).toContain('Node 24 was not installed');
    expect(result.stderr).toContain('npm config set ignore-scripts false --location=project');
    expect(result.stderr).not.toContain('    at ');
    expect(result.code).toBe(2);
  });

  test('no such command', async () => {
    const result = await run(['strat']);
    expect(result.stderr).toContain('usage: ');
    expect(result.code).toBe(2);
    expect(installs()).toEqual([]);
  });
});

test('a signal reaches the command, and its exit code comes back', async () => {
  const result = start(['cli', 'wait']);
  while (!result.stdout.includes('waiting')) await once(result.child.stdout, 'data');
  result.child.kill('SIGTERM');
  const [code] = (await once(result.child, 'close')) as [number | null];
  expect(code).toBe(7);
});

describe('the last line of .ci/run', () => {
  async function count(report: string | null) {
    if (report !== null) write('report.json', report);
    const child = spawn(process.execPath, ['scripts/count-tests.mjs', 'report.json'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    const [code] = (await once(child, 'close')) as [number | null];
    return { stdout, code };
  }
  const passed = { status: 'passed', assertionResults: [{}] };
  const broken = { status: 'failed', assertionResults: [] };
  const report = (numPassedTests: number, numFailedTests: number, testResults: unknown[]) =>
    JSON.stringify({ numPassedTests, numFailedTests, testResults });

  test.each([
    { what: 'all well', text: report(4, 0, [passed]), line: '4 passed, 0 failed\n', code: 0 },
    { what: 'one failed', text: report(4, 1, [passed]), line: '4 passed, 1 failed\n', code: 1 },
    { what: 'broken file', text: report(4, 0, [broken]), line: '4 passed, 1 failed\n', code: 1 },
    { what: 'no test', text: report(0, 0, []), line: '0 passed, 0 failed\n', code: 1 },
    { what: 'no report', text: null, line: '0 passed, 0 failed\n', code: 1 },
  ])('$what', async ({ text, line, code }) => {
    expect(await count(text)).toEqual({ stdout: line, code });
  });
});
