import { existsSync, lstatSync, statSync } from 'node:fs';
import { chmod, cp, link, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBinaries, type Host, thisHost } from './binaries.ts';
import { initialiseCluster } from './cluster.ts';
import { isReachable, runAs, stageBinaries } from './stage.ts';

let folder: string;
let broken: Host;

/** The real package without its links, as npm leaves it when install scripts are blocked. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outrigger-stage-'));
  await chmod(folder, 0o711);
  const found = findBinaries();
  if (!found.ok) throw new Error(found.problem.wrong);
  const source = dirname(found.binaries.folder);
  const target = join(folder, 'package');
  await copyWithoutLinks(source, target);
  broken = { ...thisHost(), packageFolder: () => target };
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function copyWithoutLinks(source: string, target: string): Promise<void> {
  await mkdir(target);
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const from = join(source, entry.name);
    const to = join(target, entry.name);
    if (entry.isDirectory()) await copyWithoutLinks(from, to);
    else if (entry.isFile()) await link(from, to).catch(() => cp(from, to));
  }
}

test('uses the programs where npm put them when that will do', async () => {
  const staged = await stageBinaries(join(folder, 'unused'));
  expect(staged).toMatchObject({ ok: true, installation: runAs() });
});

test('stages a copy with whole links once, readable by the user that runs it', async () => {
  const found = findBinaries(broken);
  expect(found.ok && found.binaries.missingLinks.length).toBeGreaterThan(0);
  const state = join(folder, 'state');
  await mkdir(state, { mode: 0o711 });
  const [first, second] = await Promise.all([
    stageBinaries(state, broken),
    stageBinaries(state, broken),
  ]);
  if (!first.ok) throw new Error(first.problem.wrong);
  expect(second).toEqual(first);
  const { installation } = first;
  expect(statSync(installation.folder).mode & 0o777).toBe(0o711);
  expect(lstatSync(join(installation.folder, 'lib', 'libpq.so.5')).isSymbolicLink()).toBe(true);
  const made = lstatSync(installation.folder).ino;
  await stageBinaries(state, broken);
  expect(lstatSync(installation.folder).ino).toBe(made);
  expect(await readdir(state)).toEqual([`postgresql-${installation.version}`]);

  const dataFolder = join(state, 'data');
  await initialiseCluster({ installation, dataFolder, superuserPassword: 'staged' });
  expect(existsSync(join(dataFolder, 'PG_VERSION'))).toBe(true);
});

test('a state folder that the user cannot reach is named', async () => {
  const secret = join(folder, 'secret');
  await mkdir(secret, { mode: 0o700 });
  const stranger = { uid: 65533, gid: 65533 };
  expect(isReachable(secret, stranger)).toBe(false);
  expect(await stageBinaries(join(secret, 'lab'), broken, stranger)).toEqual({
    ok: false,
    problem: {
      wrong: `PostgreSQL runs as user 65533, who can't reach the state folder ${secret}/lab`,
      mend: 'choose a state folder below a folder that everyone may pass, such as /var/tmp',
    },
  });
});

test('a user without a name is told before a database is made for it', async () => {
  const target = join(folder, 'nameless');
  await copyWithoutLinks(broken.packageFolder('') ?? '', target);
  const initdb = join(target, 'native', 'bin', 'initdb');
  await rm(initdb);
  const says = 'initdb: could not look up effective user ID 61234: user does not exist';
  await writeFile(initdb, `#!/bin/sh\necho '${says}' >&2\nexit 1\n`, { mode: 0o755 });
  const pretended = { ...thisHost(), packageFolder: () => target };
  // Only root can become somebody else: then PostgreSQL's own initdb says it too.
  const isRoot = runAs().uid !== null;
  const asked = [
    stageBinaries(join(folder, 'pretended'), pretended),
    ...(isRoot ? [stageBinaries(join(folder, 'real'), broken, { uid: 61234, gid: 61234 })] : []),
  ];
  for (const staged of await Promise.all(asked)) {
    expect(staged).toMatchObject({
      ok: false,
      problem: { wrong: expect.stringContaining('who has no name here') },
    });
  }
});
