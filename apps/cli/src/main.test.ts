import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nameFrom } from './commands/init.ts';
import { main } from './main.ts';
import { createProgram } from './program.ts';
import { version } from './program-version.ts';
import { expectGolden, platforms, run, runProcess, transcript } from './testing.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outrigger-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('help and versions', () => {
  test('every command has help with examples, within 80 columns', async () => {
    const { stdout } = await run(['--help']);
    expectGolden('help.txt', stdout);
    const sink = { isTerminal: false, write: () => undefined };
    const quiet = { folder, environment: {}, stdout: sink, stderr: sink, canAsk: false };
    const names = createProgram(quiet).program.commands.flatMap((command) => [
      [command.name()],
      ...command.commands.map((inner) => [command.name(), inner.name()]),
    ]);
    for (const words of names) {
      const help = await run([...words, '--help']);
      expect(help.code).toBe(0);
      expect(help.stdout).toContain('Examples:\n  $ outrigger ');
      for (const line of help.stdout.split('\n')) expect(line.length, line).toBeLessThan(82);
    }
  });

  test('what several commands take is told in the same words', () => {
    const sink = { isTerminal: false, write: () => undefined };
    const quiet = { folder, environment: {}, stdout: sink, stderr: sink, canAsk: false };
    const all = createProgram(quiet).program.commands.flatMap((each) => [each, ...each.commands]);
    const told = all
      .flatMap((command) => command.options)
      .filter(({ long }) => long === '--state')
      .map(({ flags, description }) => `${flags} ${description}`);
    expect(told.length).toBeGreaterThan(10);
    expect([...new Set(told)]).toHaveLength(1);
  });

  test('no command is help; --version is the version', async () => {
    expect((await run([])).stdout).toBe((await run(['--help'])).stdout);
    expect((await run(['--version'])).stdout).toBe(`${version()}\n`);
  });
});

describe('a command line that cannot be run', () => {
  test.each([
    ['chek'],
    ['check', '--jsno'],
    ['check', 'sound.ts', 'other.ts'],
    ['plan', '--format', 'pdf'],
    ['completion'],
    ['completion', 'tcsh'],
    ['lab', 'inject'],
    ['runs', 'approve', 'newest'],
    ['drill', '--port', 'abc'],
    ['drill', '--link', 'far'],
    ['drill', '--rate', '9000'],
    ['drill', '--rate', '1e2'],
    ['drill', '--planned', '--failure', 'zone-loss'],
    ['lab', 'up', '--seed', '1.5'],
  ])('%s %s %s', async (...parameters) => {
    const ran = await run(parameters);
    const name = parameters.join('-').replaceAll('--', '');
    expectGolden(`command-line/${name}.txt`, transcript(parameters, ran));
    expect(ran.code).toBe(2);
  });
});

describe('a state folder that is a file', () => {
  test.each([
    'lab status',
    'lab up eks-failover',
    'lab down',
    'drill eks-failover',
    'recover',
    'runs list',
  ])('%s', async (words) => {
    const file = join(folder, 'file');
    writeFileSync(file, 'mine');
    for (const state of ['file', 'file/below']) {
      const ran = await run([...words.split(' '), '--state', state], { folder });
      expect(ran).toMatchObject({ code: 2, stdout: '' });
      expect(ran.stderr.replace(/\s+/g, ' ')).toContain('is a file, where a folder is needed');
    }
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});

describe('a lab that cannot begin', () => {
  const state = () => join(folder, 'of', 'a', 'lab');
  test.each([
    ['lab', 'up', 'eks-failover'],
    ['drill', 'eks-failover'],
  ])('%s %s leaves nothing behind', async (...words) => {
    const ran = await run([...words, '--port', '99999999', '--state', state()], { folder });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('ports between 1024 and 32767');
    expect(ran.stderr).toContain('Nothing was changed.');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a lab whose service has no program', () => {
  test.each([
    ['lab', 'up'],
    ['drill', '.'],
  ])('%s %s is refused before anything is started', async (...words) => {
    const text = readFileSync(join(platforms, 'small-lab.ts'), 'utf8')
      .replace('../../../storefront/src/orders/main.ts', './nope.ts')
      .replaceAll('../../../storefront', join(platforms, '../../../storefront'));
    writeFileSync(join(folder, 'platform.ts'), text);
    const ran = await run([...words, '--state', join(folder, 'lab')], { folder });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    const line = text.split('\n').findIndex((each) => each.includes('./nope.ts')) + 1;
    expect(ran.stderr).toContain(`platform.ts:${line}`);
    expect(ran.stderr).toContain('components.orders.lab.run[0]');
    expect(ran.stderr).toContain("'./nope.ts'");
    expect(ran.stderr).toContain('there is no file');
    expect(readdirSync(folder)).toEqual(['platform.ts']);
  });
});

describe('init', () => {
  test('writes a platform that passes check, and never overwrites', async () => {
    const made = await run(['init', 'My Shop'], { folder });
    expect(made.stdout).toContain("outrigger check 'My Shop'");
    const file = join(folder, 'My Shop', 'platform.ts');
    expect(readdirSync(join(folder, 'My Shop'))).toEqual(['platform.ts']);
    expect((await run(['check', 'My Shop'], { folder })).stdout).toContain('my-shop, warm-standby');

    const below = await run(['init', 'My Shop/platform.ts'], { folder });
    expect(below).toMatchObject({ code: 2, stdout: '' });
    expect(below.stderr).toContain('is a file, where a folder is needed');

    writeFileSync(file, 'mine');
    const again = await run(['init', 'My Shop'], { folder });
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('init never overwrites');
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(readdirSync(join(folder, 'My Shop'))).toEqual(['platform.ts']);
  });

  test.runIf(existsSync('/proc/self'))(
    'says that no folder can be made where none can, as do build and drill',
    async () => {
      const refused = await run(['init', '/proc/outrigger/shop'], { folder });
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain('is where no folder can be made');

      await run(['init', '.'], { folder });
      const built = await run(['build', '--out', '/proc/outrigger/built'], { folder });
      expect(built).toMatchObject({ code: 2, stdout: '' });
      expect(built.stderr).toContain('--out');
      expect(built.stderr).toContain('is where no folder can be made');

      const drilled = await run(['drill', folder, '--state', join(folder, 'state')], {
        folder: '/proc',
      });
      expect(drilled).toMatchObject({ code: 2, stdout: '' });
      expect(drilled.stderr).toContain('run the drill from another folder');
      expect(existsSync(join(folder, 'state'))).toBe(false);
    },
  );

  test.each([
    ['/a/Shop', 'shop'],
    ['/a/my  shop!', 'my-shop'],
    ['/a/2026', 'my-platform'],
    ['/', 'my-platform'],
  ])('a folder %s gives the name %s', (path, name) => expect(nameFrom(path)).toBe(name));
});

test('schema prints a JSON Schema', async () => {
  const schema = JSON.parse((await run(['schema'])).stdout);
  expect(schema.$schema).toContain('json-schema.org');
  expect(Object.keys(schema.properties)).toContain('components');
});

describe('completion', () => {
  test.each(['bash', 'zsh', 'fish'])('%s', async (shell) => {
    const { stdout, code } = await run(['completion', shell]);
    expect(code).toBe(0);
    for (const word of ['check', 'plan', 'explain', 'failure']) expect(stdout).toContain(word);
  });

  test('bash reads its script and completes', async () => {
    const { stdout } = await run(['completion', 'bash']);
    const ask = 'COMP_WORDS=(outrigger pl); COMP_CWORD=1; _outrigger; echo "$COMPREPLY"';
    const shell = spawnSync('bash', ['-c', `${stdout}\n${ask}`], { encoding: 'utf8' });
    expect(shell).toMatchObject({ status: 0, stdout: 'plan\n', stderr: '' });
  });
});

test('a bug of ours shows its stack and asks for a report', async () => {
  let told = '';
  const tell = (text: string) => {
    told += text;
  };
  const broken = {
    folder,
    environment: {},
    canAsk: false,
    stderr: { isTerminal: false, write: tell },
    stdout: {
      isTerminal: false,
      write: () => {
        throw new TypeError('a broken sink');
      },
    },
  };
  expect(await main(['schema'], broken)).toBe(70);
  expect(told).toContain('TypeError: a broken sink\n    at ');
  expect(told).toContain('This is a bug of Outrigger');
});

describe('the command as a process', () => {
  test('colours are forced or absent', async () => {
    const forced = await runProcess(['check', 'unknown-kind.ts'], { FORCE_COLOR: '1' });
    const plain = await runProcess(['check', 'unknown-kind.ts']);
    const start = String.fromCharCode(27);
    expect(forced.stderr).toContain(`${start}[31m✗ unknown-kind.ts`);
    expect(plain.stderr).not.toContain(start);
    expect([forced.code, plain.code]).toEqual([2, 2]);
  });
});
