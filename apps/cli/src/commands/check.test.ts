import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exampleNames } from '../platform/find.ts';
import { expectGolden, run, runProcess, transcript } from '../testing.ts';

/** What is wrong is in the data. */
const wrongData = [
  'unknown-kind.ts',
  'missing-reference.ts',
  'wrong-kind.ts',
  'overlapping-ranges.ts',
  'standby-without-replica.ts',
  'impossible-objective.ts',
  'contradictory-sizes.ts',
  'duplicate-names.ts',
  'long-names.ts',
  'several-problems.ts',
  'not-a-platform.ts',
  'a-function.ts',
  'broken.json',
  'incomplete.json',
  'nowhere.ts',
];
/** What is wrong happens while the file is read, and may befall the process that reads it. */
const wrongCode = [
  'throws.ts',
  'a-getter-throws.ts',
  'throws-nothing.ts',
  'rejects.ts',
  'forgets-a-promise.ts',
  'ends-the-program.ts',
  'syntax-error.ts',
  'missing-import.ts',
];
const bad = [
  ...wrongData.map((file) => [file, run] as const),
  ...[...wrongCode, 'several-problems.ts'].map((file) => [file, runProcess] as const),
];

test.each(bad)('check %s says where, what and how to mend it', async (file, command) => {
  const parameters = ['check', file];
  const ran = await command(parameters);
  expectGolden(`check/${file}.txt`, transcript(parameters, ran));
  expect(ran.code).toBe(2);
  expect(ran.stdout).toBe('');
  expect(ran.stderr).not.toMatch(/^ +at /m);
  for (const line of ran.stderr.split('\n')) expect([...line].length, line).toBeLessThanOrEqual(80);
});

test('a file that waits for ever is told, after what Node says of it', async () => {
  const ran = await runProcess(['check', 'waits-for-ever.ts']);
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain('or waits for something that never comes');
});

test.each([
  ['throws.ts', runProcess],
  ...['several-problems.ts', 'broken.json', 'nowhere.ts'].map((file) => [file, run] as const),
] as const)('check %s --json prints JSON alone', async (file, command) => {
  const ran = await command(['check', file, '--json']);
  expect(ran.stderr).toBe('');
  const answer = JSON.parse(ran.stdout);
  expect(answer).toMatchObject({ ok: false, exitCode: 2 });
  expect(answer.problems.length).toBeGreaterThan(0);
  for (const problem of answer.problems) {
    expect(Object.keys(problem).sort()).toEqual(
      ['file', 'line', 'mend', 'path', 'value', 'wrong'].sort(),
    );
  }
});

test('a sound platform, with and without reasons', async () => {
  for (const parameters of [
    ['check', 'sound.ts'],
    ['check', 'sound.ts', '--explain'],
  ]) {
    const ran = await run(parameters);
    expect(ran.code).toBe(0);
    expectGolden(`${parameters.join('-').replace('--', '')}.txt`, transcript(parameters, ran));
    for (const line of ran.stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  }
});

test('a sound platform as JSON has every default filled', async () => {
  const { stdout, code } = await run(['check', 'sound.ts', '--json']);
  const answer = JSON.parse(stdout);
  expect(code).toBe(0);
  expect(answer.ok).toBe(true);
  expect(answer.platform.objectives['zone-loss']).toMatchObject({ rpoMs: 0, rtoMs: 300_000 });
  expect(answer.digest).toMatch(/^[0-9a-f]{64}$/);
});

test.each(exampleNames())('the example %s is sound', async (name) => {
  expect((await run(['check', name])).code).toBe(0);
});

test('a folder that has no platform is told so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outrigger-check-'));
  try {
    expect((await run(['check'], { folder })).stderr).toContain('this folder has no platform.ts');
    writeFileSync(join(folder, 'platform.json'), '{}');
    expect((await run(['check'], { folder })).stderr).toContain('platform.json cannot be used');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('JSON may begin with a byte order mark', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outrigger-check-'));
  try {
    writeFileSync(join(folder, 'platform.json'), '\uFEFF{}');
    expect((await run(['check'], { folder })).stderr).toContain('add name');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a platform that prints does not disturb the JSON', async () => {
  const { stdout, stderr, code } = await runProcess(['check', 'prints.ts', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout).ok).toBe(true);
  for (const words of ['said by console', 'written to stdout', 'written by a getter']) {
    expect(stderr).toContain(words);
  }
});

test('a platform that throws when all is told is refused all the same', async () => {
  const { stderr, code } = await runProcess(['check', 'throws-later.ts']);
  expect(code).toBe(2);
  expect(stderr).toContain('throws-later.ts:4');
  expect(stderr).toContain('the file throws Error: nobody waits for this');
  expect(stderr).not.toMatch(/^ +at /m);
});

test('--debug adds the stack trace that is otherwise kept back', async () => {
  const { stderr } = await runProcess(['check', 'throws.ts', '--debug']);
  expect(stderr).toContain('platforms/throws.ts:4');
  expect(stderr).toMatch(/^ +at size /m);
});

test.each(['check', 'build'])(
  '%s tells what AWS would refuse beside other problems',
  async (name) => {
    const folder = mkdtempSync(join(tmpdir(), 'outrigger-check-'));
    try {
      await run(['init', 'shop'], { folder });
      const file = join(folder, 'shop', 'platform.ts');
      const written = readFileSync(file, 'utf8');
      const long = 'orders-of-all-the-customers-that-there-ever-were-in-our-shop';
      const mistaken = written
        .replaceAll("'orders-db'", `'${long}'`)
        .replace("version: '17',", "version: '17', backups: '90d',");
      expect(mistaken).toContain("'90d'");
      writeFileSync(file, mistaken);
      const { code, stderr } = await run([name, 'shop'], { folder });
      expect(code).toBe(2);
      expect(stderr).toContain(`components.${long}.backups`);
      expect(stderr).toMatch(/which AWS|AWS takes/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
