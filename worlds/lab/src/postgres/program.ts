import { type SpawnOptions, spawn } from 'node:child_process';
import { chown, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { identify, type ProcessIdentity } from '../processes/identity.ts';
import type { PostgresInstallation } from './types.ts';

export interface ProgramEnd {
  readonly code: number | null;
  readonly stderr: string;
}

/**
 * How every program is spawned: as the installation's user, from `/` (a folder that this user can
 * read), with nothing of our environment: LD_LIBRARY_PATH would win over the programs' own path to
 * their libraries, and PG* variables would win over what we say.
 */
export function spawnOptions(installation: PostgresInstallation): SpawnOptions {
  return {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...(installation.uid === null ? {} : { uid: installation.uid }),
    ...(installation.gid === null ? {} : { gid: installation.gid }),
  };
}

/**
 * Told of a program in the turn of its spawn, and with null of its end: short as it is, whoever
 * started it may be killed meanwhile, and what it left has to be found.
 */
export type OnProgram = (identity: ProcessIdentity | null) => void;

/** Runs a short program to its end. One that can't be started ends with code null and says why. */
export function runProgram(
  installation: PostgresInstallation,
  program: 'postgres' | 'initdb',
  parameters: readonly string[],
  onProgram: OnProgram = () => {},
): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    const child = spawn(join(installation.folder, 'bin', program), parameters, {
      ...spawnOptions(installation),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const identity = child.pid === undefined ? null : identify(child.pid);
    if (identity !== null) onProgram(identity);
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', (error) => resolve({ code: null, stderr: error.message }));
    child.once('close', (code) => {
      onProgram(null);
      resolve({ code, stderr });
    });
  });
}

/** A folder that only the installation's user may enter. */
export async function makePrivateFolder(
  installation: PostgresInstallation,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await own(installation, folder);
}

/** Hands a path over to the installation's user, when that is not us. */
export async function own(installation: PostgresInstallation, path: string): Promise<void> {
  if (installation.uid === null || installation.gid === null) return;
  await chown(path, installation.uid, installation.gid);
}
