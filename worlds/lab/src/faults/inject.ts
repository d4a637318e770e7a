import { monotonicMs } from '../control/clock.ts';
import { readLayout } from '../control/environment.ts';
import type { LabLayout } from '../layout.ts';
import { type LinkChange, sitesOf, witnessSite } from '../links/link.ts';
import { isAlive, type ProcessIdentity, signal } from '../processes/identity.ts';
import { readProcesses, readZoneProcesses, zoneRoots } from '../processes/recorded.ts';
import { localPortsTo } from '../processes/sockets.ts';
import { freezeTree, killTree, survivorsText } from '../processes/tree.ts';
import type { ActiveFault, Fault, InjectReport } from './fault.ts';
import { type NetworkClient, networkClient } from './network-client.ts';
import { changeFaults } from './record.ts';

/**
 * Breaks the lab, and answers when it is broken: after a loss nothing of it runs any more. The
 * fault is recorded before the first signal, and each frozen process before its own, so that a
 * crash here leaves nothing that `heal` can't find. A name that the layout doesn't hold throws and
 * lists those that it does.
 */
export async function inject(stateFolder: string, fault: Fault): Promise<InjectReport> {
  const layout = readLayout(stateFolder);
  checkNames(layout, fault);
  const network = networkClient(layout, stateFolder);
  const atMs = monotonicMs();
  const record = (frozen: readonly ProcessIdentity[]) => {
    if (needsHealing(fault)) recordFault(stateFolder, { fault, atMs, frozen });
  };
  record([]);
  try {
    switch (fault.kind) {
      case 'zone-loss':
        return await loseZones(stateFolder, layout, network, [fault.zone]);
      case 'region-loss':
        return await loseZones(stateFolder, layout, network, zonesOf(layout, fault.region));
      case 'witness-loss':
        return await loseWitness(stateFolder);
      case 'process-crash':
        return crash(stateFolder, fault.zone, fault.process);
      case 'frozen': {
        const zones = 'zone' in fault ? [fault.zone] : zonesOf(layout, fault.region);
        const roots = zones.flatMap((zone) => zoneRoots(stateFolder, zone));
        const report = await freezeTree(roots, record);
        return { atMs: report.atMs, tookMs: report.tookMs, killed: [] };
      }
      case 'partition':
      case 'cut':
      case 'slow-link':
        return await changeLinks(layout, network, fault);
      default:
        return fault satisfies never;
    }
  } finally {
    await network.close();
  }
}

/** In the place of the same fault, if that is in force: what that one froze is thawed with it. */
function recordFault(stateFolder: string, { fault, atMs, frozen }: ActiveFault): void {
  changeFaults(stateFolder, (active) => {
    const pids = new Set(frozen.map(({ pid }) => pid));
    const before = active.filter((other) => sameFault(other.fault, fault));
    const earlier = before.flatMap((one) => one.frozen).filter(({ pid }) => !pids.has(pid));
    const others = active.filter((other) => !before.includes(other));
    return [...others, { fault, atMs, frozen: [...earlier, ...frozen] }];
  });
}

/** An agent restarts its zone's processes; nobody restarts an agent. */
function needsHealing(fault: Fault): boolean {
  return fault.kind !== 'process-crash' || fault.process === 'agent';
}

type LinkFault = Extract<Fault, { kind: 'partition' | 'cut' | 'slow-link' }>;

/** The directed links that a fault of the network touches. */
export function linksOf(layout: LabLayout, fault: LinkFault): [from: string, to: string][] {
  if (fault.kind === 'partition') {
    return sitesOf(layout)
      .filter((site) => site !== fault.region)
      .flatMap((site): [string, string][] => [
        [fault.region, site],
        [site, fault.region],
      ]);
  }
  const there: [string, string] = [fault.from, fault.to];
  if (fault.kind === 'cut' && fault.oneWay) return [there];
  return [there, [fault.to, fault.from]];
}

async function changeLinks(
  layout: LabLayout,
  network: NetworkClient,
  fault: LinkFault,
): Promise<InjectReport> {
  const change = fault.kind === 'slow-link' ? slowLink(fault) : { cut: true };
  const atMs = monotonicMs();
  await Promise.all(linksOf(layout, fault).map(([from, to]) => network.setLink(from, to, change)));
  return { atMs, tookMs: monotonicMs() - atMs, killed: [] };
}

/** A bandwidth of null leaves the link as wide as it is. */
function slowLink(fault: Extract<Fault, { kind: 'slow-link' }>): LinkChange {
  const { delayMs, bandwidthBytesPerSecond } = fault;
  return bandwidthBytesPerSecond === null ? { delayMs } : { delayMs, bandwidthBytesPerSecond };
}

/**
 * Everything is stopped, then the network around it goes dark, then it is killed: a dead host sends
 * neither FIN nor RST, and the kernel sends both for a killed process.
 */
async function loseZones(
  stateFolder: string,
  layout: LabLayout,
  network: NetworkClient,
  zones: readonly string[],
): Promise<InjectReport> {
  const tunnelPorts = new Set(layout.links.tunnels.map((tunnel) => tunnel.listenPort));
  const roots = zones.flatMap((zone) => zoneRoots(stateFolder, zone));
  const report = await killTree(roots, (stopped) =>
    network.setZones(zones, true, localPortsTo(stopped, tunnelPorts)),
  );
  if (report.survivors.length > 0) throw new Error(survivorsText(report.survivors));
  return { atMs: report.atMs, tookMs: report.tookMs, killed: report.killed };
}

async function loseWitness(stateFolder: string): Promise<InjectReport> {
  const witness = readProcesses(stateFolder).others[witnessSite];
  if (witness === undefined || !isAlive(witness)) throw new Error('the witness does not run');
  const report = await killTree([witness]);
  if (report.survivors.length > 0) throw new Error(survivorsText(report.survivors));
  return { atMs: report.atMs, tookMs: report.tookMs, killed: report.killed };
}

function crash(stateFolder: string, zone: string, name: string): InjectReport {
  const { children } = readZoneProcesses(stateFolder, zone);
  const identity = name === 'agent' ? readProcesses(stateFolder).agents[zone] : children[name];
  if (identity === undefined) {
    const known = ['agent', ...Object.keys(children)].join(', ');
    throw new Error(`zone ${zone} runs no process "${name}"; it runs ${known}`);
  }
  const atMs = monotonicMs();
  const killed = signal(identity, 'SIGKILL') ? [identity] : [];
  return { atMs, tookMs: monotonicMs() - atMs, killed };
}

export function zonesOf(layout: LabLayout, region: string): string[] {
  const found = layout.regions.find((candidate) => candidate.name === region);
  return (found?.zones ?? []).map((zone) => zone.name);
}

function checkNames(layout: LabLayout, fault: Fault): void {
  const zones = layout.regions.flatMap((region) => region.zones.map((zone) => zone.name));
  const regions = layout.regions.map((region) => region.name);
  const check = (what: string, name: string, names: readonly string[]) => {
    if (!names.includes(name)) {
      throw new Error(`no ${what} "${name}" in this lab; it has ${names.join(', ')}`);
    }
  };
  if ('zone' in fault) check('zone', fault.zone, zones);
  if ('region' in fault) check('region', fault.region, regions);
  if ('from' in fault) {
    check('site', fault.from, sitesOf(layout));
    check('site', fault.to, sitesOf(layout));
  }
}

/** Two faults of the same thing: the newer replaces the older in the record. */
export function sameFault(left: Fault, right: Fault): boolean {
  return JSON.stringify(keyOf(left)) === JSON.stringify(keyOf(right));
}

function keyOf(fault: Fault): readonly unknown[] {
  switch (fault.kind) {
    case 'cut':
      return [fault.kind, fault.from, fault.to, fault.oneWay];
    case 'slow-link':
      return [fault.kind, fault.from, fault.to];
    case 'process-crash':
      return [fault.kind, fault.zone, fault.process];
    case 'witness-loss':
      return [fault.kind];
    default:
      return [fault.kind, 'zone' in fault ? fault.zone : fault.region];
  }
}
