import { closeSync, mkdirSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isAlive, type ProcessIdentity } from './identity.ts';
import {
  errorCode,
  isIdentity,
  readJson,
  statePaths,
  writeJsonAtomically,
} from './state-folder.ts';

/**
 * Which processes a lab has: `<state>/processes.json` for what `lab up` starts, and one
 * `<state>/zones/<zone>/processes.json` for what that zone's agent starts. A process is recorded
 * in the turn of its spawn, whether or not it is ready and however short it is to be, so that
 * `lab down` finds all of them after a CLI or an agent was killed.
 */
export interface RecordedProcesses {
  readonly schemaVersion: 1;
  readonly agents: { readonly [zone: string]: ProcessIdentity };
  /** `links`, `entry`, `witness`, `load`, … */
  readonly others: { readonly [name: string]: ProcessIdentity };
}

/** What a zone's agent started, by the child's name. */
export interface ZoneProcesses {
  readonly schemaVersion: 1;
  readonly children: { readonly [name: string]: ProcessIdentity };
}

export function readProcesses(folder: string): RecordedProcesses {
  const value = readJson(statePaths.processes(folder));
  return {
    schemaVersion: 1,
    agents: identitiesUnder(value, 'agents'),
    others: identitiesUnder(value, 'others'),
  };
}

export function readZoneProcesses(folder: string, zone: string): ZoneProcesses {
  const value = readJson(zoneProcessesPath(folder, zone));
  return { schemaVersion: 1, children: identitiesUnder(value, 'children') };
}

function zoneProcessesPath(folder: string, zone: string): string {
  return join(statePaths.zone(folder, zone), 'processes.json');
}

function identitiesUnder(value: unknown, key: string): { [name: string]: ProcessIdentity } {
  const found: { [name: string]: ProcessIdentity } = {};
  if (typeof value !== 'object' || value === null) return found;
  const part: unknown = Reflect.get(value, key);
  if (typeof part !== 'object' || part === null) return found;
  for (const [name, identity] of Object.entries(part)) {
    if (isIdentity(identity)) found[name] = { pid: identity.pid, startTime: identity.startTime };
  }
  return found;
}

export function recordAgent(folder: string, zone: string, identity: ProcessIdentity): void {
  const path = statePaths.processes(folder);
  withFileLock(path, () => {
    const recorded = readProcesses(folder);
    write(path, { ...recorded, agents: { ...recorded.agents, [zone]: identity } });
  });
}

/** `identity` null: it has ended, and is not looked for any more. */
export function recordProcess(
  folder: string,
  name: string,
  identity: ProcessIdentity | null,
): void {
  const path = statePaths.processes(folder);
  withFileLock(path, () => {
    const recorded = readProcesses(folder);
    const others = { ...recorded.others };
    if (identity === null) delete others[name];
    else others[name] = bare(identity);
    write(path, { ...recorded, others });
  });
}

/** A handle of a process is one too, and may carry secrets. */
function bare({ pid, startTime }: ProcessIdentity): ProcessIdentity {
  return { pid, startTime };
}

/** After a power cut none of these processes is left, so nobody waits for the disk. */
function write(path: string, value: RecordedProcesses | ZoneProcesses): void {
  writeJsonAtomically(path, value, 0o644, false);
}

/** `identity` null: the child has ended. Called by the zone's agent only: it is the one writer. */
export function recordZoneChild(
  folder: string,
  zone: string,
  name: string,
  identity: ProcessIdentity | null,
): void {
  const path = zoneProcessesPath(folder, zone);
  mkdirSync(dirname(path), { recursive: true });
  const children = { ...readZoneProcesses(folder, zone).children };
  if (identity === null) delete children[name];
  else children[name] = bare(identity);
  write(path, { schemaVersion: 1, children });
}

/** The agent of a zone and what it recorded: the roots of the zone's process trees. */
export function zoneRoots(folder: string, zone: string): ProcessIdentity[] {
  const agent = readProcesses(folder).agents[zone];
  const children = Object.values(readZoneProcesses(folder, zone).children);
  return agent === undefined ? children : [agent, ...children];
}

/** All that the folder records, agents first; some may have ended long ago. */
export function allRoots(folder: string): ProcessIdentity[] {
  const recorded = readProcesses(folder);
  const zones = new Set([...Object.keys(recorded.agents), ...zoneFolders(folder)]);
  return [
    ...Object.values(recorded.agents),
    ...[...zones].flatMap((zone) => Object.values(readZoneProcesses(folder, zone).children)),
    ...Object.values(recorded.others),
  ];
}

function zoneFolders(folder: string): string[] {
  try {
    return readdirSync(join(folder, 'zones'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** How long another process may take for its few writes; then its lock is taken for left behind. */
const fileLockLimitMs = 2_000;

/** `lab heal` of another process may write while `lab up`'s does: read, change, write as one. */
export function withFileLock(path: string, change: () => void): void {
  const lock = `${path}.lock`;
  const waitCell = new Int32Array(new SharedArrayBuffer(4));
  const deadlineMs = performance.now() + fileLockLimitMs;
  for (;;) {
    try {
      const file = openSync(lock, 'wx');
      writeFileSync(file, String(process.pid));
      closeSync(file);
      break;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    if (performance.now() > deadlineMs) rmSync(lock, { force: true });
    else Atomics.wait(waitCell, 0, 0, 2);
  }
  try {
    change();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Whether anything of the lab in this folder still runs. */
export function isRunning(folder: string): boolean {
  return allRoots(folder).some(isAlive);
}
