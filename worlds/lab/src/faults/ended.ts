import { monotonicMs } from '../control/clock.ts';
import { readLayout } from '../control/environment.ts';
import type { LabProcess } from '../launch.ts';
import type { LabLayout } from '../layout.ts';
import { isAlive } from '../processes/identity.ts';
import { readProcesses } from '../processes/recorded.ts';
import type { ActiveFault, HealCallbacks } from './fault.ts';
import { linksUnder, lostZones } from './heal.ts';
import { type NetworkClient, networkClient } from './network-client.ts';
import { activeFaults } from './record.ts';

/** A part of the lab that is gone although no fault in force took it. */
export type EndedPart =
  | { readonly process: LabProcess; readonly zone: null }
  /** What it had started runs on, under nobody's care, until its zone is started again. */
  | { readonly process: 'agent'; readonly zone: string };

/** The links first: all others meet over them. */
const singles: readonly LabProcess[] = ['links', 'entry', 'witness'];

/** What was started, has ended and is in no fault's record. Of a lab that is down that is all. */
export function endedParts(stateFolder: string): readonly EndedPart[] {
  const before = activeFaults(stateFolder);
  const { agents, others } = readProcesses(stateFolder);
  const isGone = (identity: (typeof others)[string] | undefined): boolean =>
    identity !== undefined && !isAlive(identity);
  const processes = singles.filter((name) => isGone(others[name]));
  const zones = Object.keys(agents).filter((zone) => isGone(agents[zone]));
  // A fault is in force before it kills, and until what it killed runs again: one that came or went
  // while this looked counts too.
  const faults = [...before, ...activeFaults(stateFolder)].map(({ fault }) => fault);
  const layout = readLayout(stateFolder);
  const lost = new Set(faults.flatMap((fault) => lostZones(layout, fault)));
  const isWitnessLost = faults.some(({ kind }) => kind === 'witness-loss');
  return [
    ...processes
      .filter((name) => name !== 'witness' || !isWitnessLost)
      .map((process) => ({ process, zone: null })),
    ...zones.filter((zone) => !lost.has(zone)).map((zone) => ({ process: 'agent' as const, zone })),
  ];
}

/** A process of this machine listens within some 100 ms of its start. */
const networkBackMs = 20_000;
const lookAgainMs = 20;

/**
 * Starts what `endedParts` lists, and answers with it. The network comes back as the faults in
 * force have it; the witness and the agents go on from what is on their disks, as after a loss, and
 * are not waited for.
 */
export async function startEnded(
  stateFolder: string,
  callbacks: HealCallbacks,
): Promise<readonly EndedPart[]> {
  const ended = endedParts(stateFolder);
  const isEnded = (name: LabProcess): boolean => ended.some((part) => part.process === name);
  const network = singles.filter((name) => name !== 'witness' && isEnded(name));
  await Promise.all(network.map((name) => callbacks.startProcess(name)));
  if (network.length > 0) await breakAgain(stateFolder);
  if (isEnded('witness')) await callbacks.startProcess('witness');
  const zones = ended.flatMap(({ zone }) => (zone === null ? [] : [zone]));
  await Promise.all(zones.map((zone) => callbacks.startZone(zone)));
  return ended;
}

/** A new network is whole: what faults in force have broken of it is broken again. */
async function breakAgain(stateFolder: string): Promise<void> {
  const layout = readLayout(stateFolder);
  const active = activeFaults(stateFolder);
  const network = networkClient(layout, stateFolder);
  const deadlineMs = monotonicMs() + networkBackMs;
  try {
    for (;;) {
      try {
        await setAll(network, layout, active);
        return;
      } catch (error) {
        if (monotonicMs() > deadlineMs) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    }
  } finally {
    await network.close();
  }
}

/** The zone's own connections have ended with it by now: no source port is told. */
async function setAll(
  network: NetworkClient,
  layout: LabLayout,
  active: readonly ActiveFault[],
): Promise<void> {
  const faults = active.map(({ fault }) => fault);
  const zones = layout.regions.flatMap((region) => region.zones.map((zone) => zone.name));
  const lost = new Set(
    faults.flatMap((fault) => (fault.kind === 'process-crash' ? [] : lostZones(layout, fault))),
  );
  const dark = zones.filter((zone) => lost.has(zone));
  await network.setZones(dark, true, []);
  await Promise.all(
    linksUnder(layout, faults).map(([from, to, link]) => network.setLink(from, to, link)),
  );
}
