// Makes node_modules match the lock file, once. A stamp inside node_modules says which lock file
// it was installed from; it is written last, so that a half-finished install is done again.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, ownIdentity } from './process-identity.mjs';

const nodeMajor = 24;

export class Mendable extends Error {
  constructor(message, mend, exitCode = 2) {
    super(message);
    this.mend = mend;
    this.exitCode = exitCode;
  }
}

/** Returns where the repository's own Node is, after installing it if need be. */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return checkedNode(root);
  const release = await takeInstallLock(root);
  try {
    // Whoever had the lock before may have done the work.
    if (!isInstalled(root)) {
      await install(root);
      const node = checkedNode(root);
      writeStamp(root);
      return node;
    }
    return checkedNode(root);
  } finally {
    release();
  }
}

const nodeLink = (root) => join(root, 'node_modules', '.bin', 'node');
const stampFile = (root) => join(root, 'node_modules', '.outrigger-install.json');

function isInstalled(root) {
  if (!existsSync(nodeLink(root))) return false;
  const stamp = readText(stampFile(root));
  if (stamp !== null) return stamp === stampText(root);
  if (!installedByHand(root)) return false;
  writeStamp(root);
  return true;
}

function stampText(root) {
  const source =
    readText(join(root, 'package-lock.json')) ?? readText(join(root, 'package.json')) ?? '';
  const lock = createHash('sha256').update(source).digest('hex');
  return `${JSON.stringify({ lock, platform: `${process.platform}-${process.arch}` })}\n`;
}

function writeStamp(root) {
  writeFileSync(stampFile(root), stampText(root));
}

/**
 * Someone ran `npm ci` themselves: npm's own record in node_modules, which it writes when it has
 * finished, then holds the same versions as the lock file.
 */
function installedByHand(root) {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const found = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null || found === null) return false;
  const same = Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || !path.includes('node_modules/')) return true;
    const other = found[path];
    if (other === undefined) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return other.version === entry.version && other.integrity === entry.integrity;
  });
  return same && Object.keys(found).every((path) => wanted[path] !== undefined);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

async function install(root) {
  rmSync(stampFile(root), { force: true });
  const verb = existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install';
  process.stderr.write(`Installing what Outrigger needs (npm ${verb}, once)…\n`);
  let { code, output } = await npm(root, verb);
  // The lock file lacks something, say after a person edited a package.json: `npm ci` refuses,
  // `npm install` completes it. The committed lock file lacks nothing.
  if (code !== 0 && verb === 'ci' && /code EUSAGE/.test(output)) {
    ({ code, output } = await npm(root, 'install'));
  }
  if (code !== 0) throw failedInstall(verb, output);
}

async function npm(root, verb) {
  const command = npmCommand();
  // A machine set to production would leave out the tools, and Node 24 itself. Output goes to
  // stderr: stdout belongs to the command, which may be asked for JSON.
  const parameters = [...command.parameters, verb, '--include=dev', '--include=optional'];
  parameters.push('--no-audit', '--no-fund', '--loglevel=error');
  parameters.push('--fetch-retries=4', '--fetch-retry-mintimeout=1000', '--fetch-retry-factor=2');
  const child = spawn(command.file, parameters, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  let interrupted = false;
  const stop = () => {
    interrupted = true;
    child.kill('SIGTERM');
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      output += error.message;
      resolve(1);
    });
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  process.off('SIGTERM', stop);
  process.off('SIGINT', stop);
  if (interrupted) throw new Mendable('The install was interrupted.', 'repeat the command.', 130);
  return { code, output };
}

/** npm by the path that it gave us when it runs us, else the one in PATH. */
function npmCommand() {
  const path = process.env.npm_execpath ?? '';
  if (/^npm-cli\.c?js$/.test(basename(path)) && existsSync(path)) {
    return { file: process.execPath, parameters: [path] };
  }
  return { file: 'npm', parameters: [] };
}

const networkFault =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/;

function failedInstall(verb, output) {
  const text = output.trim();
  const shown = text === '' ? '' : `\n\n${text}\n`;
  if (networkFault.test(text)) {
    return new Mendable(
      `The install needs the package registry, and it can't be reached.${shown}`,
      'connect to the network, or name a mirror (npm config set registry <url>), then repeat.',
    );
  }
  if (/ENOSPC/.test(text)) {
    return new Mendable(`The disk is full.${shown}`, 'free about 1 GiB, then repeat.');
  }
  if (/ENOENT.*npm|spawn npm/.test(text)) {
    return new Mendable('npm was not found.', 'install npm (it comes with Node), then repeat.');
  }
  return new Mendable(
    `npm ${verb} did not finish.${shown}`,
    `see npm's message above; then repeat the command, it begins the install anew.`,
  );
}

/** The `.bin` link, asserted to be what it should be. */
function checkedNode(root) {
  const link = nodeLink(root);
  const probe = spawnSync(link, ['--version'], { encoding: 'utf8' });
  const version = probe.status === 0 ? probe.stdout.trim() : null;
  if (version?.startsWith(`v${nodeMajor}.`)) return { link, version };
  const found =
    version === null ? `${link} can't be run` : `${link} is ${version}, not ${nodeMajor}`;
  rmSync(stampFile(root), { force: true });
  throw new Mendable(
    `Node ${nodeMajor} was not installed: ${found}.`,
    'the npm package `node` fetches it in an install script, and npm was told to block those.\n' +
      '      Allow them for this folder and repeat:\n' +
      '        npm config set ignore-scripts false --location=project\n' +
      '        npm rebuild node',
  );
}

/**
 * One install at a time. The lock is a file that holds the owner's process id and start time,
 * linked into place whole; a dead owner's lock is taken over. It lies outside node_modules, which
 * `npm ci` deletes.
 */
async function takeInstallLock(root) {
  const folder = join(root, '.outrigger');
  const file = join(folder, 'install.lock');
  const own = `${file}.${process.pid}`;
  const identity = JSON.stringify(ownIdentity());
  mkdirSync(folder, { recursive: true });
  writeFileSync(own, identity);
  const release = () => {
    if (readText(file) === identity) rmSync(file, { force: true });
  };
  process.once('exit', release);
  try {
    for (let told = false; ; ) {
      if (linked(own, file)) return release;
      const text = readText(file);
      const owner = text === null ? null : ownerOf(text);
      if (text !== null && (owner === null || !isAlive(owner))) {
        // A moment later it is still the same dead owner's: nobody else took it over meanwhile.
        await pause(50 + (process.pid % 50));
        if (readText(file) === text) rmSync(file, { force: true });
        continue;
      }
      if (!told && owner !== null) {
        process.stderr.write(`Waiting for another install (process ${owner.pid}; ${file})…\n`);
        told = true;
      }
      await pause(200);
    }
  } finally {
    rmSync(own, { force: true });
  }
}

/** Who holds a lock; a bare number is one of before start times were written. Null: nobody. */
function ownerOf(text) {
  try {
    const read = JSON.parse(text);
    const { pid, startTime } = typeof read === 'number' ? { pid: read, startTime: null } : read;
    return Number.isSafeInteger(pid) && pid > 0 ? { pid, startTime } : null;
  } catch {
    return null;
  }
}

function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}
