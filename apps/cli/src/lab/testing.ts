import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { connect } from 'node:net';

/** What a lab holds of this machine: a test says afterwards that all of it was given back. */
export interface Held {
  /** Process ids with their start times: a pid alone may be another's by then. */
  readonly processes: readonly string[];
  readonly ports: readonly number[];
  /** Ids of System V segments; empty where the system does not list them as files. */
  readonly segments: readonly string[];
}

interface Row {
  readonly pid: string;
  readonly parent: string;
  readonly key: string;
  readonly command: string;
}

function processTable(): Row[] {
  const text = execFileSync('ps', ['-axo', 'pid=,ppid=,stat=,lstart=,args='], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
    maxBuffer: 64 * 1024 ** 2,
  });
  return text.split('\n').flatMap((line) => {
    const words = line.trim().split(/\s+/);
    const [pid = '', parent = '', stat = '', ...rest] = words;
    // A zombie holds nothing any more; it waits for a parent, or for an init that takes its time.
    if (rest.length < 6 || stat.startsWith('Z')) return [];
    const key = `${pid} ${rest.slice(0, 5).join(' ')}`;
    return [{ pid, parent, key, command: rest.slice(5).join(' ') }];
  });
}

/** Whether the postmaster of that zone's database is there, ready or not. */
export function hasPostmaster(stateFolder: string, zone: string, component: string): boolean {
  const dataFolder = `-D ${stateFolder}/zones/${zone}/${component}/data`;
  return processTable().some(({ command }) => command.includes(dataFolder));
}

/** Whatever names the folder, with all that descends from it: PostgreSQL renames its backends. */
function processesOf(stateFolder: string): Row[] {
  const table = processTable();
  const found = new Map<string, Row>();
  const take = (row: Row): void => {
    if (found.has(row.pid)) return;
    found.set(row.pid, row);
    for (const child of table) if (child.parent === row.pid) take(child);
  };
  for (const row of table) {
    // The command that asks names the folder too.
    if (row.command.includes(stateFolder) && !row.command.includes('outrigger.mjs')) take(row);
  }
  return [...found.values()];
}

const segmentTable = '/proc/sysvipc/shm';

interface Segment {
  readonly id: string;
  readonly creator: string;
  /** Unix time of its making, s. */
  readonly madeAt: number;
}

function segments(): Segment[] {
  if (!existsSync(segmentTable)) return [];
  const lines = readFileSync(segmentTable, 'utf8').trim().split('\n').slice(1);
  return lines.map((line) => {
    const words = line.trim().split(/\s+/);
    const [, id = '', , , creator = ''] = words;
    return { id, creator, madeAt: Number(words[13]) };
  });
}

export function heldBy(stateFolder: string): Held {
  const rows = processesOf(stateFolder);
  const pids = new Set(rows.map((row) => row.pid));
  const layoutFile = `${stateFolder}/layout.json`;
  const layout: unknown = JSON.parse(readFileSync(layoutFile, 'utf8'));
  // An older one is of a process that had this number before, and was killed long ago.
  const since = Math.floor(statSync(layoutFile).mtimeMs / 1000);
  return {
    processes: rows.map((row) => row.key),
    ports: [...new Set(portsIn(layout))],
    segments: segments().flatMap(({ id, creator, madeAt }) =>
      pids.has(creator) && madeAt >= since ? [id] : [],
    ),
  };
}

/** What is still there of it. */
export async function leftOf(stateFolder: string, held: Held): Promise<Held> {
  const running = new Set(processTable().map((row) => row.key));
  const present = new Set(segments().map(({ id }) => id));
  const answering = await Promise.all(held.ports.map(answers));
  return {
    processes: [
      ...held.processes.filter((key) => running.has(key)),
      ...processesOf(stateFolder).map((row) => row.command),
    ],
    ports: held.ports.filter((_, index) => answering[index]),
    segments: held.segments.filter((id) => present.has(id)),
  };
}

export const nothing: Held = { processes: [], ports: [], segments: [] };

function portsIn(value: unknown, key = ''): number[] {
  if (typeof value === 'number') return /port$/i.test(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    portsIn(inner, name === 'targetPort' ? '' : name),
  );
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (isAnswered: boolean): void => {
      socket.destroy();
      resolve(isAnswered);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
