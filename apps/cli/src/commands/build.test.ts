import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exampleNames } from '../platform/find.ts';
import { expectGolden, run, transcript } from '../testing.ts';

const examples = join(import.meta.dirname, '../../../../examples');
test.each(exampleNames())('what is committed of %s is what build writes', async (name) => {
  const out = join(examples, name, 'build');
  if (process.env.UPDATE_GOLDEN === '1') {
    expect((await run(['build', name, '--out', out, '--overwrite'])).code).toBe(0);
  }
  const ran = await run(['build', name, '--out', out, '--check']);
  expect(ran.stdout).not.toContain('✗');
  expect(ran.code).toBe(0);
});

describe('in a folder of its own', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'outrigger-build-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const build = (...parameters: string[]) =>
    run(['build', 'eks-failover', ...parameters], { folder });
  const path = (file: string) => join(folder, 'build/eks-failover', file);
  const vpc = 'terraform/us-east-1/network/vpc.tf';

  test('it is written, and then nothing is left to do', async () => {
    const first = await build();
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(
      /^✓ build\/eks-failover: \d+ files, \d+ resources in all; \d+ added\n$/,
    );
    expect((await build('--check')).code).toBe(0);
    expect((await build()).stdout).toMatch(/; \d+ as before\n$/);
  });

  test('a change by hand is shown, and kept until it is given up', async () => {
    await build();
    const before = readFileSync(path(vpc), 'utf8');
    writeFileSync(path(vpc), before.replace('= true', '= false'));
    const checked = await build('--check');
    expect(checked.code).toBe(1);
    expectGolden('build/drift.txt', transcript(['build', 'eks-failover', '--check'], checked));
    const refused = await build();
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('was changed by hand since it was written');
    expect(readFileSync(path(vpc), 'utf8')).not.toBe(before);
    expect((await build('--overwrite')).code).toBe(0);
    expect(readFileSync(path(vpc), 'utf8')).toBe(before);
  });

  test('what is not ours is never touched, and what we stop writing goes', async () => {
    await build();
    const own = path('terraform/us-east-1/network/own.tf');
    writeFileSync(own, 'locals {}\n');
    const manifest = path('.outrigger-build.json');
    const known = JSON.parse(readFileSync(manifest, 'utf8'));
    const { createHash } = await import('node:crypto');
    for (const [file, text] of [
      ['terraform/old/gone.tf', 'locals {}\n'],
      ['terraform/old/edited.tf', 'locals {}\n'],
    ] as const) {
      mkdirSync(path('terraform/old'), { recursive: true });
      writeFileSync(path(file), text);
      known.files[file] = createHash('sha256').update(text).digest('hex');
    }
    writeFileSync(path('terraform/old/edited.tf'), 'locals { a = 1 }\n');
    writeFileSync(manifest, JSON.stringify(known));
    const ran = await build();
    expect(ran.stdout).toContain('1 removed');
    expect(ran.stdout).toContain('! terraform/old/edited.tf');
    expect(readFileSync(own, 'utf8')).toBe('locals {}\n');
    expect(() => readFileSync(path('terraform/old/gone.tf'))).toThrow();
    expect(readFileSync(path('terraform/old/edited.tf'), 'utf8')).toContain('a = 1');
    // It is told until somebody deletes it.
    expect((await build()).stdout).toContain('! terraform/old/edited.tf');
    const checked = await build('--check');
    expect(checked.code).toBe(1);
    expectGolden('build/left.txt', transcript(['build', 'eks-failover', '--check'], checked));
    rmSync(path('terraform/old/edited.tf'));
    expect((await build('--check')).code).toBe(0);
    await build();
    expect(readFileSync(manifest, 'utf8')).not.toContain('terraform/old');
  });

  test('one layer of one region alone', async () => {
    const ran = await build(
      '--only',
      'terraform',
      '--region',
      'us-west-2',
      '--layer',
      'data',
      '--json',
    );
    const { ok, files } = JSON.parse(ran.stdout);
    expect(ok).toBe(true);
    for (const file of files) expect(file.path).toMatch(/^terraform\/us-west-2\/data\//);
    expect(() => readFileSync(path(vpc))).toThrow();
  });

  test.each(['bootstrap', 'global', 'peering'])('what has no region alone: %s', async (layer) => {
    const ran = await build('--layer', layer, '--json');
    const { files } = JSON.parse(ran.stdout);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(file.path).toMatch(new RegExp(`^terraform/${layer}/`));
    expect((await build('--layer', layer, '--region', 'us-west-2')).stderr).toContain(
      'belongs to no region',
    );
  });

  test('what cannot be built is told at once, and nothing is written', async () => {
    const ran = await build('--region', 'us-east-2', '--layer', 'top', '--only', 'ansible');
    expectGolden('build/refused.txt', transcript(['build', '--region', 'us-east-2', '…'], ran));
    expect(ran.code).toBe(2);
  });
});
