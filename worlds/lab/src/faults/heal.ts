import { readLayout } from '../control/environment.ts';
import type { LabLayout } from '../layout.ts';
import { calmLink, type LinkChange, sitesOf } from '../links/link.ts';
import { isAlive, isStopped, type ProcessIdentity } from '../processes/identity.ts';
import { readProcesses, zoneRoots } from '../processes/recorded.ts';
import { killTree, survivorsText, thawTree } from '../processes/tree.ts';
import type { Fault, HealCallbacks } from './fault.ts';
import { linksOf, sameFault, zonesOf } from './inject.ts';
import { type NetworkClient, networkClient } from './network-client.ts';
import { activeFaults, changeFaults } from './record.ts';

/**
 * Mends one fault, or `'all'`. What another fault in force also breaks stays broken. A fault leaves
 * the record only when it is mended, so a heal that was interrupted can be repeated.
 */
export async function heal(
  stateFolder: string,
  which: Fault | 'all',
  callbacks: HealCallbacks,
): Promise<void> {
  const layout = readLayout(stateFolder);
  const active = activeFaults(stateFolder);
  const mended = which === 'all' ? active : active.filter((one) => sameFault(one.fault, which));
  const remaining = active.filter((one) => !mended.includes(one)).map((one) => one.fault);
  if (mended.length === 0) return;
  const network = networkClient(layout, stateFolder);
  try {
    for (const one of mended) thawTree(one.frozen);
    await Promise.all(mended.map(({ fault }) => mendLinks(layout, network, fault, remaining)));
    const stillLost = new Set(remaining.flatMap((fault) => lostZones(layout, fault)));
    const lost = new Set(mended.flatMap(({ fault }) => lostZones(layout, fault)));
    const zones = [...lost].filter((zone) => !stillLost.has(zone));
    if (zones.length > 0) {
      const roots = zones.flatMap((zone) => zoneRoots(stateFolder, zone));
      await endHalfLost(roots);
      await network.setZones(zones, false, []);
      await Promise.all(zones.map((zone) => startZoneOnce(stateFolder, zone, callbacks)));
    }
    if (mended.some(({ fault }) => fault.kind === 'witness-loss')) {
      const witness = readProcesses(stateFolder).others.witness;
      if (witness !== undefined) await endHalfLost([witness]);
      if (witness === undefined || !isAlive(witness)) await callbacks.startProcess('witness');
    }
  } finally {
    await network.close();
  }
  changeFaults(stateFolder, (now) =>
    now.filter((one) => !mended.some((other) => sameFault(one.fault, other.fault))),
  );
}

/**
 * A loss stops everything before it kills anything: one that was broken off in between has left
 * processes that stand still and keep their ports.
 */
async function endHalfLost(roots: readonly ProcessIdentity[]): Promise<void> {
  if (!roots.some(isStopped)) return;
  const { survivors } = await killTree(roots.filter(isAlive));
  if (survivors.length > 0) throw new Error(survivorsText(survivors));
}

/** A zone that already runs (a heal repeated) is not started twice. */
async function startZoneOnce(
  stateFolder: string,
  zone: string,
  callbacks: HealCallbacks,
): Promise<void> {
  const agent = readProcesses(stateFolder).agents[zone];
  if (agent === undefined || !isAlive(agent)) await callbacks.startZone(zone);
}

/** Zones whose agent a fault took. */
export function lostZones(layout: LabLayout, fault: Fault): string[] {
  if (fault.kind === 'zone-loss') return [fault.zone];
  if (fault.kind === 'process-crash' && fault.process === 'agent') return [fault.zone];
  return fault.kind === 'region-loss' ? zonesOf(layout, fault.region) : [];
}

async function mendLinks(
  layout: LabLayout,
  network: NetworkClient,
  fault: Fault,
  remaining: readonly Fault[],
): Promise<void> {
  if (!touchesLinks(fault)) return;
  await Promise.all(
    linksOf(layout, fault).map(([from, to]) =>
      network.setLink(from, to, linkUnder(layout, remaining, from, to)),
    ),
  );
}

/** Every directed link, as it has to be while these faults are in force. */
export function linksUnder(
  layout: LabLayout,
  faults: readonly Fault[],
): [from: string, to: string, link: LinkChange][] {
  const sites = sitesOf(layout);
  return sites.flatMap((from) =>
    sites
      .filter((to) => to !== from)
      .map((to): [string, string, LinkChange] => [from, to, linkUnder(layout, faults, from, to)]),
  );
}

function linkUnder(
  layout: LabLayout,
  faults: readonly Fault[],
  from: string,
  to: string,
): LinkChange {
  let link: LinkChange = calmLink(layout, from, to);
  for (const fault of faults) {
    if (!touchesLinks(fault)) continue;
    if (!linksOf(layout, fault).some((pair) => pair[0] === from && pair[1] === to)) continue;
    if (fault.kind !== 'slow-link') link = { ...link, cut: true };
    else {
      const bandwidth = fault.bandwidthBytesPerSecond ?? link.bandwidthBytesPerSecond ?? null;
      link = { ...link, delayMs: fault.delayMs, bandwidthBytesPerSecond: bandwidth };
    }
  }
  return link;
}

function touchesLinks(
  fault: Fault,
): fault is Extract<Fault, { kind: 'partition' | 'cut' | 'slow-link' }> {
  return fault.kind === 'partition' || fault.kind === 'cut' || fault.kind === 'slow-link';
}
