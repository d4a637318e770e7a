import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { getSystemErrorMessage } from 'node:util';
import type { SecretName } from '../control/environment.ts';
import { isAlive, ownIdentity, type ProcessIdentity } from './identity.ts';
import { makeFolder } from './make-folder.ts';
import type { Attempt, Problem } from './problem.ts';

/** Version of everything in the state folder. A state of another version is refused, not read. */
export const stateVersion = 1;

/** A lab of two regions with two databases each took 0.4 GB at its largest; twice that is safe. */
export const freeBytesMinDefault = 1024 ** 3;

export const statePaths = {
  version: (folder: string) => join(folder, 'state-version.json'),
  lock: (folder: string) => join(folder, 'lock.json'),
  layout: (folder: string) => join(folder, 'layout.json'),
  processes: (folder: string) => join(folder, 'processes.json'),
  faults: (folder: string) => join(folder, 'faults.json'),
  secrets: (folder: string) => join(folder, 'secrets'),
  logs: (folder: string) => join(folder, 'logs'),
  zone: (folder: string, zone: string) => join(folder, 'zones', zone),
} as const;

const secretNames: readonly SecretName[] = [
  'control-token',
  'postgres-superuser',
  'postgres-replication',
  'postgres-application',
];

/**
 * Replaces a file as a whole: a reader sees the old text or the new. `flushed`: also after a power
 * cut, at the price of a wait for the disk, which may be 20 ms of standstill in a busy process.
 */
export function writeJsonAtomically(
  path: string,
  value: unknown,
  mode = 0o644,
  flushed = true,
): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.${temporaryNumber++}`);
  try {
    const file = openSync(temporary, 'w', mode);
    try {
      writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
      if (flushed) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

let temporaryNumber = 0;

/** Null when there is no such file; a file that isn't JSON throws with its path. */
export function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Makes the folder (others may pass through it, not list it: PostgreSQL may run as another user),
 * checks the version of what is in it and the space on its disk, and makes the secrets. `created`
 * is the topmost folder that was made; null: all were there. What was made for nothing is removed.
 */
export function prepareStateFolder(
  folder: string,
  freeBytesMin = freeBytesMinDefault,
): Attempt<{ readonly created: string | null }> {
  let first: string | null = null;
  const refuse = (problem: Problem) => {
    removeStateFolder(folder, first);
    return { problem };
  };
  try {
    first = makeFolder(folder);
    // Whatever the umask: as root PostgreSQL runs as another user, who passes through here.
    for (let at = folder; first !== null && at.startsWith(first); at = dirname(at)) {
      chmodSync(at, 0o711);
    }
    mkdirSync(statePaths.logs(folder), { recursive: true });
  } catch (error) {
    return refuse(folderProblem(folder, error));
  }
  const version = checkStateVersion(folder);
  if (version !== null) return refuse(version);
  const space = checkDiskSpace(folder, freeBytesMin);
  if (space !== null) return refuse(space);
  try {
    writeJsonAtomically(statePaths.version(folder), { stateVersion });
    makeSecrets(folder);
  } catch (error) {
    return refuse(folderProblem(folder, error));
  }
  return { value: { created: first } };
}

/**
 * Takes back a folder that was made for a lab that never began: `created` is the topmost folder
 * that was made for it. Folders above it that somebody else uses by now stay; null: it stays whole.
 */
export function removeStateFolder(folder: string, created: string | null): void {
  if (created === null) return;
  rmSync(folder, { recursive: true, force: true });
  for (let at = dirname(folder); at.startsWith(created); at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}

function folderProblem(folder: string, error: unknown): Problem {
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFullProblem(folder, null);
  if (code === undefined) throw error;
  return {
    path: folder,
    value: systemErrorText(error, code),
    wrong: 'the state folder cannot be written',
    mend: 'Choose another with --state, or give yourself the right to write there.',
  };
}

/** `no such file or directory (ENOENT)`: the code for who searches, the words for who reads. */
function systemErrorText(error: unknown, code: string): string {
  const number = error instanceof Error && 'errno' in error ? error.errno : undefined;
  return typeof number === 'number' ? `${getSystemErrorMessage(number)} (${code})` : code;
}

/** Null when the folder is empty or holds a state of this version. */
export function checkStateVersion(folder: string): Problem | null {
  const value = readJson(statePaths.version(folder));
  const found =
    typeof value === 'object' && value !== null && 'stateVersion' in value
      ? value.stateVersion
      : undefined;
  if (found === stateVersion) return null;
  if (value === null && readJson(statePaths.layout(folder)) === null) return null;
  const newer = typeof found === 'number' && found > stateVersion;
  return {
    path: folder,
    value: `state of version ${found === undefined ? 'unknown' : String(found)}`,
    wrong:
      `this release reads version ${stateVersion}, the state is of ` +
      `${newer ? 'a newer' : 'an older'} one`,
    mend:
      `Run \`lab down\` with the release that made it, then delete the folder; or choose ` +
      'another with --state.',
  };
}

/** Null when the disk under `folder` has room. */
export function checkDiskSpace(folder: string, freeBytesMin: number): Problem | null {
  const disk = statfsSync(folder, { bigint: true });
  const freeBytes = Number(disk.bavail * disk.bsize);
  return freeBytes >= freeBytesMin ? null : diskFullProblem(folder, { freeBytes, freeBytesMin });
}

function diskFullProblem(
  folder: string,
  space: { readonly freeBytes: number; readonly freeBytesMin: number } | null,
): Problem {
  const mebibytes = (bytes: number) => `${Math.floor(bytes / 1024 ** 2)} MiB`;
  return {
    path: folder,
    value: space === null ? 'no space left' : `${mebibytes(space.freeBytes)} free`,
    wrong:
      space === null
        ? 'the disk is full'
        : `the disk is full: the lab needs ${mebibytes(space.freeBytesMin)}`,
    mend: 'Free some space, or choose a folder on another disk with --state.',
  };
}

/** Makes what is missing; a second `lab up` in the same folder keeps its secrets. */
function makeSecrets(folder: string): void {
  const secrets = statePaths.secrets(folder);
  mkdirSync(secrets, { recursive: true, mode: 0o700 });
  chmodSync(secrets, 0o700);
  for (const name of secretNames) {
    try {
      // wx: never over one that exists. Hex, so that it needs no quoting anywhere.
      writeFileSync(join(secrets, name), randomBytes(24).toString('hex'), {
        flag: 'wx',
        mode: 0o600,
      });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

export interface StateLock {
  release(): void;
}

/**
 * Takes the folder for the calling process. `others` are the processes that the folder records: a
 * lab whose CLI was killed still runs, and is not started a second time.
 */
export function lockState(
  folder: string,
  others: readonly ProcessIdentity[] = [],
): Attempt<StateLock> {
  const path = statePaths.lock(folder);
  const running = others.filter(isAlive);
  if (running.length > 0) return { problem: runningProblem(folder, running) };
  const own = ownIdentity();
  for (let round = 0; round < 3; round++) {
    try {
      writeFileSync(path, JSON.stringify(own), { flag: 'wx', mode: 0o644 });
      return { value: { release: () => releaseLock(path, own) } };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') return { problem: folderProblem(folder, error) };
    }
    const holder = readHolder(path);
    if (holder !== null && isAlive(holder)) {
      return { problem: runningProblem(folder, [holder]) };
    }
    // Its holder is dead. Of two that find this, the rename lets one remove it.
    const stale = `${path}.${own.pid}`;
    try {
      renameSync(path, stale);
      rmSync(stale, { force: true });
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }
  return { problem: runningProblem(folder, []) };
}

/** The process that has the folder now; null when nobody has, or its holder is dead. */
export function lockHolder(folder: string): ProcessIdentity | null {
  const holder = readHolder(statePaths.lock(folder));
  return holder !== null && isAlive(holder) ? holder : null;
}

function runningProblem(folder: string, running: readonly ProcessIdentity[]): Problem {
  const pids = running.map((identity) => identity.pid).join(', ');
  return {
    path: folder,
    value: running.length === 0 ? 'lock.json' : `process ${pids}`,
    wrong: 'a lab is already running in this state folder',
    mend: 'Stop it with `outrigger lab down`, or choose another folder with --state.',
  };
}

function releaseLock(path: string, own: ProcessIdentity): void {
  const holder = readHolder(path);
  if (holder?.pid === own.pid && holder.startTime === own.startTime) rmSync(path, { force: true });
}

function readHolder(path: string): ProcessIdentity | null {
  try {
    const value = readJson(path);
    return isIdentity(value) ? value : null;
  } catch {
    // Half written by a process that died: nobody holds it.
    return null;
  }
}

export function isIdentity(value: unknown): value is ProcessIdentity {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'startTime' in value &&
    typeof value.startTime === 'string'
  );
}
