import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Platform } from '@outrigger/model';
import { type Disobeyed, disobeyedText } from './agent/promised-control.ts';
import { workloadLog } from './agent/workloads.ts';
import { loadBalancerMain } from './agent/zone-balancer.ts';
import { buildLayout, type LogLevel } from './build-layout.ts';
import { controlClient } from './control/client.ts';
import { monotonicMs } from './control/clock.ts';
import { readLayout, readSecret } from './control/environment.ts';
import { writeLabPlatform } from './lab-platform.ts';
import { mains, startAgent, startLabProcess } from './launch.ts';
import type { LabLayout } from './layout.ts';
import { removeLeftSharedMemory } from './postgres/shared-memory.ts';
import { stageBinaries } from './postgres/stage.ts';
import type { PostgresInstallation } from './postgres/types.ts';
import { warmCompileCache } from './processes/compile-cache.ts';
import { findFreePorts } from './processes/free-ports.ts';
import { isAlive, type ProcessIdentity, signal } from './processes/identity.ts';
import { lastWords } from './processes/last-words.ts';
import type { Attempt, Problem } from './processes/problem.ts';
import { allRoots, readProcesses } from './processes/recorded.ts';
import {
  lockState,
  prepareStateFolder,
  readJson,
  removeStateFolder,
  statePaths,
  writeJsonAtomically,
} from './processes/state-folder.ts';
import { descendantsIn, killTree, readTable, thawTree, waitUntilGone } from './processes/tree.ts';
import { keepEarlierRuns } from './witness/earlier-runs.ts';

export interface LabOptions {
  readonly platform: Platform;
  readonly platformFolder: string;
  readonly platformDigest: string;
  /** Where the platform was read, for whoever comes later: `recover`, `runs resume`. */
  readonly platformFile?: string;
  readonly stateFolder: string;
  readonly seed: number;
  /** The first of the block of ports; null: the first free block. */
  readonly firstPort: number | null;
  readonly standInRun: readonly string[];
  readonly onProgress: (what: string) => void;
  /** Outrigger's own: what was compiled for another version is not used. */
  readonly version: string;
  /** What of the platform the lab does not play, in sentences. */
  readonly unplayed: readonly string[];
  /** Delays of the links, ms each way; null: as real regions have them. */
  readonly linkDelayMs: number | null;
  /** Aborted: what has been started is ended, and `up` rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** As in `LayoutOptions`. */
  readonly logLevel?: LogLevel;
}

export interface Lab {
  readonly layout: LabLayout;
  /** Ends every process of the lab. The data stays until the next `up`. */
  down(): Promise<void>;
  /** Lets go of the folder; the lab runs on, for another process to use and to bring down. */
  leave(): void;
}

/** A lab of 4 zones is up in about 6 s on 2 idle cores; ten times that is a lab that is stuck. */
const upLimitMs = 60_000;
/** A clean stop of PostgreSQL takes some 10 ms; after this long it is killed. */
const agentStopMs = 4_000;

/**
 * Starts a lab from nothing: what an earlier lab left in the folder is removed, salvage too; only
 * the journals of its runs are put aside. What cannot begin leaves nothing behind.
 */
export async function up(options: LabOptions): Promise<Attempt<Lab>> {
  const { stateFolder } = options;
  const { ports } = buildLayout({ ...options, firstPort: 0 });
  const possible = await findFreePorts(ports, options.firstPort ?? undefined);
  // A lab that runs here has them itself: what is wrong then is told by the lock.
  if ('problem' in possible && !allRoots(stateFolder).some(isAlive)) return possible;
  const prepared = prepareStateFolder(stateFolder);
  if ('problem' in prepared) return prepared;
  const locked = lockState(stateFolder, allRoots(stateFolder));
  if ('problem' in locked) return locked;
  const giveUp = (): void => {
    locked.value.release();
    removeStateFolder(stateFolder, prepared.value.created);
  };
  const fail = (problem: Problem): Attempt<Lab> => {
    giveUp();
    return { problem };
  };
  const endWhenAborted = (): void => {
    if (options.signal?.aborted === true) giveUp();
    options.signal?.throwIfAborted();
  };
  options.onProgress('staging PostgreSQL');
  const staged = await stageBinaries(stateFolder);
  if (!staged.ok) return fail({ value: stateFolder, ...staged.problem });
  endWhenAborted();
  const free = await findFreePorts(ports, options.firstPort ?? undefined);
  if ('problem' in free) return fail(free.problem);
  const { layout } = buildLayout({ ...options, firstPort: free.value.first });
  options.onProgress('warming the compile cache');
  await warmCompileCache(stateFolder, options.version, programsOf(layout), options.signal);
  endWhenAborted();
  try {
    keepEarlierRuns(stateFolder);
  } catch (error) {
    return fail({
      path: join(stateFolder, 'witness', 'journal.db'),
      value: error instanceof Error ? error.message : String(error),
      wrong: 'the journals of the lab before cannot be put aside',
      mend: 'Move this file away, if you want to read it later, or remove it.',
    });
  }
  await removeShared(stateFolder);
  clearState(stateFolder);
  writeJsonAtomically(statePaths.layout(stateFolder), layout);
  writeLabPlatform(stateFolder, {
    file: options.platformFile ?? null,
    digest: options.platformDigest,
    platform: options.platform,
  });
  writeJsonAtomically(join(stateFolder, 'installation.json'), staged.installation);
  for (const fileStore of layout.fileStores) {
    for (const region of fileStore.regions) mkdirSync(region.folder, { recursive: true });
  }
  const problem = await startAll(layout, options.onProgress, options.signal).catch(
    (error: unknown): Problem => ({
      path: statePaths.logs(stateFolder),
      value: error instanceof Error ? error.message : String(error),
      wrong: 'the lab did not come up',
      mend: 'Read the logs in this folder; the newest line of the process named above says why.',
      changed,
    }),
  );
  if (problem !== null) {
    await down(stateFolder);
    endWhenAborted();
    locked.value.release();
    return { problem };
  }
  return {
    value: {
      layout,
      down: async () => {
        await down(stateFolder);
        locked.value.release();
      },
      leave: () => locked.value.release(),
    },
  };
}

/** Every program that a lab of this layout starts. */
function programsOf(layout: LabLayout): readonly string[] {
  const services = layout.regions
    .flatMap((region) => region.zones)
    .flatMap((zone) => zone.services.map((service) => service.run[0] ?? ''));
  const own = [...Object.values(mains), loadBalancerMain];
  return [...new Set([...own, ...services.filter((main) => main.endsWith('.ts'))])];
}

function clearState(stateFolder: string): void {
  for (const name of ['zones', 'regions', 'witness', 'salvage', 'logs']) {
    rmSync(join(stateFolder, name), { recursive: true, force: true });
  }
  for (const path of [statePaths.processes(stateFolder), statePaths.faults(stateFolder)]) {
    rmSync(path, { force: true });
  }
  mkdirSync(statePaths.logs(stateFolder), { recursive: true });
  for (const name of ['zones', 'salvage']) mkdirSync(join(stateFolder, name), { mode: 0o711 });
}

async function startAll(
  layout: LabLayout,
  onProgress: (what: string) => void,
  signal: AbortSignal | undefined,
): Promise<Problem | null> {
  const { stateFolder } = layout;
  const patience = { deadline: monotonicMs() + upLimitMs, signal };
  onProgress('starting the links and the witness');
  startLabProcess(stateFolder, 'links');
  startLabProcess(stateFolder, 'witness');
  await ready(stateFolder, 'witness', layout.witness.port, '/readyz', patience);
  onProgress('starting the zones and their databases');
  const zones = layout.regions.flatMap((region) => region.zones);
  for (const zone of zones) startAgent(stateFolder, zone.name);
  const told = await Promise.all(
    zones.map(async ({ name, agentPort }) => {
      const answer = await ready(stateFolder, `agent-${name}`, agentPort, '/readyz', patience);
      const { unready = [], disobeyed = [] } = answer;
      const late = unready.map((service) => {
        const said = lastWords(workloadLog(stateFolder, name, service));
        return `${service} in ${name} is not ready: ${said}`;
      });
      return { late, disobeyed };
    }),
  );
  const late = told.flatMap((zone) => zone.late);
  if (late.length > 0) throw new Error(late.join('; '));
  const disobeyed = told.flatMap((zone) => zone.disobeyed);
  if (disobeyed.length > 0) return brokenPromise(disobeyed);
  onProgress('starting the entry');
  startLabProcess(stateFolder, 'entry');
  await entryServes(layout, patience);
  return null;
}

function brokenPromise(disobeyed: readonly Disobeyed[]): Problem {
  const [service, ...more] = new Set(disobeyed.map((each) => each.service));
  return {
    path: more.length === 0 ? `components.${service}.holdsWrites` : 'components',
    value: disobeyedText(disobeyed),
    wrong: 'holdsWrites promises what was not obeyed: a planned move would fail half-way',
    mend: 'Answer it as docs/your-own-service.md says, or leave holdsWrites out.',
    changed,
  };
}

/** Of a lab that was there for a moment. */
const changed =
  'What an earlier lab left in the state folder is gone; the logs of this one are kept.';

interface Readiness {
  readonly ready?: boolean;
  /** An agent's: its services that were not ready in time. */
  readonly unready?: readonly string[];
  /** An agent's: what its services promise by `holdsWrites` and do not obey. */
  readonly disobeyed?: readonly Disobeyed[];
}

/** How long whatever is started is waited for: monotonic ms, and until nobody wants it any more. */
interface Patience {
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Asks until the process answers that it is ready; one that has died is told at once. Resolves to
 * its answer.
 */
async function ready(
  stateFolder: string,
  name: string,
  port: number,
  path: string,
  { deadline, signal }: Patience,
): Promise<Readiness> {
  const client = controlClient({
    port,
    token: readSecret(stateFolder, 'control-token'),
    now: monotonicMs,
  });
  try {
    for (;;) {
      signal?.throwIfAborted();
      const answer = await client.call<Readiness>('GET', path, undefined, 2_000);
      if (answer.kind === 'answered' && answer.body.ready === true) return answer.body;
      if (!isRunning(stateFolder, name)) throw new Error(`${name} ended before it was ready`);
      if (monotonicMs() > deadline)
        throw new Error(`${name} was not ready in ${upLimitMs / 1000} s`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  } finally {
    await client.close();
  }
}

async function entryServes(layout: LabLayout, { deadline, signal }: Patience): Promise<void> {
  for (;;) {
    signal?.throwIfAborted();
    const served = await fetch(`http://127.0.0.1:${layout.entry.port}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (served) return;
    if (!isRunning(layout.stateFolder, 'entry')) throw new Error('entry ended before it was ready');
    if (monotonicMs() > deadline) throw new Error(`entry did not serve in ${upLimitMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isRunning(stateFolder: string, name: string): boolean {
  const recorded = readProcesses(stateFolder);
  const identity = name.startsWith('agent-')
    ? recorded.agents[name.slice('agent-'.length)]
    : recorded.others[name];
  return identity !== undefined && isAlive(identity);
}

/**
 * Ends every process that the folder records, and what they left in the kernel; nothing that is
 * not ours, since a pid counts only with its start time. Also for a lab whose CLI was killed.
 */
export async function down(stateFolder: string): Promise<readonly ProcessIdentity[]> {
  const roots = allRoots(stateFolder).filter(isAlive);
  const agents = Object.values(readProcesses(stateFolder).agents).filter(isAlive);
  // Frozen, neither an agent nor PostgreSQL can end in good order, nor while a child of it is.
  thawTree([...roots, ...descendantsIn(readTable(), roots)]);
  for (const agent of agents) signal(agent, 'SIGTERM');
  await waitUntilGone(agents, agentStopMs);
  const report = await killTree(allRoots(stateFolder).filter(isAlive));
  await removeShared(stateFolder);
  return [...agents, ...report.killed];
}

async function removeShared(stateFolder: string): Promise<void> {
  let layout: LabLayout;
  try {
    layout = readLayout(stateFolder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const installation = readJson(join(stateFolder, 'installation.json'));
  if (installation === null) return;
  const inside = (folder: string): readonly string[] =>
    existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  // Besides the data: one that was being made, or is being replaced, and those that were salvaged.
  const folders = [
    ...layout.databases.flatMap((database) =>
      database.members.flatMap((member) =>
        inside(join(statePaths.zone(stateFolder, member.zone), database.component)),
      ),
    ),
    ...inside(join(stateFolder, 'salvage')).map((folder) => join(folder, 'data')),
  ];
  const removed = await Promise.all(
    folders.map((folder) => removeLeftSharedMemory(installation as PostgresInstallation, folder)),
  );
  const left = removed.flatMap((one) => (one.ok ? [] : [one.problem.wrong]));
  if (left.length > 0) throw new Error(left.join('\n'));
}

/** For `lab status`: what runs of a lab, without touching it. */
export function labStatus(stateFolder: string): {
  readonly layout: LabLayout | null;
  readonly running: readonly string[];
  readonly gone: readonly string[];
} {
  let layout: LabLayout | null = null;
  try {
    layout = readLayout(stateFolder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const recorded = readProcesses(stateFolder);
  const all = { ...recorded.others, ...prefixed(recorded.agents) };
  const names = Object.entries(all);
  return {
    layout,
    running: names.filter(([, identity]) => isAlive(identity)).map(([name]) => name),
    gone: names.filter(([, identity]) => !isAlive(identity)).map(([name]) => name),
  };
}

function prefixed(
  agents: Readonly<Record<string, ProcessIdentity>>,
): Record<string, ProcessIdentity> {
  return Object.fromEntries(Object.entries(agents).map(([zone, each]) => [`agent-${zone}`, each]));
}
