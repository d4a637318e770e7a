import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOwnedFile } from './owned-file.ts';
import { makePrivateFolder, type OnProgram, runProgram } from './program.ts';
import { type PostgresInstallation, superuser } from './types.ts';

export interface NewCluster {
  readonly installation: PostgresInstallation;
  readonly dataFolder: string;
  readonly superuserPassword: string;
}

/**
 * Makes an empty cluster. Nothing is done when there is one: a repeat is harmless. `--no-sync` only
 * concerns the making; a running member always has `fsync` on. Segments of 1 MB: a promotion writes
 * a new segment whole, which at 16 MB is most of its time.
 */
export async function initialiseCluster(cluster: NewCluster, onProgram?: OnProgram): Promise<void> {
  const { installation, dataFolder } = cluster;
  if (existsSync(join(dataFolder, 'PG_VERSION'))) return;
  const temporary = `${dataFolder}.partial`;
  const passwordFile = `${dataFolder}.password`;
  await rm(temporary, { recursive: true, force: true });
  await makePrivateFolder(installation, temporary);
  await writeOwnedFile(installation, passwordFile, `${cluster.superuserPassword}\n`);
  try {
    const parameters = [
      `--pgdata=${temporary}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--wal-segsize=1',
      '--no-sync',
      '--no-instructions',
    ];
    const ended = await runProgram(installation, 'initdb', parameters, onProgram);
    if (ended.code !== 0) throw new Error(`initdb failed: ${ended.stderr.trim()}`);
    await rename(temporary, dataFolder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(temporary, { recursive: true, force: true });
  }
}
