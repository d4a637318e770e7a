import { isData, isDatabase, type Platform } from '@outrigger/model';
import type { Draft } from './facet.ts';
import type { Situation } from './situation.ts';
import { memberId } from './start-topology.ts';
import type { ControlPlane, RetryPolicy } from './step.ts';
import type { Member } from './topology.ts';

/** Whether a region has nothing but backups until it is needed. */
export function isBuiltLater(platform: Platform, region: string): boolean {
  return platform.strategy === 'backup-restore' && platform.regions[region]?.role === 'standby';
}

/** Whether a component is in a region when that serves: it stands there, or was built for it. */
export function isWhereItServes(
  { regions }: { readonly regions: readonly string[] },
  platform: Platform,
  region: string,
): boolean {
  return regions.includes(region) || isBuiltLater(platform, region);
}

/**
 * The copy that a store's newest backup becomes there: nothing yet. Null where the strategy keeps
 * copies that run, and where there is one already, whatever it is worth.
 */
export function backupIn(
  platform: Platform,
  store: string,
  region: string,
  members: readonly Member[],
): Member | null {
  const component = platform.components[store];
  if (component === undefined || !isData(component) || !isBuiltLater(platform, region)) return null;
  const zone = isDatabase(component) ? (platform.regions[region]?.zones[0]?.name ?? null) : null;
  const id = memberId(store, zone ?? region);
  const isTaken = members.some((member) => member.id === id && member.state !== 'absent');
  return isTaken ? null : { id, region, zone, state: 'absent', salvaged: false };
}

const gibBytes = 2 ** 30;
/** Where a platform doesn't say how large a store is. */
export const assumedGib = 100;

/** How much is brought back from a backup, in GiB: all of its disk, where that is known. */
export function gibOf(component: object): number {
  const isSized = 'storageBytes' in component && typeof component.storageBytes === 'number';
  return isSized ? Number(component.storageBytes) / gibBytes : assumedGib;
}

/** For people: what a plan takes for granted of a store's size; none where that is written. */
export function sizeNotes(component: { readonly name: string }): readonly string[] {
  if ('storageBytes' in component) return [];
  return [`${assumedGib} GiB are assumed for ${component.name}: the platform names no size`];
}

/** It takes minutes, and another try finds what the first one has built. */
const building: RetryPolicy = { attemptsMax: 5, backoff: 'long' };

/** What Terraform builds of a component in a region that had none of it. */
export function rebuild(
  { to }: Situation,
  controlPlanes: readonly ControlPlane[],
  doneWhen: string,
): Draft {
  return {
    name: 'rebuild',
    verb: 'rebuild',
    region: to,
    needs: ['network'],
    check: [{ fact: 'built', is: 'equal', value: true }],
    retry: building,
    controlPlanes,
    doneWhen,
  };
}
